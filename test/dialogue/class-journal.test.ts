import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../../bot/delivery/bytes-of.ts';
import { readyReply } from '../../bot/delivery/ready-reply.ts';
import { classJournalPress } from '../../bot/dialogue/journal-presses.ts';
import type { Paper } from '../../bot/views/papers/paper.ts';
import { unpack } from '../../bot/views/prints/packed.ts';
import { countStatements } from '../statements.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import type { Heard, TestChat } from './chat.ts';
import { aPastYear, aTermMark } from './past-year.ts';

let world: TermWorld;
let deputy: TestChat;
let classTeacher: TestChat;
let past: Awaited<ReturnType<typeof aPastYear>>;

beforeAll(async () => {
  world = await openTermWorld();
  const { db, pupil, people, make, courses } = world;
  deputy = world.chats('tg:5');
  classTeacher = world.chats('tg:3');
  past = await aPastYear(db, { grade: 6, pupils: [pupil.ivanov, pupil.petrova] });
  await db.write(async ({ db: { models }, transaction }) => {
    const led = { classTeacherId: people.substitute };
    await models.SchoolClass.update(led, { where: { id: past.classId }, transaction });
    await models.Lesson.update({ topic: 'Дроби', homework: '№ 12' }, { where: {}, transaction });
  });
  const date = '2025-09-08';
  await make.aMark({ course: past.courseId, date, pupil: pupil.ivanov, value: 3, author: 1 });
  await make.anAbsence({ course: past.courseId, date, pupil: pupil.petrova, author: 1 });
  const term = past.termIds[0] ?? null;
  const given = { pupil: pupil.ivanov, course: past.courseId, author: people.teacher };
  await aTermMark(db, { ...given, term, value: '4' });
  await aTermMark(db, { ...given, term: null, value: '5' });
  expect(courses.algebra).toBeGreaterThan(0);
});
afterAll(() => world.close());

function paperOf({ files: [file] }: Heard): Paper {
  if (!file || !('packed' in file)) {
    throw new Error('no packed paper was sent');
  }
  return JSON.parse(unpack(file.packed.text)) as Paper;
}
const tableOf = (paper: Paper, name: string) => {
  const found = paper.tables.find((table) => table.name === name);
  if (!found) {
    throw new Error(`no «${name}» among ${paper.tables.map((table) => table.name).join(', ')}`);
  }
  return { titles: found.columns.map(({ title }) => title), rows: found.rows };
};

describe('the journal of a class’s year', () => {
  it('has all the pages of the paper one', async () => {
    await classTeacher.says('/journal');
    const paper = paperOf(await classTeacher.presses('Журнал за год: PDF'));
    expect(paper.lines).toEqual([
      'Класс: 7А',
      '2026/27 учебный год',
      'Классный руководитель: Жукова Н.',
    ]);
    expect(paper.tables.map(({ name }) => name)).toEqual([
      'Предметы и учителя',
      'Список учащихся',
      'Алгебра, 1-я четверть',
      'Алгебра, 1-я четверть: темы и задания',
      'Посещаемость',
    ]);
    const grid = tableOf(paper, 'Алгебра, 1-я четверть');
    expect(grid.titles.slice(1, 4)).toEqual(['Ученик', '07.09', '14.09']);
    expect(grid.rows[0]).toEqual([1, 'Иванов Семён', 5, 5, 5, null, null, null, null, null]);
    expect(grid.rows[4]?.slice(2, 6)).toEqual([3, 3, 3, '•']);
    expect(grid.rows[5]?.slice(2, 8)).toEqual(['н', 'н', 'н', 'н', 'н', null]);
    const topics = tableOf(paper, 'Алгебра, 1-я четверть: темы и задания');
    expect(topics.rows[0]).toEqual(['2026-09-07', 1, 'Дроби', '№ 12']);
    expect(tableOf(paper, 'Посещаемость').rows[5]).toEqual([
      6,
      'Уткин Глеб',
      5,
      0,
      0,
      0,
      5,
      0,
      0,
      5,
      0,
    ]);
  });

  it('has the marks of the terms and the year where there are any', async () => {
    const payload = classJournalPress(past.classId, 'pdf');
    const paper = paperOf(await deputy.replays(payload));
    expect(paper.title).toBe('Классный журнал 6А, 2025/26');
    expect(paper.tables.map(({ name }) => name).filter((name) => /^Итоговые/.test(name))).toEqual([
      'Итоговые отметки: 1-я четверть',
      'Итоговые отметки: Год',
    ]);
    expect(tableOf(paper, 'Алгебра, 1-я четверть').rows).toEqual([
      [1, 'Иванов Семён', 3, 4],
      [2, 'Петрова Алёна', 'н', null],
    ]);
    expect(tableOf(paper, 'Итоговые отметки: Год').rows[0]).toEqual([1, 'Иванов Семён', 5]);
  });

  it('is a print and a workbook', async () => {
    const pdf = await deputy.replays(classJournalPress(past.classId, 'pdf'));
    const [file] = pdf.files;
    const ready = await readyReply({ text: 'x', ...(file ? { file } : {}) }, bytesOf);
    const bytes = 'text' in ready && ready.file && 'bytes' in ready.file ? ready.file.bytes : null;
    expect(
      Buffer.from(bytes ?? [])
        .toString('latin1')
        .slice(0, 5),
    ).toBe('%PDF-');
    const xlsx = await deputy.replays(classJournalPress(past.classId, 'xlsx'));
    const sheet = await readyReply(
      { text: 'x', ...(xlsx.files[0] ? { file: xlsx.files[0] } : {}) },
      bytesOf,
    );
    const book = new ExcelJS.Workbook();
    const loaded = 'text' in sheet && sheet.file && 'bytes' in sheet.file ? sheet.file.bytes : null;
    await book.xlsx.load(Buffer.from(loaded ?? []) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toContain('Алгебра, 1-я четверть');
  });

  it('has no marks in grade 1, and nothing to print where nobody was', async () => {
    const { make, people } = world;
    const reading = await make.aCourse({ class: '1А', subject: 'Чтение' });
    const pupil = await make.aPupil('Белов Яков', { class: '1А' });
    await make.aMark({
      course: reading,
      date: '2026-09-07',
      pupil,
      value: 5,
      author: people.teacher,
    });
    const first = await make.aClass('1А');
    const paper = paperOf(await deputy.replays(classJournalPress(first, 'pdf')));
    expect(paper.tables.map(({ name }) => name).join()).not.toContain('Итоговые');
    expect(tableOf(paper, 'Чтение, 1-я четверть').rows).toEqual([[1, 'Белов Яков', null]]);
    const empty = await make.aClass('9Ж');
    const said = await deputy.replays(classJournalPress(empty, 'pdf'));
    expect(said.toast).toBe('В этом классе никого не было, печатать нечего.');
  });

  it('is read by a fixed number of statements', async () => {
    const payload = classJournalPress(past.classId, 'pdf');
    const count = await countStatements(world.db, () => deputy.replays(payload));
    expect(count).toBeLessThanOrEqual(world.db.dialect === 'sqlite' ? 24 : 26);
  });
});

describe('a past year', () => {
  it('is three taps from the school’s journal', async () => {
    expect((await deputy.says('/journal')).buttons).toContain('Год 2025/26');
    const year = await deputy.presses('Год 2025/26');
    expect(year.text).toContain('Журнал 2025/26');
    const klass = await deputy.presses('6А');
    expect(klass.text).toContain('Журнал 6А 2025/26');
    const grid = await deputy.presses('Алгебра');
    expect(grid.text).toContain('7А'.replace('7', '6'));
    await deputy.presses('1-я четверть');
    expect(deputy.screen().file?.kind).toBe('photo');
    await deputy.presses('‹ Назад');
    expect((await deputy.presses('‹ Назад')).text).toContain('Журнал 2025/26');
  });

  it('is open to the class teacher of then, and to no other teacher', async () => {
    const then = world.chats('tg:2');
    expect((await then.says('/journal')).buttons).toEqual(['Год 2025/26']);
    expect((await then.presses('Год 2025/26')).buttons).toEqual(['6А', '‹ Назад']);
    await then.presses('6А');
    expect(paperOf(await then.presses('Журнал за год: PDF')).lines[0]).toBe('Класс: 6А');
    await then.presses('Алгебра');
    await then.presses('1-я четверть');
    expect(then.messages().some(({ file }) => file?.kind === 'photo')).toBe(true);
    for (const other of [world.chats('tg:1'), classTeacher, world.chats('tg:4')]) {
      const grid = `jrn1:${past.courseId}:0:0`;
      const card = `jcls1:${past.classId}:0`;
      const files = classJournalPress(past.classId, 'pdf');
      for (const payload of [grid, card, files, `jpast1:${past.yearId}:0`]) {
        expect((await other.replays(payload)).toast).toContain('нет права');
      }
    }
    expect((await deputy.replays(classJournalPress(9999, 'pdf'))).toast).toContain('Такой записи');
  });
});
