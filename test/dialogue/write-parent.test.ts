import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf, tap } from './post.ts';

const TEACHER = 'tg:10';
const MOTHER = 'tg:2';

describe('a parent writes to the class teacher', () => {
  let world: FamilyWorld;
  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  it('by /write and a text, which comes at once with a way to answer', async () => {
    const mother = world.chat(MOTHER);
    const asked = await mother.says('/write');
    expect(asked.text).toContain('Классный руководитель 7А\nИванов Артём');
    expect(asked.text).toContain('Часы приёма: с 8:00 до 20:00 в учебные дни.');
    expect(asked.text).toContain('больше никто');
    expect(asked.text).not.toContain('без звука');

    const sent = await mother.says('Артём придёт ко 2-му уроку & без <формы>');
    expect(sent.text).toBe('Отправлено классному руководителю.');
    const post = await lastPost(world.db, TEACHER);
    expect(post.text).toBe(
      'Иванов Артём, 7А\nПишет: Иванова Мария\n\nАртём придёт ко 2-му уроку & без <формы>',
    );
    expect(post.buttons.flat().map(({ text }) => text)).toEqual(['Ответить', 'Прочитано']);
    expect(post).toMatchObject({ lane: 1, silent: false });
    // The question is answered: what comes next is not sent anywhere.
    const lost = await mother.says('а это так');
    expect(lost.text).toMatch(/не распознано[\s\S]*Написать классному руководителю: \/write/);
    expect(await postOf(world.db, TEACHER)).toHaveLength(1);
  });

  it('by one message after the command, or by its word', async () => {
    const mother = world.chat(MOTHER);
    await mother.says('/write Спасибо за поездку');
    expect((await lastPost(world.db, TEACHER)).text).toContain('\n\nСпасибо за поездку');
    expect((await mother.says('Написать')).text).toContain('Напишите сообщение');
  });

  it('and the answer comes back, read or not', async () => {
    const { db, chat } = world;
    const [mother, teacher] = [chat(MOTHER), chat(TEACHER)];
    await mother.says('/write Когда собрание?');
    const question = await lastPost(db, TEACHER);
    const asked = await tap(teacher, question, 'Ответить');
    expect(asked.text).toContain('Ответ семье: Иванов Артём');
    expect((await teacher.says('В четверг в 18')).text).toBe('Отправлено: семья, Иванов Артём.');

    const answer = await lastPost(db, MOTHER);
    expect(answer.text).toBe(
      'Классный руководитель 7А\nСоколова Вера Ивановна\nИванов Артём\n\nВ четверг в 18',
    );
    const thread = await mother.presses('Переписка');
    expect(thread.text).toContain('Вы ✓ прочитано\nКогда собрание?');
    expect(thread.text).toContain('Соколова Вера Ивановна\nВ четверг в 18');
    const read = await tap(mother, answer, 'Прочитано');
    expect(read).toMatchObject({ text: answer.text, buttons: ['Ответить'] });
    expect(await postOf(db, MOTHER)).toHaveLength(1);
  });

  it.each([
    ['in the evening', { hours: 10 }, true],
    ['at eight in the morning', { hours: -2 }, false],
    ['before eight', { hours: -2, minutes: -1 }, true],
    ['on Sunday at noon', { days: -1, hours: 2 }, true],
    ['on Thursday, when the class has no lessons', { days: 3 }, true],
  ])('%s it comes with or without a sound', async (_, by, silent) => {
    world.clock.advance(by);
    const mother = world.chat(MOTHER);
    const asked = await mother.says('/write');
    expect(asked.text.includes('придёт без звука')).toBe(silent);
    const sent = await mother.says('вопрос');
    expect(sent.text.includes('без звука')).toBe(silent);
    expect((await lastPost(world.db, TEACHER)).silent).toBe(silent);
  });

  it('within hours the teacher has set', async () => {
    const teacher = world.chat(TEACHER);
    await teacher.says('/write');
    await teacher.presses('Часы приёма');
    for (const step of ['Начало +1', 'Начало +1', 'Начало +1', 'Конец −1']) {
      await teacher.presses(step);
    }
    expect(teacher.screen().text).toContain('С 11:00 до 19:00 в учебные дни.');
    const mother = world.chat(MOTHER);
    const asked = await mother.says('/write');
    expect(asked.text).toContain('с 11:00 до 19:00 в учебные дни. Сейчас другое время');
    await mother.says('рано');
    world.clock.advance({ hours: 1 });
    await mother.says('/write вовремя');
    const posts = await postOf(world.db, TEACHER);
    expect(posts.map(({ silent }) => silent)).toEqual([true, false]);
    expect(
      await world.db.select("SELECT id FROM change WHERE record = 'class_hours'"),
    ).toHaveLength(4);
  });

  it('a photo with words under it, and no other file', async () => {
    const { db, chat } = world;
    const mother = chat(MOTHER);
    await mother.says('/write');
    for (const other of ['document', 'sticker'] as const) {
      expect((await mother.sends(other, { fileId: 'f0' })).text).toContain('текст и фото');
    }
    const sent = await mother.sends('photo', { fileId: 'f1', caption: 'Справка' });
    expect(sent.text).toContain('Отправлено');
    const post = await lastPost(db, TEACHER);
    expect(post.file).toEqual({ kind: 'photo', fileId: 'f1', name: 'photo.jpg' });
    expect(post.text).toContain('\n\nСправка');

    const teacher = chat(TEACHER);
    await tap(teacher, post, 'Прочитано');
    expect(teacher.screen()).toMatchObject({ file: { fileId: 'f1' } });
    await teacher.says('/write');
    await teacher.presses('Переписка');
    const thread = await teacher.presses('Иванов А.');
    expect(thread.text).toContain('[фото]\nСправка');
    await teacher.presses('Фото 12.10');
    expect(teacher.screen()).toMatchObject({ file: { fileId: 'f1' } });
    // Without a question a photo is still not taken.
    expect((await mother.sends('photo', { fileId: 'f2' })).text).toContain('не принимает');
  });

  it('no longer than a message and no faster than a person', async () => {
    const mother = world.chat(MOTHER);
    await mother.says('/write');
    expect((await mother.says('ж'.repeat(2001))).text).toContain('не больше 2000 знаков');
    const long = await mother.sends('photo', { fileId: 'f', caption: 'ж'.repeat(801) });
    expect(long.text).toContain('не больше 800 знаков');
    expect((await mother.says('ж'.repeat(2000))).text).toContain('Отправлено');
    for (let count = 1; count < 10; count += 1) {
      await mother.says(`/write номер ${count}`);
    }
    const refused = await mother.says('/write ещё');
    expect(refused.text).toContain('За 10 минут можно отправить не больше 10 сообщений');
    expect(await postOf(world.db, TEACHER)).toHaveLength(10);
    world.clock.advance({ minutes: 11 });
    expect((await mother.says('/write позже')).text).toContain('Отправлено');
  });

  it('for the child that is meant, when there are several', async () => {
    const { make, chat, db, pupils } = world;
    const other = await make.aTeacher('Белова Анна', { chat: 'tg:20' });
    await make.aClass('1А', { teacher: other });
    const sister = await make.aPupil('Козлова Ева', { class: '1А' });
    await make.aParent('Козлов Олег', { of: [pupils.denis, sister], chat: 'tg:5' });
    const father = chat('tg:5');
    const asked = await father.says('/write');
    expect(asked.buttons).toEqual([
      'Классному руководителю: Денис К.',
      'Классному руководителю: Ева К.',
    ]);
    await father.presses('Классному руководителю: Ева');
    await father.says('Ева заболела');
    expect((await lastPost(db, 'tg:20')).text).toContain('Козлова Ева, 1А');
    expect(await postOf(db, TEACHER)).toEqual([]);
  });

  it('even before the class teacher has a chat, but not to nobody', async () => {
    const { make, chat, db } = world;
    const silent = await make.aTeacher('Белова Анна');
    await make.aClass('7А', { teacher: silent });
    const mother = chat(MOTHER);
    expect((await mother.says('/write вопрос')).text).toContain('Сообщение сохранено');
    expect(await postOf(db, TEACHER)).toEqual([]);
    await db.write(({ transaction }) =>
      db.models.SchoolClass.update({ classTeacherId: null }, { where: {}, transaction }),
    );
    for (const text of ['/write', '/write ещё']) {
      expect((await mother.says(text)).text).toContain('нет классного руководителя');
    }
  });

  it('in any words, be they a command’s', async () => {
    const { db, chat } = world;
    const mother = chat(MOTHER);
    for (const word of ['Болеет', 'Отметки', 'помощь']) {
      await mother.says('/write');
      expect((await mother.says(word)).text).toContain('Отправлено');
      expect((await lastPost(db, TEACHER)).text).toContain(`\n\n${word}`);
    }
    await mother.says('/write');
    // A code is a secret: it is used, never passed on.
    expect((await mother.says('K7QM-3XW9P-4RTN')).text).toContain('Код не подходит');
    expect((await mother.says('/help')).text).toContain('Что умеет журнал');
    expect((await mother.says('отмена')).text).toContain('прерван');
    expect(await postOf(db, TEACHER)).toHaveLength(3);
  });

  it('lets go by /cancel and by a button', async () => {
    const mother = world.chat(MOTHER);
    await mother.says('/write');
    expect((await mother.says('/cancel')).text).toContain('прерван');
    await mother.says('/write');
    expect((await mother.presses('Не писать')).text).toBe('Ничего не отправлено.');
    expect((await mother.says('что-то')).text).toContain('не распознано');
    expect(await postOf(world.db, TEACHER)).toEqual([]);
  });

  it('says no name where messages may hold none, and speaks the reader’s language', async () => {
    const quiet = await openFamilyWorld({ names: 'none' });
    const { db, chat } = quiet;
    await db.write(({ transaction }) =>
      db.models.Person.update(
        { language: 'en' },
        { where: { id: quiet.classTeacher }, transaction },
      ),
    );
    const mother = chat(MOTHER);
    const asked = await mother.says('/write');
    await mother.says('текст');
    const post = await lastPost(db, TEACHER);
    expect(post.text).toBe('№ 1, 7А\nFrom: Parent\n\nтекст');
    await tap(chat(TEACHER), post, 'Answer');
    await chat(TEACHER).says('ответ');
    const answer = await lastPost(db, MOTHER);
    expect(answer.text).toBe('Классный руководитель 7А\nА. И.\n\nответ');
    const thread = await mother.presses('Переписка');
    for (const text of [asked.text, post.text, answer.text, thread.text]) {
      expect(text).not.toMatch(/Артём|Иванов|Соколова|Мария/);
    }
    await quiet.close();
  });
});
