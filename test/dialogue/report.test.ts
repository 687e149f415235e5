import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf as drawn } from '../../bot/delivery/bytes-of.ts';
import { readyReply } from '../../bot/delivery/ready-reply.ts';
import type { ReplyFile } from '../../bot/dialogue/reply.ts';
import {
  approveReportPress,
  reportFilePress,
  reportPress,
  reportTeachersPress,
} from '../../bot/dialogue/report-presses.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import { countStatements } from '../statements.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import { chatsOf } from './chat.ts';

let world: TermWorld;
let classId: number;

beforeAll(async () => {
  world = await openTermWorld();
  classId = await world.make.aClass('7А');
  await decide({ ivanov: '5', kozlov: '4', orlova: 'na', petrova: '4', sidorov: '3', utkin: '2' });
  // The first quarter is over.
  world.clock.advance({ days: 4 });
});
afterAll(() => world.close());

/** Term marks of algebra as they stand, past every check. */
async function decide(values: Partial<Record<keyof TermWorld['pupil'], TermValue>>) {
  const { db, courses, people, quarter, pupil } = world;
  const key = { courseId: courses.algebra, termId: quarter(1) };
  await db.write(async ({ db: { models }, transaction }) => {
    for (const [name, value] of Object.entries(values)) {
      const pupilId = pupil[name as keyof typeof pupil];
      const where = { ...key, pupilId };
      await models.TermMark.destroy({ where, transaction });
      await models.TermMark.create({ ...where, value, authorId: people.teacher }, { transaction });
    }
  });
}

const own = () => ({ kind: 'teacher' as const, teacherId: world.people.teacher, classId: null });
const ofClass = (kind: 'class' | 'summary') => ({ kind, teacherId: null, classId });
const ofSchool = { kind: 'school' as const, teacherId: null, classId: null };

async function bytesOf(file: ReplyFile | undefined): Promise<Buffer> {
  const ready = file && (await readyReply({ text: 'x', file }, drawn));
  if (!ready || !('file' in ready) || !ready.file || !('bytes' in ready.file)) {
    throw new Error('there is no file');
  }
  return Buffer.from(ready.file.bytes);
}

describe('/report of a teacher', () => {
  it('shows the figures of the term that ended, two taps away', async () => {
    const chat = world.chats('tg:1');
    const home = await chat.says('отчёт');
    expect(home.buttons).toEqual(['Отчёт учителя']);
    const { text, buttons } = await chat.presses('Отчёт учителя');
    expect(text).toContain('1-я четверть');
    expect(text).toContain('Черновик, не утверждён.');
    expect(text).toContain('7А Алгебра         6  67  50 3,60');
    expect(text).toContain('Неуспевающих: 1.');
    expect(buttons).toEqual(['Excel', 'PDF', 'Картинка', 'Утвердить', '‹ Отчёты']);
  });

  it('sends it as a workbook with real formats, and as a numbered print', async () => {
    const chat = world.chats('tg:1');
    await chat.says('/report');
    await chat.presses('Отчёт учителя');
    const [xlsx] = (await chat.presses('Excel')).files;
    expect(xlsx).toMatchObject({ name: 'Отчёт_учителя_Королёв_П_И_1-я_четверть.xlsx', as: 'xlsx' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf(xlsx)).buffer as ArrayBuffer);
    const [sheet, failing] = workbook.worksheets;
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'По предметам и классам',
      'Неуспевающие и неаттестованные',
    ]);
    const head = (sheet?.getRow(5).values ?? []) as string[];
    const cell = (title: string) => sheet?.getRow(6).getCell(head.indexOf(title));
    const formatted = (title: string) => [cell(title)?.value, cell(title)?.numFmt];
    expect(formatted('Усп., %')).toEqual([0.6667, '0.00%']);
    expect(formatted('Ср. балл')).toEqual([3.6, '0.00']);
    expect(cell('Дано')?.value).toBe(7);
    expect(sheet?.views).toMatchObject([{ state: 'frozen', xSplit: 2, ySplit: 5 }]);
    expect(sheet?.pageSetup).toMatchObject({
      ...{ orientation: 'landscape', paperSize: 9, fitToWidth: 1, printTitlesRow: '1:5' },
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&Rстр. &P из &N');
    expect(failing?.getRow(6).values).toEqual([undefined, '7А', 'Алгебра', 'Уткин Глеб', 2]);
    const [pdf] = (await chat.presses('PDF')).files;
    const printed = (await bytesOf(pdf)).toString('latin1');
    expect(printed.slice(0, 5)).toBe('%PDF-');
    expect(printed).toContain('/MediaBox [0 0 841.89 595.28]');
    const [photo] = (await chat.presses('Картинка')).files;
    expect((await bytesOf(photo)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('keeps what was approved, with name and time, and says when the journal has changed', async () => {
    const chat = world.chats('tg:1');
    await chat.says('/report');
    await chat.presses('Отчёт учителя');
    const approved = await chat.presses('Утвердить');
    expect(approved.toast).toBe('Отчёт утверждён.');
    expect(approved.text).toMatch(/Утверждён 27 октября 2026 г\. в \d\d:\d\d, Королёв П\. И\.$/m);
    expect(approved.buttons).not.toContain('Утвердить');
    await decide({ sidorov: '2' });
    await chat.says('/report');
    const later = await chat.presses('Отчёт учителя');
    expect(later.text).toContain('Данные изменились после утверждения.');
    expect(later.text).toContain('7А Алгебра         6  67  50 3,60');
    const deputy = await world.chats('tg:5').replays(reportPress({ ...own(), termId: 'due' }));
    expect(deputy.text).toContain('Утверждён 27 октября 2026');
    expect(deputy.buttons).not.toContain('Утвердить новые данные');
    const again = await chat.presses('Утвердить новые данные');
    expect(again.text).toContain('7А Алгебра         6  50  50 3,40');
    expect(again.text).not.toContain('изменились');
    const changes = await world.db.select<{ before: string; after: string }>(
      `SELECT before, after FROM change WHERE record = 'report' AND before IS NOT NULL ORDER BY id`,
    );
    expect(changes.map(({ before }) => JSON.parse(before).state)).toEqual(['draft', 'approved']);
    await decide({ sidorov: '3' });
  });

  it('approves nothing but what was shown', async () => {
    const chat = world.chats('tg:3');
    await chat.says('/report');
    await chat.presses('Сводная ведомость');
    const old = chat.payload('Утвердить');
    await decide({ sidorov: '4' });
    const heard = await chat.replays(old);
    expect(heard.toast).toContain('Ничего не записано');
    expect(heard.text).toContain('Черновик');
    await decide({ sidorov: '3' });
  });
});

describe('/report of a class teacher and of the deputy head', () => {
  it('names the groups of the class, with who gave the two', async () => {
    const chat = world.chats('tg:3');
    const home = await chat.says('/report');
    expect(home.buttons).toEqual([
      ...['Отчёт классного руководителя', 'Сводная ведомость', 'Посещаемость', 'Движение'],
    ]);
    const { text } = await chat.presses('Отчёт классного руководителя');
    expect(text).toContain('Успеваемость 66,67 %, качество 50,00 %.');
    expect(text).toContain('Неуспевающие: 1');
    expect(text).toContain('С одной «4»: 2');
    expect(text).toContain('Н/а или нет данных: 1');
    expect(text).toContain('Пропущено уроков: 5');
    expect(text).toContain('Пропущено дней целиком: 5.');
    const [file] = (await chat.presses('PDF')).files;
    expect(JSON.stringify(file)).toContain('Алгебра («2»), Королёв П. И.');
  });

  it('counts who came and left so that the list adds up', async () => {
    const { make, db } = world;
    const newcomer = await make.aPupil('Новик Яна', { from: '2026-10-26' });
    const chat = world.chats('tg:3');
    await chat.says('/report');
    const first = await chat.presses('Движение');
    expect(first.text).toContain('На начало 6, прибыло 0, выбыло 0, на конец 6.');
    world.clock.advance({ days: 7 });
    await chat.says('/report');
    const second = await chat.presses('Движение');
    expect(second.text).toContain('На начало 6, прибыло 1, выбыло 0, на конец 7.');
    expect(second.text).toContain('26.10 Новик Я., 7А: прибыл');
    world.clock.advance({ days: -7 });
    await db.write(async ({ db: { models }, transaction }) => {
      await models.Enrolment.destroy({ where: { pupilId: newcomer }, transaction });
    });
  });

  it('brings a mark along from another class, and tells of the order', async () => {
    const { make, db, people, quarter, pupil } = world;
    const parallel = await make.aCourse({
      class: '7Б',
      subject: 'Алгебра',
      teacher: people.teacher,
    });
    const moved = await make.aPupil('Рысь Инна', { class: '7Б', to: '2026-10-11' });
    await db.write(async ({ db: { models }, transaction }) => {
      const stay = { pupilId: moved, classId, number: 7, startsOn: '2026-10-12' };
      await models.Enrolment.create({ ...stay, orderIn: '№ 12 от 09.10.2026' }, { transaction });
      const mark = { pupilId: moved, courseId: parallel, termId: quarter(1), value: '5' };
      await models.TermMark.create({ ...mark, authorId: people.teacher }, { transaction });
    });
    const chat = world.chats('tg:3');
    await chat.says('/report');
    const { text } = await chat.presses('Отчёт классного руководителя');
    expect(text).toContain('Отличники: 2');
    expect(text).toContain('На начало 6, прибыло 1, выбыло 0, на конец 7.');
    const [file] = (await chat.presses('Excel')).files;
    expect(JSON.stringify(file)).toContain('№ 12 от 09.10.2026');
    expect(JSON.stringify(file)).toContain('"7Б"');
    await db.write(async ({ db: { models }, transaction }) => {
      await models.TermMark.destroy({ where: { pupilId: moved }, transaction });
      await models.Enrolment.destroy({ where: { pupilId: moved }, transaction });
    });
    expect(pupil.ivanov).not.toBe(moved);
  });

  it('says which courses have no teacher', async () => {
    const { make, db, people, quarter, pupil } = world;
    const physics = await make.aCourse({ class: '7А', subject: 'Физика' });
    const key = { courseId: physics, termId: quarter(1), authorId: people.administrator };
    await db.write(async ({ db: { models }, transaction }) => {
      const rows = Object.values(pupil).map((pupilId) => ({ ...key, pupilId, value: '5' }));
      await models.TermMark.bulkCreate(rows, { transaction });
    });
    const chat = world.chats('tg:5');
    await chat.says('/report');
    const { text } = await chat.presses('Сводка по школе');
    expect(text).toContain('Нет учителя: 7А Физика.');
    const [file] = (await chat.presses('PDF')).files;
    expect(JSON.stringify(file)).toContain('без учителя');
    await db.write(async ({ db: { models }, transaction }) => {
      await models.TermMark.destroy({ where: { courseId: physics }, transaction });
    });
  });

  it('gives the deputy head the school and who has approved', async () => {
    const chat = world.chats('tg:5');
    const home = await chat.says('отчеты');
    expect(home.buttons[0]).toBe('Сводка по школе');
    const { text } = await chat.presses('Сводка по школе');
    expect(text).toContain('Успеваемость 66,67 %, качество 50,00 %.');
    await chat.presses('‹ Отчёты');
    const teachers = await chat.presses('Отчёты учителей');
    expect(teachers.buttons).toContain('✓ Королёв П. И.');
    await chat.presses('‹ Отчёты');
    await chat.presses('Отчёты классов');
    expect((await chat.presses('7А')).buttons).toContain('Сводная ведомость');
  });

  it('gives the deputy head the parents’ interest, as a workbook too', async () => {
    const chat = world.chats('tg:5');
    await chat.says('/report');
    const shown = await chat.presses('Интерес родителей: вся школа');
    expect(shown.text).toContain('7А       6   1   1   0   0   0');
    expect(shown.buttons).not.toContain('Картинка');
    const heard = await chat.presses('Excel');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(heard.files[0])) as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['По классам', 'Недели', 'Без доступа'],
    ]);
    const unlinked = book.getWorksheet('Без доступа');
    const names = unlinked?.getColumn(2).values.join();
    expect(names).toContain('Козлов');
    expect(names).not.toContain('Иванов');
  });

  it('takes few statements', async () => {
    const chat = world.chats('tg:5');
    const press = reportPress({ ...ofSchool, termId: world.quarter(1) });
    expect(await countStatements(world.db, () => chat.replays(press))).toBeLessThanOrEqual(26);
  });
});

describe('a report that there is nothing in', () => {
  it('is a sentence: a term without marks, a class without pupils', async () => {
    const { make, people } = world;
    const teacher = await make.aTeacher('Дёмин Яков', { chat: 'tg:11' });
    const empty = await make.aClass('8Б', { teacher });
    const physics = await make.aCourse({ class: '8Б', subject: 'Физика', teacher });
    const chat = world.chats('tg:11');
    await chat.says('/report');
    const nobody = await chat.presses('Отчёт классного руководителя');
    expect(nobody.text).toContain('В списке никого нет');
    expect(nobody.buttons).not.toContain('Excel');
    await chat.says('/report');
    expect((await chat.presses('Отчёт учителя')).text).toContain('Предметов с уроками');
    await make.aPupil('Юдин Пётр', { class: '8Б' });
    await make.aLesson({ course: physics, date: '2026-09-08' });
    await chat.says('/report');
    const undecided = await chat.presses('Отчёт учителя');
    expect(undecided.text).toContain('Итоги за этот период ещё не выставлены');
    const forged = await chat.replays(
      reportFilePress({ ...own(), teacherId: teacher, termId: world.quarter(1) }, 'pdf'),
    );
    expect(forged.files).toEqual([]);
    expect(empty + people.teacher).toBeGreaterThan(0);
  });

  it('has no marks in grade 1: attendance alone', async () => {
    const { make } = world;
    const teacher = await make.aTeacher('Зайцева Вера', { chat: 'tg:12' });
    await make.aClass('1А', { teacher });
    const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher });
    const pupil = await make.aPupil('Ёлкин Олег', { class: '1А' });
    await make.anAbsence({
      course: reading,
      date: '2026-09-08',
      pupil,
      author: teacher,
      code: 'ill',
    });
    const chat = world.chats('tg:12');
    await chat.says('/report');
    const report = await chat.presses('Отчёт классного руководителя');
    expect(report.text).toContain('Пропущено уроков: 1 (болезнь 1');
    expect(report.text).not.toMatch(/Успеваемость|Отличники/);
    expect(report.buttons).not.toContain('Картинка');
    await chat.says('/report');
    const hours = await chat.presses('Отчёт учителя');
    expect(hours.text).toContain('1А Чтение         1 без отметок');
    expect(hours.buttons).not.toContain('Картинка');
    await chat.says('/report');
    expect((await chat.presses('Сводная ведомость')).text).toContain('В первом классе');
  });
});

it('says no name where messages may hold none, in files neither', async () => {
  const nameless = chatsOf(world.db, { names: 'none' });
  const said: string[] = [];
  for (const kind of ['class', 'summary'] as const) {
    const ref = { ...ofClass(kind), termId: world.quarter(1) };
    const chat = nameless('tg:5');
    const files = ['xlsx', 'png'] as const;
    said.push((await chat.replays(reportPress(ref))).text);
    for (const file of files) {
      said.push(JSON.stringify((await chat.replays(reportFilePress(ref, file))).files));
    }
  }
  said.push((await nameless('tg:5').replays(reportTeachersPress())).buttons.join());
  expect(said.join()).toContain('№ 1');
  expect(said.join()).not.toMatch(/Иванов|Уткин|Королёв|Жукова/);
});

it('leaves a file in the chat on the way back from it', async () => {
  const chat = world.chats('tg:1');
  await chat.says('/report');
  await chat.presses('Отчёт учителя');
  await chat.presses('PDF');
  await chat.presses('‹ Отчёты');
  expect(chat.messages().filter(({ file }) => file)).toHaveLength(1);
  expect(chat.screen().text).toContain('Выберите отчёт.');
});

describe('who may', () => {
  const termOf = () => world.quarter(1);
  const seen = '000000000000';

  it.each<[string, string, string[]]>([
    ['another teacher', 'tg:2', []],
    ['the class teacher', 'tg:3', ['class', 'summary']],
    ['the teacher', 'tg:1', ['teacher']],
    ['the deputy head', 'tg:5', ['teacher', 'class', 'summary', 'school']],
    ['the administrator', 'tg:6', ['teacher', 'class', 'summary', 'school']],
  ])('read: %s', async (_name, address, allowed) => {
    const chat = world.chats(address);
    const read: string[] = [];
    for (const ref of [own(), ofClass('class'), ofClass('summary'), ofSchool]) {
      const heard = await chat.replays(reportPress({ ...ref, termId: termOf() }));
      if (heard.text.includes('1-я четверть')) {
        read.push(ref.kind);
      }
      const sent = await chat.replays(reportFilePress({ ...ref, termId: termOf() }, 'xlsx'));
      expect(sent.files.length, ref.kind).toBe(allowed.includes(ref.kind) ? 1 : 0);
    }
    expect(read).toEqual(allowed);
  });

  it('a parent and a stranger get what an unknown one gets', async () => {
    for (const address of ['tg:4', 'tg:99']) {
      const chat = world.chats(address);
      const heard = await chat.replays(reportPress({ ...own(), termId: termOf() }));
      expect(heard.text + heard.toast).toContain('нет права');
      expect((await chat.says('/report')).text).not.toContain('Отчёты');
    }
  });

  it('approve: nobody in another’s place', async () => {
    const kept = () => world.db.select(`SELECT id FROM report WHERE kind <> 'teacher'`);
    for (const address of ['tg:1', 'tg:2', 'tg:4', 'tg:5', 'tg:6']) {
      const press = approveReportPress({ ...ofClass('class'), termId: termOf() }, seen);
      await world.chats(address).replays(press);
    }
    for (const address of ['tg:1', 'tg:3', 'tg:6']) {
      const press = approveReportPress({ ...ofSchool, termId: termOf() }, seen);
      await world.chats(address).replays(press);
    }
    expect(await kept()).toEqual([]);
  });

  it('changes nothing for a payload we never wrote', async () => {
    const chat = world.chats('tg:5');
    for (const payload of [
      ...['report1', 'report1:teacher:0:0:1', 'report1:school:1:0:1', 'report1:school:0:0:year'],
      ...['report1:class:0:999:1', 'report1:school:0:0:999', 'repf1:school:0:0:0:pdf', 'repok1:x'],
    ]) {
      const heard = await chat.replays(payload);
      expect(heard.text + heard.toast, payload).toMatch(/нет|устарела/);
      expect(heard.files).toEqual([]);
    }
  });
});
