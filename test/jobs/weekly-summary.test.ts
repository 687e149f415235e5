import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWeeks } from '../../db/reports/week-summary.ts';
import { weeklySummary } from '../../jobs/weekly-summary.ts';
import { countSelects } from '../dialogue/family-world.ts';
import { lastPost, postOf, tap } from '../dialogue/post.ts';
import { openSummaryWorld, type SummaryWorld } from './summary-world.ts';

const MONDAY = '2026-10-12';
const FRIDAY = '2026-10-16';
const SLOT = { slot: `${FRIDAY}T19:00`, day: FRIDAY, at: new Date(`${FRIDAY}T16:00Z`) };
const MOTHER = 'tg:2';

describe('the weekly summary', () => {
  let world: SummaryWorld;
  beforeEach(async () => {
    world = await openSummaryWorld();
  });
  afterEach(() => world.close());

  const friday = async () => {
    world.clock.advance({ days: 4, hours: 9 });
    await world.runDue(weeklySummary);
  };
  /** A letter of the class teacher that the mother hasn't opened. */
  const aLetter = () =>
    world.db.write(async ({ transaction, now, db }) => {
      const { Thread, Message, MessageReceipt, SchoolClass } = db.models;
      const { id: classId } = (await SchoolClass.findOne({ transaction })) ?? { id: 0 };
      const thread = await Thread.create(
        { pupilId: world.pupils.artyom, classId, createdAt: now },
        { transaction },
      );
      const letter = await Message.create(
        {
          threadId: thread.id,
          authorId: world.classTeacher,
          side: 'school',
          text: 'Собрание в пятницу',
          operation: 'chat:5',
          sentAt: now,
        },
        { transaction },
      );
      const receipt = { messageId: letter.id, personId: world.parents.mother };
      await MessageReceipt.create(receipt, { transaction });
    });
  /** Marks of earlier in the term, and a week with something of everything. */
  const aWeek = async () => {
    await world.marks(3, '2026-10-05', 2);
    await world.marks(5, MONDAY, 2);
    await world.marks(4, '2026-10-14', 2);
    await world.marks(2, MONDAY, 1);
    await world.misses('2026-10-13', 1);
    await world.remarks('Телефон на <уроке>');
    await aLetter();
  };

  it('comes on Friday evening, once, and is acknowledged once', async () => {
    await aWeek();
    world.clock.advance({ hours: 9 });
    await world.runDue(weeklySummary);
    expect(await postOf(world.db, MOTHER)).toEqual([]);
    world.clock.advance({ days: 4 });
    await world.runDue(weeklySummary);
    await world.runDue(weeklySummary);
    await weeklySummary.run(world.deps, SLOT);
    const [post, ...others] = await postOf(world.db, MOTHER);
    expect(others).toEqual([]);
    expect(post?.lane).toBe(3);
    expect(post?.text).toBe(
      [
        'Иванов Артём, 7А',
        'Неделя 12 октября – 16 октября',
        '',
        'Отметки, в скобках средняя за четверть:',
        'Алгебра: 5 4 (4,00)',
        'Русский язык: 2 (2,00)',
        '',
        'Пропуски и опоздания:',
        'отсутствие: 1 урок',
        '',
        'Записи о поведении:',
        '12.10 Замечание: Телефон на <уроке>',
        '',
        'Не прочитано: 1 письмо классного руководителя.',
      ].join('\n'),
    );
    const summary = await lastPost(world.db, MOTHER);
    expect(summary.buttons.flat().map(({ text }) => text)).toEqual([
      'Ознакомлен(а)',
      'Дневник',
      'Письма',
    ]);
    const mother = world.chat(MOTHER);
    const known = await tap(mother, summary, 'Ознакомлен(а)');
    expect(known.text).toContain('Алгебра: 5 4 (4,00)');
    expect(known.text).toContain('✓ Вы ознакомлены, 16 октября.');
    expect(known.buttons).toEqual(['Дневник', 'Письма']);
    world.clock.advance({ days: 2 });
    expect((await tap(mother, summary, 'Ознакомлен(а)')).text).toContain('16 октября.');
    const { mother: personId } = world.parents;
    expect(
      await world.db.select('SELECT person_id, pupil_id, monday FROM week_acknowledgement'),
    ).toEqual([{ person_id: personId, pupil_id: world.pupils.artyom, monday: MONDAY }]);
    expect(
      await world.db.select(
        "SELECT actor_id, after FROM change WHERE record = 'week_acknowledgement'",
      ),
    ).toEqual([{ actor_id: personId, after: `{"monday":"${MONDAY}"}` }]);
    expect((await tap(mother, summary, 'Письма')).text).toContain('Собрание в пятницу');
  });

  it('is for each child, and has nothing to say where nothing happened', async () => {
    const { make, pupils, clock } = world;
    await make.aParent('Общая Мать', { of: [pupils.artyom, pupils.denis], chat: 'tg:5' });
    await world.marks(5, MONDAY, 1);
    await friday();
    const posts = await postOf(world.db, 'tg:5');
    expect(posts.map(({ text }) => text.split('\n')[0])).toEqual(['Иванов Артём, 7А']);
    expect(await postOf(world.db, 'tg:3')).toEqual([]);
    clock.advance({ days: 7 });
    await world.runDue(weeklySummary);
    expect(await postOf(world.db, 'tg:5')).toHaveLength(1);
  });

  it('is silent in holidays, whatever waits to be read', async () => {
    await aLetter();
    expect(await readWeeks(world.db, FRIDAY)).toHaveLength(2);
    expect(await readWeeks(world.db, '2026-10-30')).toEqual([]);
  });

  it('is caught up within a day, and the next Friday is another week', async () => {
    await world.marks(5, MONDAY, 1);
    world.clock.advance({ days: 5, hours: 8 });
    await world.runDue(weeklySummary);
    expect(await postOf(world.db, MOTHER)).toHaveLength(1);
    expect(await world.ledger()).toEqual(['weekly-summary 2026-10-16T19:00 done 1']);
    await world.marks(4, '2026-10-19', 1);
    world.clock.advance({ days: 6, hours: 9 });
    await world.runDue(weeklySummary);
    expect((await lastPost(world.db, MOTHER)).text).toContain('Русский язык: 4 (4,50)');
  });

  it('can be had without a kind, or not at all', async () => {
    await aWeek();
    await world.chooses('mark', 'off');
    await world.chooses('absence', 'off');
    await world.chooses('behaviour_note', 'off');
    await friday();
    const { text } = await lastPost(world.db, MOTHER);
    expect(text).toContain('Русский язык: 2');
    expect(text).not.toMatch(/Алгебра|отсутствие|Телефон/);
    await world.chooses('week', 'off');
    expect((await readWeeks(world.db, FRIDAY)).map(({ personId }) => personId)).toEqual([
      world.parents.otherMother,
    ]);
  });

  it('says what was left for it, and lets go what it doesn’t hold', async () => {
    await world.chooses('mark', 'weekly');
    await world.chooses('behaviour_note', 'weekly');
    await world.marks(5, MONDAY, 1);
    await world.remarks('Телефон на уроке');
    await world.marks(4, '2026-10-07', 2);
    expect(await world.told()).toEqual([]);
    world.clock.advance({ days: 4, hours: 9 });
    await world.runDue(weeklySummary);
    const [summary, late, ...others] = await world.told();
    expect(others).toEqual([]);
    expect(summary).toContain('Русский язык: 5');
    expect(summary).toContain('Телефон');
    expect(late).toBe('Новое в дневнике\nИванов Артём\n07.10 Алгебра: 4 (ответ)');
  });

  it('without it, what was left for the week comes on Friday as a notice', async () => {
    await world.chooses('week', 'off');
    await world.chooses('mark', 'weekly');
    await world.marks(5, MONDAY, 1);
    expect(await world.told()).toEqual([]);
    await friday();
    expect(await world.told()).toEqual([
      'Новое в дневнике\nИванов Артём\n12.10 Русский язык: 5 (ответ)',
    ]);
  });

  it('has no marks in the first grade, and no name where there may be none', async () => {
    const { make, classTeacher: author, db } = world;
    const first = await make.aPupil('Рябов Лев', { class: '1А' });
    const course = await make.aCourse({ class: '1А', subject: 'Чтение' });
    await make.aSlot(course, 1, 1);
    await make.aParent('Рябова Анна', { of: [first], chat: 'tg:6' });
    const lesson = { course, date: MONDAY, number: 1, pupil: first, author };
    await make.aMark({ ...lesson, value: 5 });
    await make.anAbsence({ ...lesson, code: 'late' });
    world.deps.config.names = 'none';
    await friday();
    const { text } = await lastPost(db, 'tg:6');
    expect(text).toContain('Л. Р., 1А');
    expect(text).toContain('опоздание: 1 урок');
    expect(text).not.toMatch(/Чтение|средняя|Рябов/);
  });

  it('is acknowledged by nobody else, and not ahead of time', async () => {
    await aWeek();
    const { artyom } = world.pupils;
    await world.make.aParent('Иванов Олег', { of: [artyom], chat: 'tg:7', consent: null });
    for (const [address, payload] of [
      ['tg:3', `wknow1:${artyom}:${MONDAY}`],
      ['tg:7', `wknow1:${artyom}:${MONDAY}`],
      ['tg:10', `wknow1:${artyom}:${MONDAY}`],
      ['tg:999', `wknow1:${artyom}:${MONDAY}`],
      [MOTHER, `wknow1:0:${MONDAY}`],
      [MOTHER, `wknow1:${artyom}:2026-10-17`],
    ] as const) {
      const heard = await world.chat(address).replays(payload);
      expect(heard.toast, `${address} ${payload}`).toContain('нет права');
      expect(heard.text).toBe('');
    }
    expect((await world.chat(MOTHER).replays('wknow1:1:today')).toast).toContain('устарела');
    expect(await world.db.models.WeekAcknowledgement.count()).toBe(0);
  });

  it('reads no more for many parents', async () => {
    await aWeek();
    const few = await countSelects(world, () => readWeeks(world.db, FRIDAY));
    for (let index = 0; index < 20; index += 1) {
      await world.make.aParent(`Родитель ${index}`, {
        of: [world.pupils.denis],
        chat: `tg:8${index}`,
      });
    }
    expect(await countSelects(world, () => readWeeks(world.db, FRIDAY))).toBe(few);
    expect(few).toBe(8);
  });
});
