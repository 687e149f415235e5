import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf, ripen, tap } from './post.ts';

const CLASS_TEACHER = 'tg:10';
const MOTHER = 'tg:2';
const SUBJECT_TEACHER = 'tg:20';

describe('behaviour', () => {
  let world: FamilyWorld;
  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const notes = async () => {
    const rows = await world.db.models.BehaviourNote.findAll({ order: [['id', 'ASC']] });
    return rows.map(({ kind, text, state }) => `${kind} ${text} ${state}`);
  };

  /** A teacher of Artyom's English group alone, and of all 8Б. */
  async function aSubjectTeacher() {
    const { make, pupils } = world;
    const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: SUBJECT_TEACHER });
    const subject = 'Музыка';
    await make.aCourse({ subject, teacher, group: { name: '1', pupils: [pupils.artyom] } });
    await make.aPupil('Рябов Олег', { class: '8Б' });
    await make.aCourse({ class: '8Б', subject, teacher });
    return teacher;
  }

  it('is written by ticks and a template, and the parents know at once', async () => {
    const { db, chat } = world;
    const teacher = chat(CLASS_TEACHER);
    const pick = await teacher.says('/behaviour');
    expect(pick.text).toContain('7А: поведение');
    expect(pick.buttons).toEqual(['Иванов А.', 'Петрова А.', 'Козлов Д.', 'Записи класса']);
    await teacher.presses('Иванов А.');
    await teacher.presses('Козлов Д.');
    expect(teacher.screen().text).toContain('Выбрано: 2 ученика. Похвала или замечание?');
    const texts = await teacher.presses('Замечание');
    expect(texts.text).toBe(
      'Замечание\nИванов А., Козлов Д.\nВыберите текст или напишите свой одним сообщением.',
    );
    const draft = await teacher.presses('Нет домашнего задания');
    expect(draft.text).toContain('Нет домашнего задания\n\nНельзя написать 1 семье.');
    expect(await notes()).toEqual([]);
    const written = await teacher.presses('Записать и сообщить родителям');
    expect(written.text).toContain('Записано: 2 ученика.\nСообщено 1 семье.');
    expect(written.text).toContain('Родитель не подключён: Козлов Д.');
    expect(await notes()).toEqual([
      'bad Нет домашнего задания active',
      'bad Нет домашнего задания active',
    ]);

    await ripen(db);
    const told = await lastPost(db, MOTHER);
    expect(told).toMatchObject({ lane: 1, silent: false });
    expect(told.text).toBe(
      'Замечание: Иванов Артём\nНет домашнего задания\nСоколова Вера Ивановна, 12 октября',
    );
    const mother = chat(MOTHER);
    const known = await tap(mother, told, 'Ознакомлен(а)');
    expect(known.text).toContain('✓ Вы ознакомлены.');
    expect(known.buttons).toEqual(['Все записи']);
    await tap(mother, told, 'Ознакомлен(а)');
    expect(await db.models.Acknowledgement.count()).toBe(1);

    await teacher.says('/behaviour');
    const counts = await teacher.presses('Записи класса');
    expect(counts.buttons).toEqual(['Иванов А. −1', 'Козлов Д. −1', '‹ К классу']);
    const list = await teacher.presses('Иванов А. −1');
    expect(list.text).toBe(
      'Иванов Артём, 7А: поведение\n\n− Замечание: Нет домашнего задания\n' +
        'Соколова Вера Ивановна, 12 октября · ознакомлены: 1 родитель',
    );
    await teacher.presses('‹ Записи класса');
    expect((await teacher.presses('Козлов Д. −1')).text).toContain('ещё не ознакомлены');
  });

  it('is written in one’s own words, which may be changed before it is done', async () => {
    const { db, chat } = world;
    const teacher = chat(CLASS_TEACHER);
    expect((await teacher.says('Похвала')).text).toContain('Отметьте учеников');
    expect((await teacher.says('Молодец')).text).toContain('Отметьте учеников');
    await teacher.presses('Иванов А.');
    await teacher.presses('Похвала');
    const first = await teacher.says('Победа в <олимпиаде>');
    expect(first.text).toContain('Победа в <олимпиаде>');
    const stale = teacher.payload('Записать и сообщить');
    await teacher.presses('Другой текст');
    await teacher.says('Победа в олимпиаде & конкурсе');
    expect((await teacher.replays(stale)).toast).toContain('заменена другой');
    const fresh = teacher.payload('Записать и сообщить');
    await teacher.replays(fresh);
    expect((await teacher.replays(fresh)).toast).toContain('уже сделана');
    expect(await notes()).toEqual(['good Победа в олимпиаде & конкурсе active']);
    await ripen(db);
    expect((await lastPost(db, MOTHER)).text).toContain('Похвала: Иванов Артём\nПобеда');
    await teacher.says('/behaviour');
    await teacher.presses('Иванов А.');
    await teacher.presses('Похвала');
    expect((await teacher.says('ж'.repeat(501))).text).toContain('не больше 500 знаков');
    await teacher.presses('Активная работа');
    expect((await teacher.presses('Не записывать')).text).toBe('Ничего не записано.');
    expect(await notes()).toHaveLength(1);
  });

  it('of a colleague’s pupils reaches the class teacher', async () => {
    await aSubjectTeacher();
    const { db, chat } = world;
    const teacher = chat(SUBJECT_TEACHER);
    const classes = await teacher.says('/behaviour');
    expect(classes.buttons).toEqual(['7А', '8Б']);
    const pick = await teacher.presses('7А');
    expect(pick.buttons).toEqual(['Иванов А.']);
    await teacher.presses('Иванов А.');
    await teacher.presses('Замечание');
    await teacher.presses('Телефон на уроке');
    await teacher.presses('Записать и сообщить');
    const told = await lastPost(db, CLASS_TEACHER);
    expect(told).toMatchObject({ lane: 2 });
    expect(told.text).toBe(
      'Замечание, 7А\nИванов А.\nТелефон на уроке\nКоролёв Пётр Ильич, 12 октября',
    );
    const list = await tap(chat(CLASS_TEACHER), told, 'Записи класса');
    expect(list.buttons).toContain('Иванов А. −1');
    await ripen(db);
    expect((await lastPost(db, MOTHER)).text).toContain('Королёв Пётр Ильич');
  });

  it('is taken back on the same day, and those who were told hear of it', async () => {
    await aSubjectTeacher();
    const { db, chat, clock } = world;
    const teacher = chat(SUBJECT_TEACHER);
    const undoes: string[] = [];
    for (const text of ['Первое', 'Второе']) {
      await teacher.says('/behaviour');
      await teacher.presses('7А');
      await teacher.presses('Иванов А.');
      await teacher.presses('Замечание');
      await teacher.says(text);
      await teacher.presses('Записать и сообщить');
      undoes.push(teacher.payload('Отменить'));
      await ripen(db);
    }
    const [first = '', undo = ''] = undoes;
    expect((await teacher.presses('Отменить')).text).toContain('Отменено: 1 запись');
    expect(await notes()).toEqual(['bad Первое active', 'bad Второе cancelled']);
    await ripen(db);
    const cancelled = 'Запись отменена: замечание от 12 октября, ';
    expect((await lastPost(db, MOTHER)).text).toBe(`${cancelled}Иванов Артём`);
    expect((await lastPost(db, CLASS_TEACHER)).text).toBe(`${cancelled}Иванов А.`);
    expect((await teacher.replays(undo)).toast).toContain('уже изменилась');
    const [told] = (await postOf(db, MOTHER)).slice(1);
    if (told) {
      expect((await tap(chat(MOTHER), told, 'Ознакомлен(а)')).toast).toContain('уже изменилась');
    }
    expect((await chat(MOTHER).says('/behaviour')).text).not.toContain('Второе');

    for (const address of [CLASS_TEACHER, MOTHER, 'tg:3']) {
      expect((await chat(address).replays(first)).toast).toContain('нет права');
    }
    clock.advance({ days: 1 });
    expect((await teacher.replays(first)).toast).toContain('отменять нечего');
    expect(await notes()).toEqual(['bad Первое active', 'bad Второе cancelled']);
  });

  it('is read by a parent of the own child, page by page', async () => {
    const { db, chat, pupils, classTeacher } = world;
    for (let count = 1; count <= 7; count += 1) {
      await db.write(({ transaction, now }) =>
        db.models.BehaviourNote.create(
          {
            pupilId: pupils.artyom,
            authorId: classTeacher,
            kind: count % 2 === 0 ? 'good' : 'bad',
            text: `запись ${count}`,
            date: '2026-10-12',
            operation: `chat:${count + 1000}`,
            createdAt: now,
          },
          { transaction },
        ),
      );
    }
    const mother = chat(MOTHER);
    const list = await mother.says('поведение');
    expect(list.text).toContain('Иванов Артём: поведение\n\n− Замечание: запись 7');
    expect(list.text).not.toContain('запись 2');
    expect((await mother.presses('‹ Раньше')).text).toContain('запись 2');
    await mother.presses('К последним');
    const known = await mother.presses('Ознакомлен(а): 12.10');
    expect(known.text).toContain('Вы ознакомлены');
    expect(await db.models.Acknowledgement.count()).toBe(1);
  });

  it('is not written of other classes and not read by other families', async () => {
    await aSubjectTeacher();
    const { db, chat, pupils, make } = world;
    const teacher = chat(CLASS_TEACHER);
    await teacher.says('/behaviour');
    await teacher.presses('Иванов А.');
    await teacher.presses('Замечание');
    await teacher.says('тайное');
    await teacher.presses('Записать и сообщить');
    const { id: classId } = (await db.models.SchoolClass.findOne()) ?? { id: 0 };
    const { id: noteId } = (await db.models.BehaviourNote.findOne()) ?? { id: 0 };
    const payloads = [
      `bclass1:${classId}:0`,
      `btick1:${classId}:${pupils.artyom}:1:0`,
      'bkind1:bad',
      'btext1:0',
      'bwrite1:1',
      `bnotes1:${classId}:0`,
      `bpupil1:${classId}:${pupils.artyom}:0`,
      `bchild1:${pupils.artyom}:0`,
      `bknow1:${noteId}:message`,
      `bknow1:${noteId}:list`,
    ];
    await make.aTeacher('Чужой Иван', { chat: 'tg:21' });
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7', consent: null });
    for (const address of ['tg:3', 'tg:7', 'tg:21', 'tg:999']) {
      const stranger = chat(address);
      for (const payload of payloads) {
        const heard = await stranger.replays(payload);
        expect(JSON.stringify([heard, stranger.messages()]), `${address} ${payload}`).not.toMatch(
          /тайное|Нет домашнего/,
        );
      }
    }
    expect(await notes()).toEqual(['bad тайное active']);
    expect(await db.models.Acknowledgement.count()).toBe(0);

    // A teacher of Artyom alone doesn't reach Alyona by a forged tick.
    const subject = chat(SUBJECT_TEACHER);
    await subject.replays(`btick1:${classId}:${pupils.alyona}:1:0`);
    expect((await subject.replays('bkind1:bad')).toast).toContain('уже сделана');
    // Nor does the former class teacher write or read of the class.
    const next = await make.aTeacher('Белова Анна', { chat: 'tg:22' });
    await make.aClass('7А', { teacher: next });
    await db.write(({ transaction }) =>
      db.models.Course.update({ teacherId: next }, { where: { classId }, transaction }),
    );
    for (const payload of payloads) {
      const heard = await chat(CLASS_TEACHER).replays(payload);
      expect(heard.text, payload).not.toContain('тайное');
    }
    expect((await chat('tg:22').replays(`bpupil1:${classId}:${pupils.artyom}:0`)).text).toContain(
      'тайное',
    );
  });

  it('leaves the journal’s own words to the journal', async () => {
    const { chat, db } = world;
    const teacher = chat(CLASS_TEACHER);
    await teacher.says('/behaviour');
    expect((await teacher.says('7А алгебра: Иванов 5')).text).toContain('Записано');
    expect(await db.models.Mark.count()).toBe(1);
  });

  it('says no name where messages may hold none', async () => {
    const quiet = await openFamilyWorld({ names: 'none' });
    const teacher = quiet.chat(CLASS_TEACHER);
    await teacher.says('/behaviour');
    await teacher.presses('№ 1');
    await teacher.presses('Похвала');
    await teacher.presses('Активная работа');
    await teacher.presses('Записать и сообщить');
    await teacher.says('/behaviour');
    await teacher.presses('Записи класса');
    await teacher.presses('№ 1 +1');
    const mother = quiet.chat(MOTHER);
    await ripen(quiet.db, { names: 'none' });
    const told = await lastPost(quiet.db, MOTHER);
    expect(told.text).toBe('Похвала: А. И.\nАктивная работа на уроке\nУчитель, 12 октября');
    await mother.says('/behaviour');
    const shown = [...teacher.messages(), ...mother.messages(), told];
    expect(JSON.stringify(shown)).not.toMatch(/Иванов|Артём|Соколова/);
    await quiet.close();
  });

  it('reads no more for a large class', async () => {
    const { chat, make } = world;
    const teacher = chat(CLASS_TEACHER);
    const few = await countSelects(world, () => teacher.says('/behaviour'));
    for (let count = 0; count < 15; count += 1) {
      await make.aPupil(`Новый${count} Олег`);
    }
    expect(await countSelects(world, () => teacher.says('/behaviour'))).toBe(few);
    expect(few).toBeLessThanOrEqual(7);
  });
});
