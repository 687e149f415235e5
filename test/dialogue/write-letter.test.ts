import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { releaseLeases, settleMessages } from '../../db/actions/settle-messages.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf, tap } from './post.ts';

const TEACHER = 'tg:10';

describe('a class teacher writes to families', () => {
  let world: FamilyWorld;
  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  it('one that is ticked', async () => {
    const teacher = world.chat(TEACHER);
    const list = await teacher.says('/write');
    expect(list.text).toContain('7А: сообщение родителям');
    expect(list.buttons).toEqual([
      'Иванов А.',
      'Петрова А.',
      '× Козлов Д.',
      'Все',
      'Переписка',
      'Отправленные',
      'Часы приёма',
    ]);
    const ticked = await teacher.presses('Петрова А.');
    expect(ticked.text).toContain('Выбрано: 1 семья');
    expect(ticked.buttons).toContain('✓ Петрова А.');
    const draft = await teacher.says('Алёна сегодня молодец');
    expect(draft.text).toBe('7А: отправить 1 семье?\nПетрова А.\n\nАлёна сегодня молодец');
    expect(await postOf(world.db, 'tg:3')).toEqual([]);
    expect((await teacher.presses('Отправить 1 семье')).text).toBe('Отправлено 1 семье.');
    expect(await lastPost(world.db, 'tg:3')).toMatchObject({ lane: 1 });
    expect(await postOf(world.db, 'tg:2')).toEqual([]);
  });

  it('all, is told who was not reached, and sees who has read it', async () => {
    const { db, chat, make, pupils } = world;
    const shy = await make.aPupil('Орлов Ян');
    await make.aParent('Орлова Ирина', { of: [shy], chat: 'tg:6', consent: null });
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7' });
    const teacher = chat(TEACHER);
    await teacher.says('/write');
    await teacher.presses('Все');
    const draft = await teacher.says('Собрание в четверг');
    expect(draft.text).toContain('отправить 2 семьям?\nИванов А., Петрова А.');
    expect(draft.text).toContain('Нельзя написать 2 семьям.');
    expect(draft.text).toContain('Родитель не подключён: Козлов Д.');
    expect(draft.text).toContain('Нет согласия родителя: Орлов Я.');
    const sent = await teacher.presses('Отправить 2 семьям');
    expect(sent.text).toContain('Отправлено 2 семьям.\nНельзя написать 2 семьям.');
    expect(sent.text).toContain('/invite');
    const addresses = ['tg:2', 'tg:3', 'tg:6', 'tg:7'];
    const posts = await Promise.all(addresses.map((address) => postOf(db, address)));
    expect(posts.map((own) => own.map(({ lane }) => lane))).toEqual([[2], [2], [], [2]]);

    const reads = await teacher.presses('Кто прочитал');
    expect(reads.text).toContain('Собрание в четверг');
    expect(reads.text).toContain('Доставлено: 0 из 2');
    expect(reads.text).toContain('Прочитали: 0 из 2\nНе прочитали: Иванов А., Петрова А.');
    await deliverAll();
    await tap(chat('tg:7'), await lastPost(db, 'tg:7'), 'Прочитано');
    const later = await teacher.presses('Обновить');
    expect(later.text).toContain('Доставлено: 2 из 2');
    expect(later.text).toContain('Прочитали: 1 из 2\nНе прочитали: Петрова А.');
    // Answering reads it as well.
    await tap(chat('tg:3'), await lastPost(db, 'tg:3'), 'Ответить');
    expect((await teacher.presses('Обновить')).text).not.toContain('Не прочитали');
    const list = await teacher.presses('‹ Отправленные');
    expect(list.text).toContain('12.10 Собрание в четверг (прочитали 2 из 2)');
    await teacher.presses('12.10 Собрание');
    expect(teacher.screen().text).toContain('Прочитали: 2 из 2');
  });

  it('several, whose ticks can be taken away before and after the text', async () => {
    const teacher = world.chat(TEACHER);
    const first = await teacher.says('/write Завтра к 9:00');
    expect(first.text).toContain('Текст готов');
    await teacher.presses('Все');
    await teacher.presses('✓ Иванов А.');
    const draft = await teacher.presses('Посмотреть и отправить');
    expect(draft.text).toContain('отправить 1 семье?\nПетрова А.');
    await teacher.presses('Изменить получателей');
    await teacher.presses('Снять отметки');
    expect(
      teacher
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).not.toContain('Посмотреть и отправить');
    await teacher.presses('Иванов А.');
    const other = await teacher.says('Завтра к 10:00');
    expect(other.text).toContain('отправить 1 семье?\nИванов А.\n\nЗавтра к 10:00');
    await teacher.presses('Отправить 1 семье');
    expect((await lastPost(world.db, 'tg:2')).text).toContain('Завтра к 10:00');
    expect(await postOf(world.db, 'tg:3')).toEqual([]);
  });

  it('once, however often the button is pressed', async () => {
    const teacher = world.chat(TEACHER);
    await teacher.says('/write');
    await teacher.presses('Все');
    await teacher.says('первое');
    const stale = teacher.payload('Отправить 2 семьям');
    await teacher.says('второе');
    const fresh = teacher.payload('Отправить 2 семьям');
    expect(fresh).not.toBe(stale);
    expect((await teacher.replays(stale)).toast).toContain('заменено другим');
    await teacher.replays(fresh);
    expect((await teacher.replays(fresh)).toast).toContain('уже отправлено');
    const posts = await postOf(world.db, 'tg:2');
    expect(posts.map(({ text }) => text.split('\n').at(-1))).toEqual(['второе']);
  });

  it('a photo', async () => {
    const { db, chat } = world;
    const teacher = chat(TEACHER);
    await teacher.says('/write');
    expect((await teacher.sends('sticker')).text).toContain('текст и фото');
    await teacher.presses('Все');
    const draft = await teacher.sends('photo', { fileId: 'p1', caption: 'Расписание' });
    expect(draft.text).toContain('[фото]\nРасписание');
    await teacher.presses('Отправить 2 семьям');
    expect(await lastPost(db, 'tg:3')).toMatchObject({ file: { kind: 'photo', fileId: 'p1' } });
    await teacher.presses('Кто прочитал');
    expect(teacher.screen().text).toContain('[фото]');
  });

  it('never by mistake: marks go to the journal or wait for a look', async () => {
    const { chat, db } = world;
    const teacher = chat(TEACHER);
    await teacher.says('/write');
    expect((await teacher.says('7А алгебра: Иванов 5')).text).toContain('Записано');
    expect(await db.models.Mark.count()).toBe(1);
    await chat('tg:2').says('/write вопрос');
    await tap(teacher, await lastPost(db, TEACHER), 'Ответить');
    const card = await teacher.says('7А алгебра: Иванов 4');
    expect(card.text).toContain('отправить 1 семье?');
    await teacher.presses('Не отправлять');
    expect(await postOf(db, 'tg:2')).toEqual([]);
    expect(await db.models.Mark.count()).toBe(1);
  });

  it('and finds what families wrote, the unread first marked', async () => {
    const { chat } = world;
    const teacher = chat(TEACHER);
    for (let count = 1; count <= 7; count += 1) {
      await chat('tg:2').says(`/write письмо ${count}`);
    }
    await chat('tg:3').says('/write спасибо');
    await teacher.says('/write');
    const threads = await teacher.presses('Переписка');
    expect(threads.buttons).toEqual(['● Петрова А.', '● Иванов А.', '‹ К классу']);
    const thread = await teacher.presses('● Иванов А.');
    expect(thread.text).toContain('письмо 7');
    expect(thread.text).not.toContain('письмо 2');
    await teacher.presses('‹ Раньше');
    expect(teacher.screen().text).toContain('письмо 2');
    expect((await teacher.presses('К последним')).text).toContain('письмо 7');
    const after = await teacher.presses('‹ Переписка');
    expect(after.buttons).toEqual(['● Петрова А.', 'Иванов А.', '‹ К классу']);
  });

  it('of the class chosen, when there are several', async () => {
    const { make, chat, classTeacher } = world;
    await make.aClass('8Б', { teacher: classTeacher });
    const pupil = await make.aPupil('Рябов Олег', { class: '8Б' });
    await make.aParent('Рябова Анна', { of: [pupil], chat: 'tg:8' });
    const teacher = chat(TEACHER);
    const asked = await teacher.says('/write');
    expect(asked.buttons).toEqual(['Родителям 7А', 'Родителям 8Б']);
    const list = await teacher.presses('Родителям 8Б');
    expect(list.buttons).toContain('Рябов О.');
  });

  it('without reading the database more for a large class', async () => {
    const { chat, make } = world;
    const teacher = chat(TEACHER);
    const few = await countSelects(world, () => teacher.says('/write'));
    for (let count = 0; count < 20; count += 1) {
      await make.aPupil(`Новый${count} Олег`);
    }
    expect(await countSelects(world, () => teacher.says('/write'))).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
    expect(await countSelects(world, () => teacher.presses('Все'))).toBeLessThanOrEqual(6);
    expect(teacher.screen().text).toContain('Выбрано: 23 семьи');
    await teacher.presses('›');
    expect(
      teacher
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).toContain('✓× Новый19 О.');
  });

  /** What the sender does when the messenger has taken everything. */
  async function deliverAll(): Promise<void> {
    const { db } = world;
    const rows = await db.select<{ id: number; dedupe_key: string }>(
      "SELECT id, dedupe_key FROM outbox WHERE lane > 0 AND state = 'waiting'",
    );
    await db.write(async (tx) => {
      await releaseLeases(tx);
      const outcomes = rows.map(({ id, dedupe_key: dedupeKey }) => ({
        id,
        end: 'sent' as const,
        dedupeKey,
      }));
      await settleMessages(tx, 'a token', outcomes);
    });
  }
});
