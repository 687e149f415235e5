import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DialogueConfig } from '../../bot/dialogue/turn.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf, ripen, tap } from './post.ts';

const TEACHER = 'tg:10';
const COLLEAGUE = 'tg:20';
const MOTHER = 'tg:2';

describe('an absence', () => {
  let world: FamilyWorld;
  beforeEach(async () => {
    world = await openFamilyWorld();
    await givenAway(world);
  });
  afterEach(() => world.close());

  /** A colleague of the class teacher gives the lessons of Russian and algebra. */
  async function givenAway({ make, db, courses }: FamilyWorld): Promise<void> {
    const teacher = await make.aTeacher('Королёв Пётр', { chat: COLLEAGUE });
    await db.write(({ transaction }) =>
      db.models.Course.update(
        { teacherId: teacher },
        { where: { id: [courses.russian, courses.algebra] }, transaction },
      ),
    );
  }

  async function notes(text: string, of = world, config: Partial<DialogueConfig> = {}) {
    const heard = await of.chat(COLLEAGUE).says(text);
    expect(heard.text).toContain('Записано');
    await ripen(of.db, config);
  }

  const absences = async () => {
    const rows = await world.db.models.Absence.findAll({ order: [['id', 'ASC']] });
    return rows.map(({ code, state }) => `${code} ${state}`);
  };

  it('of the first lesson asks the parent, and one tap of each turns it into a code', async () => {
    const { db, chat } = world;
    await notes('7А русский: Иванов н');
    const asked = await lastPost(db, MOTHER);
    expect(asked).toMatchObject({ lane: 1 });
    expect(asked.text).toBe(
      'Новое в дневнике\nИванов Артём\n12.10 Русский язык, 1-й урок: отсутствие (н)\n' +
        'Ребёнка нет на первом уроке. Сообщите, пожалуйста, причину:',
    );
    expect(asked.buttons.flat().map(({ text }) => text)).toEqual([
      'Болеет',
      'Уважительная',
      'Не знаю',
      'Написать',
    ]);
    const answered = await tap(chat(MOTHER), asked, 'Болеет');
    expect(answered.text).toBe(
      'Иванов Артём, 12 октября: болеет. Передано классному руководителю.',
    );
    const card = await lastPost(db, TEACHER);
    expect(card).toMatchObject({ lane: 1, silent: false });
    expect(card.text).toBe(
      'Иванов Артём, 7А: болеет\n12 октября, ответ: Иванова Мария\nСтоит «н»: 1 урок.',
    );
    expect(card.buttons.flat().map(({ text }) => text)).toEqual([
      'Поставить «б» на сегодня',
      'Поставить «у» на сегодня',
      'Не принимать',
      'Написать семье',
      '‹ Ответы',
    ]);
    // Every «н» of the day is decided on at once, whoever teaches the lesson.
    await notes('7А алгебра: Иванов н, Петрова 5');
    const teacher = chat(TEACHER);
    const decided = await tap(teacher, card, 'Поставить «б»');
    expect(decided.text).toContain('Поставлено «б»: 2 урока.');
    expect(await absences()).toEqual(['ill active', 'ill active']);
    const audit = await db.select<{ operation: string; door: string; actor_id: number }>(
      "SELECT operation, door, actor_id FROM change WHERE record = 'absence' ORDER BY id",
    );
    expect(audit.slice(2)).toEqual(
      Array.from({ length: 2 }, () => ({
        operation: 'excuse:1:2',
        door: 'chat',
        actor_id: world.classTeacher,
      })),
    );
    await ripen(db);
    const told = await lastPost(db, MOTHER);
    expect(told.text).toContain('болезнь (б) (было: отсутствие (н))');
    expect(told.buttons).toEqual([]);
  });

  it('of a later lesson, or a late arrival, asks nothing', async () => {
    const { db } = world;
    await notes('7А алгебра: Иванов н');
    await notes('7А русский: Петрова о');
    for (const address of [MOTHER, 'tg:3']) {
      for (const post of await postOf(db, address)) {
        expect(post.buttons).toEqual([]);
      }
    }
    expect(await postOf(db, MOTHER)).toHaveLength(1);
  });

  it('asks about each child by itself, beside what else is told', async () => {
    const { db, make, pupils } = world;
    await make.aParent('Общая Мать', { of: [pupils.artyom, pupils.denis], chat: 'tg:5' });
    await notes('7А русский: Иванов н, Козлов н');
    const posts = await postOf(db, 'tg:5');
    expect(posts.map(({ text }) => /Иванов|Козлов/.exec(text)?.[0])).toEqual(['Иванов', 'Козлов']);
    expect(posts.every(({ buttons }) => buttons.length === 2)).toBe(true);
  });

  it('asks and tells nothing to a parent who has not agreed', async () => {
    const { db, make, pupils } = world;
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7', consent: null });
    await notes('7А русский: Иванов н');
    expect(await db.select("SELECT id FROM outbox WHERE chat = 'tg:7'")).toEqual([]);
  });

  it('is explained in one’s own words, and changed', async () => {
    const { db, chat } = world;
    await notes('7А русский: Иванов н');
    const mother = chat(MOTHER);
    const asked = await lastPost(db, MOTHER);
    expect((await tap(mother, asked, 'Написать')).text).toContain('Диагноз указывать не нужно');
    const answered = await mother.says('Поехали к врачу & вернёмся к <3> уроку');
    expect(answered.text).toContain('«Поехали к врачу & вернёмся к <3> уроку». Передано');
    const card = await lastPost(db, TEACHER);
    expect(card.text).toContain('Иванов Артём, 7А: написали\n');
    expect(card.text).toContain('«Поехали к врачу & вернёмся к <3> уроку»');
    await mother.presses('Изменить ответ');
    await mother.presses('Уважительная');
    expect((await lastPost(db, TEACHER)).text).toContain('Иванов Артём, 7А: уважительная причина');
    // The first card is out of date now.
    const stale = await tap(chat(TEACHER), card, 'Поставить «у»');
    expect(stale.toast).toContain('изменилась');
    expect(stale.text).toContain('уважительная причина');
    expect(await absences()).toEqual(['absent active']);
    expect(await postOf(db, TEACHER)).toHaveLength(2);
    const again = await tap(mother, asked, 'Не знаю');
    expect(again.text).toContain('причину не знает');
    await tap(mother, asked, 'Не знаю');
    expect(await postOf(db, TEACHER)).toHaveLength(3);
    const words = await db.select("SELECT id FROM change WHERE after LIKE '%врачу%'");
    expect(words).toEqual([]);
  });

  it('is explained ahead by /excuse, and the teacher is reminded when it is noted', async () => {
    const { db, chat, clock } = world;
    const mother = chat(MOTHER);
    const days = await mother.says('/excuse');
    expect(days.text).toBe('Иванов Артём: объяснить отсутствие\nЗа какой день?');
    expect(days.buttons).toEqual(['Сегодня, пн 12.10', 'вт 13.10']);
    const reasons = await mother.presses('вт 13.10');
    expect(reasons.buttons).toEqual(['Болеет', 'Уважительная', 'Написать', '‹ К дням']);
    await mother.presses('Болеет');
    const ahead = await lastPost(db, TEACHER);
    expect(ahead.text).toContain('13 октября, ответ: Иванова Мария\nОтсутствие пока не отмечено.');
    expect(ahead.buttons.flat().map(({ text }) => text)).not.toContain('Поставить «б» на сегодня');

    clock.advance({ days: 1 });
    const teacher = chat(TEACHER);
    const list = await teacher.says('/excuse');
    expect(list.buttons).toEqual(['● 13.10 Иванов А.: болеет']);
    await teacher.presses('● 13.10');
    expect((await teacher.presses('Поставить «б» на сегодня')).toast).toContain('нет «н»');
    await notes('7А русский: Иванов н');
    // The mother has answered already: she is told, not asked.
    expect((await lastPost(db, MOTHER)).buttons).toEqual([]);
    const noted = await lastPost(db, TEACHER);
    expect(noted.text).toContain('родитель объяснил его заранее');
    await tap(teacher, noted, 'Поставить «б» на сегодня');
    expect(await absences()).toEqual(['ill active']);
    expect((await mother.says('/excuse')).text).toContain('13.10: болеет (учтено)');
  });

  it('of days past is offered to be explained', async () => {
    const { db, chat, clock } = world;
    await notes('7А русский: Иванов н');
    await notes('7А алгебра: Иванов н');
    clock.advance({ days: 2 });
    const mother = chat(MOTHER);
    const days = await mother.says('Объяснить');
    expect(days.buttons).toEqual(['Сегодня, ср 14.10', 'пн 19.10', 'пн 12.10: «н», 2 урока']);
    await mother.presses('пн 12.10');
    await mother.presses('Уважительная');
    await tap(chat(TEACHER), await lastPost(db, TEACHER), 'Поставить «у» на 12.10');
    expect(await absences()).toEqual(['excused active', 'excused active']);
  });

  it('goes back to «н», is given another code, and is declined', async () => {
    const { db, chat } = world;
    await notes('7А русский: Иванов н');
    await tap(chat(MOTHER), await lastPost(db, MOTHER), 'Болеет');
    const teacher = chat(TEACHER);
    await tap(teacher, await lastPost(db, TEACHER), 'Поставить «б»');
    expect((await teacher.presses('Поставить «у» на сегодня')).text).toContain('Поставлено «у»');
    expect(await absences()).toEqual(['excused active']);
    expect((await teacher.presses('Вернуть «н»')).text).toContain('Стоит «н»: 1 урок.');
    expect(await absences()).toEqual(['absent active']);
    const declined = await teacher.presses('Не принимать');
    expect(declined.text).toContain('Не принято, родителю сообщено.');
    expect((await lastPost(db, MOTHER)).text).toBe(
      'Классный руководитель не принял объяснение: Иванов Артём, 12 октября. Напишите ему: /write',
    );
    expect((await chat(MOTHER).says('/excuse')).text).toContain('12.10: болеет (не принято)');
    // Declined or not, the teacher may think better of it.
    await teacher.presses('Поставить «б» на сегодня');
    expect(await absences()).toEqual(['ill active']);
  });

  it('noted again after the code brings the answer back, once until it is decided on', async () => {
    const { db, chat, make, courses } = world;
    await make.aSlot(courses.russian, 1, 3);
    await notes('7А русский: Иванов н');
    await tap(chat(MOTHER), await lastPost(db, MOTHER), 'Болеет');
    const teacher = chat(TEACHER);
    await tap(teacher, await lastPost(db, TEACHER), 'Поставить «б»');
    await notes('7А алгебра: Иванов н');
    world.clock.advance({ hours: 1 });
    await notes('7А русский: Иванов н');
    const cards = await postOf(db, TEACHER);
    expect(cards).toHaveLength(2);
    expect(cards[1]).toMatchObject({ silent: true });
    expect(cards[1]?.text).toContain('Отсутствие отмечено и на других уроках.');
    await tap(teacher, await lastPost(db, TEACHER), 'Поставить «б»');
    expect(await absences()).toEqual(['ill active', 'ill active', 'ill active']);
  });

  it('decided on leaves the teachers’ own undo alone', async () => {
    const { db, chat, make, courses } = world;
    await make.aMark({
      course: courses.english,
      date: '2026-10-06',
      pupil: world.pupils.artyom,
      value: 4,
      author: world.classTeacher,
    });
    await notes('7А русский: Иванов н');
    await tap(chat(MOTHER), await lastPost(db, MOTHER), 'Болеет');
    await tap(chat(TEACHER), await lastPost(db, TEACHER), 'Поставить «б»');
    expect((await chat(TEACHER).says('/undo')).text).toContain('отменять нечего');
    expect((await chat(COLLEAGUE).says('/undo')).text).toContain('с тех пор изменили');
    expect(await absences()).toEqual(['ill active']);
  });

  it('comes without a sound at night, and waits where no teacher has a chat', async () => {
    const { db, chat, clock, make } = world;
    clock.advance({ hours: 12 });
    const mother = chat(MOTHER);
    await mother.says('/excuse');
    await mother.presses('вт 13.10');
    await mother.presses('Болеет');
    expect((await lastPost(db, TEACHER)).silent).toBe(true);
    await make.aClass('7А', { teacher: await make.aTeacher('Белова Анна') });
    await mother.presses('Изменить ответ');
    expect((await mother.presses('Уважительная')).text).toContain('Ответ сохранён');
  });

  it('is decided on by nobody but the class teacher of the moment', async () => {
    const { db, chat, make, pupils } = world;
    await notes('7А русский: Иванов н');
    await tap(chat(MOTHER), await lastPost(db, MOTHER), 'Болеет');
    const card = await lastPost(db, TEACHER);
    await make.aPerson('Зимина Вера', { roles: ['deputy_head', 'administrator'], chat: 'tg:30' });
    const other = await make.aTeacher('Чужой Иван', { chat: 'tg:31' });
    await make.aClass('7Б', { teacher: other });
    const presses = [...card.buttons.flat().map(({ press }) => press), 'exopen1:1', 'exset1:1:1:b'];
    const decisions = presses.filter((press) => press.startsWith('ex'));
    for (const address of [MOTHER, 'tg:3', COLLEAGUE, 'tg:30', 'tg:31', 'tg:999']) {
      for (const press of decisions) {
        const heard = await chat(address).replays(press);
        expect(heard, `${address} ${press}`).toMatchObject({ text: '' });
      }
    }
    const next = await make.aTeacher('Белова Анна', { chat: 'tg:32' });
    await make.aClass('7А', { teacher: next });
    for (const press of decisions) {
      expect((await chat(TEACHER).replays(press)).toast).toContain('нет права');
    }
    expect(await absences()).toEqual(['absent active']);
    expect((await tap(chat('tg:32'), card, 'Поставить «б»')).text).toContain('Поставлено «б»');

    // And explained by nobody but an own parent who has agreed and is not cut off.
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7', consent: null });
    await db.write(({ transaction }) =>
      db.models.Guardianship.update(
        { state: 'cut' },
        { where: { personId: world.parents.mother }, transaction },
      ),
    );
    const before = await db.models.AbsenceExcuse.count();
    for (const address of [MOTHER, 'tg:3', 'tg:7', TEACHER, COLLEAGUE, 'tg:999']) {
      for (const press of [
        `exans1:${pupils.artyom}:2026-10-12:e`,
        `exown1:${pupils.artyom}:2026-10-12`,
        `exday1:${pupils.artyom}:2026-10-12`,
        `exdays1:${pupils.artyom}`,
      ]) {
        const parent = chat(address);
        const heard = await parent.replays(press);
        await parent.says('болеет он');
        expect(JSON.stringify(heard), `${address} ${press}`).not.toContain('Передано');
      }
    }
    expect(await db.models.AbsenceExcuse.count()).toBe(before);
  });

  it('far away, or answered too often, is refused', async () => {
    const { chat, pupils } = world;
    const mother = chat(MOTHER);
    for (const day of ['2026-09-20', '2026-10-30', '2027-10-12']) {
      const heard = await mother.replays(`exans1:${pupils.artyom}:${day}:i`);
      expect(heard.toast, day).toContain('учебный день');
    }
    for (let count = 0; count < 10; count += 1) {
      await mother.replays(`exans1:${pupils.artyom}:2026-10-13:${count % 2 === 0 ? 'i' : 'e'}`);
    }
    const refused = await mother.replays(`exans1:${pupils.artyom}:2026-10-13:i`);
    expect(refused.toast).toContain('не больше 10');
  });

  it('in a closed term stays as it is', async () => {
    const { db, chat, make } = world;
    await notes('7А русский: Иванов н');
    await tap(chat(MOTHER), await lastPost(db, MOTHER), 'Болеет');
    await make.aClosedQuarter(1);
    const heard = await tap(chat(TEACHER), await lastPost(db, TEACHER), 'Поставить «б»');
    expect(heard.toast).toContain('закрыт');
    expect(await absences()).toEqual(['absent active']);
  });

  it('says no name where messages may hold none', async () => {
    const quiet = await openFamilyWorld({ names: 'none' });
    await givenAway(quiet);
    await notes('7А русский: Иванов н', quiet, { names: 'none' });
    const asked = await lastPost(quiet.db, MOTHER);
    const mother = quiet.chat(MOTHER);
    await tap(mother, asked, 'Болеет');
    const card = await lastPost(quiet.db, TEACHER);
    expect(card.text).toContain('№ 1, 7А: болеет\n12 октября, ответ: Родитель');
    await mother.says('/excuse');
    const teacher = quiet.chat(TEACHER);
    await teacher.says('/excuse');
    const shown = [asked, card, ...mother.messages(), ...teacher.messages()];
    expect(JSON.stringify(shown)).not.toMatch(/Иванов|Артём|Мария/);
    await quiet.close();
  });
});
