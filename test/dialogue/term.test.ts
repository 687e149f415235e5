import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { termSheetPress } from '../../bot/dialogue/term-presses.ts';
import { undoPress } from '../../bot/dialogue/undo-press.ts';
import { countStatements } from '../statements.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import { chatsOf, type TestChat } from './chat.ts';

let world: TermWorld;
let chat: TestChat;
beforeEach(async () => {
  world = await openTermWorld();
  chat = world.chats('tg:1');
});
afterEach(() => world.close());

const open = async (who = chat) => {
  await who.says('/term');
  return who.presses('7А Алгебра');
};
/** The labels of the row a button stands in. */
const row = (label: string) =>
  chat
    .screen()
    .buttons.find(([first]) => first?.text === label)
    ?.map(({ text }) => text) ?? [];

describe('the courses', () => {
  it('are a teacher’s own, each with how many are decided', async () => {
    const { make, people } = world;
    await make.aCourse({ class: '1А', subject: 'Чтение', teacher: people.teacher });
    await make.aCourse({ subject: 'Музыка', teacher: people.teacher, markFree: true });
    await make.aCourse({ subject: 'Физика', teacher: people.substitute });
    const { text, buttons } = await chat.says('/term');
    expect(text).toContain('Итоговые отметки\n1-я четверть, до 25 октября');
    expect(buttons).toEqual(['7А Алгебра 0/6', '7А Музыка 0/6']);
    await chat.presses('7А Алгебра');
    await chat.presses('Принять уверенные');
    expect((await chat.presses('‹ Предметы')).buttons[0]).toBe('7А Алгебра 2/6');
    expect(chat.messages()).toHaveLength(1);
  });

  it('are marked when complete', async () => {
    await open();
    await chat.presses('Принять уверенные');
    for (const name of ['2 Козлов', '3 Орлова', '5 Сидоров', '6 Уткин']) {
      const [, value = ''] = row(name);
      await chat.presses(name);
      await chat.presses(value);
    }
    expect((await chat.presses('‹ Предметы')).buttons).toEqual(['✓ 7А Алгебра 6/6']);
  });

  it.each(['четверть', 'Итоги', 'итоговые', 'полугодие', 'триместр'])(
    'open by «%s»',
    async (word) => {
      expect((await chat.says(word)).text).toContain('Итоговые отметки');
    },
  );

  it('go over several pages where there are many', async () => {
    for (let index = 10; index < 30; index += 1) {
      await world.make.aCourse({ subject: `Предмет ${index}`, teacher: world.people.teacher });
    }
    const first = await chat.says('/term');
    expect(first.buttons).toHaveLength(17);
    expect((await chat.presses('›')).buttons).toContain('7А Предмет 29 0/6');
  });

  it('are none before the year begins', async () => {
    world.clock.advance({ days: -60 });
    const { text } = await chat.says('/term');
    expect(text).toContain('Предметов с итоговыми отметками у Вас нет.');
  });
});

describe('the sheet', () => {
  it('shows mean, number of marks and proposal, and why some are in question', async () => {
    const { text, buttons } = await open();
    expect(text).toContain('7А · Алгебра\n1-я четверть, до 25 октября\nВыставлено 0 из 6.');
    expect(text).toContain(' 1 Иванов С.    5,00  3  5\n');
    expect(text).toContain(' 2 Козлов Д.    4,50  4 ?5\n');
    expect(text).toContain(' 3 Орлова В.       —  0 ?\n');
    expect(text).toContain('2. Козлов Д.: средняя у границы');
    expect(text).toContain('5. Сидоров Л.: есть долг');
    expect(text).toContain('6. Уткин Г.: нет отметок, пропущено 5 из 7');
    expect(text).not.toContain('1. Иванов С.:');
    expect(buttons[0]).toBe('Принять уверенные: 2');
    expect(row('2 Козлов')).toEqual(['2 Козлов', '5', '4']);
    expect(row('6 Уткин')).toEqual(['6 Уткин', 'н/а', 'осв']);
    expect(row('1 Иванов')).toEqual(['1 Иванов', '4 Петрова']);
  });

  it('is done in three taps from the command: accept all, then one tap each', async () => {
    await open();
    const accepted = await chat.presses('Принять уверенные: 2');
    expect(accepted.toast).toBe('Приняты 2 отметки.');
    expect(accepted.text).toContain('Выставлено 2 из 6.');
    expect(accepted.buttons).not.toContain('Принять уверенные: 2');
    const decided = await chat.presses('4');
    expect(decided.toast).toBe('Козлов Д.: 4');
    expect(decided.text).toContain('✓4 (5)');
    expect(await world.termMarks()).toEqual(['Иванов 5', 'Козлов 4 (5)', 'Петрова 4']);
    expect(chat.messages()).toHaveLength(1);
  });

  it('opens a pupil for any other value, and takes it away by the same button', async () => {
    await open();
    const panel = await chat.presses('1 Иванов');
    expect(panel.text).toContain('Средняя 5,00, 3 отметки\nПропущено 0 из 7 уроков\nРасчёт: 5');
    expect(panel.buttons).toEqual(['5', '4', '3', '2', 'н/а', 'осв', '‹ К списку']);
    await chat.presses('осв');
    expect(await world.termMarks()).toEqual(['Иванов exempt (5)']);
    const again = await chat.presses('1 Иванов');
    expect(again.text).toContain('Выставлено: осв.');
    expect((await chat.presses('✓ осв')).toast).toBe('Иванов С.: итог снят');
    expect(await world.termMarks()).toEqual(['Иванов exempt (5) cancelled']);
    await chat.presses('1 Иванов');
    expect((await chat.presses('‹ К списку')).text).toContain('Выставлено 0 из 6.');
  });

  it('undoes the last decision here and by the command', async () => {
    await open();
    await chat.presses('Принять уверенные');
    await chat.presses('5');
    const undone = await chat.presses('Отменить');
    expect(undone.toast).toBe('Отменено: 1 итоговая отметка.');
    expect(undone.text).toContain('Выставлено 2 из 6.');
    const card = await chat.says('/undo');
    expect(card.text).toBe(
      '7А · Алгебра\n1-я четверть, до 25 октября\nОтменено: 2 итоговые отметки.\nИванов С., Петрова А.',
    );
    const back = await chat.presses('Открыть итоги');
    expect(back.text).toContain('Выставлено 0 из 6.');
    expect(back.buttons).not.toContain('Отменить');
  });

  it('turns to other terms and the year once they have begun, and a closed one is read', async () => {
    await world.make.aClosedQuarter(1);
    world.clock.advance({ days: 12 });
    const second = await open();
    expect(second.text).toContain('2-я четверть, до 29 декабря');
    expect(second.buttons).toContain('1-я четверть');
    expect(second.buttons).not.toContain('Год');
    const first = await chat.presses('1-я четверть');
    expect(first.text).toContain('1-я четверть (период закрыт)');
    expect(first.text).toContain('Период закрыт, правки вносит администратор.');
    expect(first.buttons).toEqual(['2-я четверть', '‹ Предметы']);
    world.clock.advance({ days: 180 });
    await open();
    const year = await chat.presses('Год');
    expect(year.text).toContain('Год\nВыставлено 0 из 6.');
    expect(year.buttons).not.toContain('Год');
  });

  it('decides a year by its terms', async () => {
    world.clock.advance({ days: 215 });
    const { db, pupil, courses, people } = world;
    await db.write(async ({ db: { models }, transaction }) => {
      const dates = ['2026-11-09', '2027-01-18', '2027-04-05'];
      const lessons = dates.map((date) => ({ courseId: courses.algebra, date, number: 1 }));
      await models.Lesson.bulkCreate(lessons, { transaction });
      const mark = { courseId: courses.algebra, authorId: people.teacher };
      const rows = [
        ...[5, 5, 4, 5].map((value, index) => ({ pupilId: pupil.ivanov, value, index })),
        ...[4, 5, 4, 5].map((value, index) => ({ pupilId: pupil.kozlov, value, index })),
      ].map(({ pupilId, value, index }) => ({
        ...mark,
        pupilId,
        value: String(value),
        termId: world.quarter(index + 1),
      }));
      await models.TermMark.bulkCreate(rows, { transaction });
    });
    await open();
    const year = await chat.presses('Год');
    expect(year.text).toContain(' 1 Иванов С.  5545 4,75  5\n');
    expect(year.text).toContain(' 2 Козлов Д.  4545 4,50 ?5\n');
    expect(year.text).toContain('3. Орлова В.: не за все периоды есть итог');
    await chat.presses('Принять уверенные: 1');
    await chat.presses('2 Козлов');
    expect(chat.screen().text).toContain('По периодам: 4 5 4 5\nСредняя 4,50');
    await chat.presses('4');
    const years = await db.select<{ value: string }>(
      'SELECT value FROM term_mark WHERE term_id IS NULL ORDER BY id',
    );
    expect(years.map(({ value }) => value)).toEqual(['5', '4']);
    expect((await chat.presses('Отменить')).text).toContain('Год\nВыставлено 1 из 6.');
  });

  it('gives зач at a course without marks', async () => {
    const { make, people, pupil } = world;
    const music = await make.aCourse({
      subject: 'Музыка',
      teacher: people.teacher,
      markFree: true,
    });
    for (const date of ['2026-09-08', '2026-09-15', '2026-09-22']) {
      await make.anAbsence({ course: music, date, pupil: pupil.utkin, author: people.teacher });
    }
    await chat.says('/term');
    const sheet = await chat.presses('7А Музыка');
    expect(sheet.text).toContain('Иванов С.');
    expect(sheet.text).toContain('0/3  зач');
    expect(sheet.text).toContain('3/3 ?зач');
    expect(row('6 Уткин')).toEqual(['6 Уткин', 'зач', 'незач', 'осв']);
    await chat.presses('Принять уверенные: 5');
    await chat.presses('незач');
    const marks = await world.termMarks();
    expect(marks).toContain('Уткин fail (pass)');
    expect(marks).toHaveLength(6);
  });

  it('has pages for a class over thirty, and stays on the pupil’s page', async () => {
    for (let index = 7; index <= 35; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    const first = await open();
    expect(first.buttons.length).toBeLessThanOrEqual(100);
    expect(first.buttons).toContain('31–35');
    expect(first.text).not.toContain('35 Ученик35');
    await chat.presses('31–35');
    await chat.presses('35 Ученик35');
    const after = await chat.presses('осв');
    expect(after.text).toContain('35 Ученик35 И.');
    expect(after.text).toContain('✓осв');
    expect(after.text).toContain('Выставлено 1 из 35.');
  });

  it('shows ten in question with their buttons, and the next as those are decided', async () => {
    for (let index = 7; index <= 30; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    await open();
    const rows = () =>
      chat.screen().buttons.filter(([, second]) => second && /^(н\/а|[2-5])$/.test(second.text));
    expect(rows()).toHaveLength(10);
    const last = rows().at(-1)?.[0]?.text;
    await chat.presses('н/а');
    expect(rows()).toHaveLength(10);
    expect(rows().at(-2)?.[0]?.text).toBe(last);
  });
});

describe('an old button', () => {
  it('decides nothing twice and over nobody’s head, and shows the fresh sheet', async () => {
    await open();
    const accept = chat.payload('Принять уверенные');
    const five = chat.payload('5');
    await chat.presses('4');
    const second = await chat.replays(five);
    expect(second.toast).toContain('Запись уже изменилась');
    expect(second.text).toContain('✓4 (5)');
    await chat.replays(accept);
    expect((await chat.replays(accept)).toast).toContain('Запись уже изменилась');
    expect(await world.termMarks()).toEqual(['Иванов 5', 'Козлов 4 (5)', 'Петрова 4']);
    expect(await world.changes()).toHaveLength(3);
  });

  it('accepts nothing but what was shown', async () => {
    await open();
    const accept = chat.payload('Принять уверенные: 2');
    await world.grade(world.pupil.ivanov, [2, 2]);
    const { toast, text } = await chat.replays(accept);
    expect(toast).toContain('Запись уже изменилась');
    expect(text).toContain(' 1 Иванов С.    3,80  5  4');
    expect(await world.termMarks()).toEqual([]);
  });

  it('is read-only once the term is closed', async () => {
    await open();
    const payloads = ['Принять уверенные', '5', '1 Иванов'].map((label) => chat.payload(label));
    await world.make.aClosedQuarter(1);
    for (const payload of payloads.slice(0, 2)) {
      const { toast, text } = await chat.replays(payload);
      expect(toast).toContain('закрыт');
      expect(text).toContain('(период закрыт)');
    }
    expect((await chat.replays(payloads[2] ?? '')).toast).toContain('нет права');
    expect(await world.termMarks()).toEqual([]);
  });

  it('that we never wrote does nothing', async () => {
    const course = world.courses.algebra;
    for (const payload of [
      `term1:${course}`,
      `term1:${course}:z:0`,
      `tset1:${course}:d:${world.pupil.ivanov}:5:0`,
      `tset1:${course}:${world.quarter(1)}:${world.pupil.ivanov}:6:0`,
      `tset1:${course}:${world.quarter(1)}:${world.pupil.ivanov}:5`,
      `tpup1:${course}:${world.quarter(1)}:x`,
      `tsure1:${course}:d:0:x`,
      `tsure1:${course}:${world.quarter(1)}:0`,
    ]) {
      expect((await chat.replays(payload)).toast, payload).toContain('Кнопка устарела');
    }
    const wrong = await chat.replays(
      `tset1:${course}:${world.quarter(1)}:${world.pupil.ivanov}:pass:0`,
    );
    expect(wrong.toast).toContain('Такого итога');
    expect(await world.termMarks()).toEqual([]);
  });
});

describe('whoever isn’t the course’s teacher', () => {
  it.each([
    ['a substitute', 'tg:2', false],
    ['the class teacher', 'tg:3', true],
    ['a parent', 'tg:4', false],
    ['the deputy head', 'tg:5', true],
    ['a stranger', 'tg:404', false],
  ])('%s writes nothing by any replayed button', async (_who, address, reads) => {
    await open();
    const writes = ['Принять уверенные', '5', '1 Иванов'].map((label) => chat.payload(label));
    await chat.presses('4');
    const [operation] = await world.db.select<{ operation: string }>(
      "SELECT operation FROM change WHERE record = 'term_mark'",
    );
    const other = world.chats(address);
    for (const payload of writes) {
      expect((await other.replays(payload)).toast).toContain('нет права');
    }
    const undo = await other.replays(undoPress(operation?.operation ?? '', 'term'));
    expect(undo.toast).toMatch(/нет права|отменять нечего/);
    const read = await other.replays(termSheetPress(world.courses.algebra, 'due'));
    if (reads) {
      expect(read.text).toContain('Только просмотр.');
      expect(read.buttons).toEqual(['‹ Предметы']);
    } else {
      expect(read.toast).toContain('нет права');
      expect(read.text).toBe('');
    }
    expect(await world.termMarks()).toEqual(['Козлов 4 (5)']);
  });

  it('reads: the deputy head any class, the class teacher their own', async () => {
    await world.make.aCourse({ class: '1А', subject: 'Чтение' });
    await world.make.aCourse({ class: '8Б', subject: 'Физика' });
    const deputy = world.chats('tg:5');
    expect((await deputy.says('/term')).buttons).toEqual(['7А', '8Б', 'Закрытие периодов']);
    expect((await deputy.presses('7А')).buttons).toEqual(['7А Алгебра 0/6', '‹ Назад']);
    await deputy.presses('7А Алгебра');
    await deputy.presses('‹ Предметы');
    expect((await deputy.presses('‹ Назад')).buttons).toEqual(['7А', '8Б', 'Закрытие периодов']);
    const classTeacher = world.chats('tg:3');
    await classTeacher.says('/term');
    await classTeacher.presses('Все предметы 7А');
    expect((await classTeacher.presses('7А Алгебра')).text).toContain('Только просмотр.');
    const foreign = deputy.payload('8Б');
    expect((await classTeacher.replays(foreign)).toast).toContain('нет права');
    expect((await classTeacher.replays('tschool1:0')).toast).toContain('нет права');
    expect((await world.chats('tg:4').replays(foreign)).toast).toContain('нет права');
  });

  it('decides all the same as the administrator', async () => {
    const administrator = world.chats('tg:6');
    await administrator.replays(termSheetPress(world.courses.algebra, 'due'));
    await administrator.presses('Принять уверенные');
    expect(await world.termMarks()).toEqual(['Иванов 5', 'Петрова 4']);
  });
});

describe('on a narrow phone', () => {
  const LONG = ['Константинопольская Анна', 'Рождественский-Воскресенский Ян', 'Щ Э'];
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
  const table = (text: string) =>
    text
      .split('\n')
      .filter((line) => /^ ?\d+ /.test(line))
      .join('\n');

  it('keeps every line of the table within 34 characters', async () => {
    for (const name of LONG) {
      await world.make.aPupil(name);
    }
    const course = await world.make.aCourse({
      subject: 'Музыка',
      teacher: world.people.teacher,
      markFree: true,
    });
    await open();
    await chat.presses('2 Козлов');
    await chat.presses('осв');
    expect(widest(table(chat.screen().text))).toBeLessThanOrEqual(34);
    expect(chat.screen().text).toContain('Констант… А.');
    world.clock.advance({ days: 215 });
    const year = await chat.replays(termSheetPress(world.courses.algebra, 'year'));
    expect(widest(table(year.text))).toBeLessThanOrEqual(34);
    world.clock.advance({ days: -215 });
    await chat.replays(termSheetPress(course, 'due'));
    await chat.presses('7 Констан…');
    await chat.presses('незач');
    expect(widest(table(chat.screen().text))).toBeLessThanOrEqual(34);
    expect(table(chat.screen().text).split('\n')).toHaveLength(9);
  });

  it('says no names where messages may hold none', async () => {
    const nameless = chatsOf(world.db, { names: 'none' })('tg:1');
    await open(nameless);
    await nameless.presses('№ 1');
    await nameless.presses('5');
    const { text } = nameless.screen();
    expect(text).toContain(' 1 5,00  3 ✓5');
    expect(text).toContain('№ 2: средняя у границы');
    expect(text).not.toMatch(/Иванов|Козлов|Уткин/);
    const labels = nameless
      .screen()
      .buttons.flat()
      .map((button) => button.text);
    expect(labels.join()).not.toMatch(/Иванов|Козлов|Уткин/);
  });

  it('is told in English to who reads English', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.Person.update({ language: 'en' }, { where: {}, transaction }),
    );
    const { text, buttons } = await open();
    expect(text).toContain('0 of 6 decided.');
    expect(buttons[0]).toBe('Accept the sure ones: 2');
  });
});

it('costs few statements, however many pupils are decided', async () => {
  await chat.says('/term');
  const count = (job: () => Promise<unknown>) => countStatements(world.db, job);
  const opening = await count(() => chat.presses('7А Алгебра'));
  for (let index = 0; index < 6; index += 1) {
    await world.grade(await world.make.aPupil(`Ученик${index} Имя`), [5, 5, 5]);
  }
  await chat.says('/term');
  expect(await count(() => chat.presses('7А Алгебра'))).toBe(opening);
  expect(opening).toBeLessThanOrEqual(18);
  const accepting = await count(() => chat.presses('Принять уверенные: 8'));
  expect(accepting).toBeLessThanOrEqual(29);
});
