import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptPlanItem } from '../../db/actions/accept-plan-item.ts';
import { copyLesson } from '../../db/actions/copy-lesson.ts';
import { keepHomeworkFile, type SentFile } from '../../db/actions/keep-homework-file.ts';
import { removeHomeworkFile } from '../../db/actions/remove-homework-file.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import { undoLast } from '../../db/actions/undo-last.ts';
import { weekdayOf } from '../../db/days.ts';
import { readHomeworkFiles } from '../../db/reports/homework-files.ts';
import { readLessonFacts } from '../../db/reports/lesson-facts.ts';
import { readProposals } from '../../db/reports/lesson-proposals.ts';
import { readNextLessonDays } from '../../db/reports/next-lessons.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { countStatements } from '../statements.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

let world: JournalWorld;
beforeEach(async () => {
  world = await openJournalWorld();
});
afterEach(() => world.close());

const lessons = () =>
  world.db.select<{
    topic: string | null;
    homework: string | null;
    due: string | null;
    plan: number | null;
  }>(
    `SELECT topic, homework, homework_due AS due, plan_item_id AS plan
       FROM lesson WHERE course_id = :course ORDER BY date, number`,
    { course: world.course },
  );
const teacher = <T>(verb: Parameters<typeof world.as<T>>[1]) =>
  world.as(world.people.teacher, verb);

const facts = async (key = world.lesson) => {
  const found = await readLessonFacts(world.db, key, weekdayOf(key.date));
  if (!found) {
    throw new Error('no such lesson');
  }
  return found;
};
const proposals = async (key = world.lesson) =>
  readProposals(world.db, world.people.teacher, key, await facts(key));

const photo = (name: string, size: number | null = 1000): SentFile => ({
  kind: 'photo',
  name,
  mime: 'image/jpeg',
  size,
  messenger: 'tg',
  fileId: `id of ${name}`,
});
const keep = (file: SentFile) =>
  teacher((tx, by) => keepHomeworkFile(tx, by, { lesson: world.lesson, file, text: 'см. файл' }));
const files = async () => {
  const { lessonId } = await facts();
  return (await readHomeworkFiles(world.db, [lessonId ?? 0])).map(({ name }) => name);
};

describe('the plan', () => {
  it('proposes the first line that no lesson was given by, two-hour lines twice', async () => {
    const { make, course, lesson } = world;
    const first = await make.aPlanItem(course, 'Дроби', { homework: '§ 1', hours: 2 });
    const second = await make.aPlanItem(course, 'Степени', { homework: '§ 2' });
    expect((await proposals()).plan).toMatchObject({ planItemId: first, topic: 'Дроби' });
    await make.aLesson({ course, date: '2026-09-28', number: 2, topic: 'Дроби', plan: first });
    expect((await proposals()).plan).toMatchObject({ planItemId: first });
    await make.aLesson({ course, date: '2026-10-05', number: 2, topic: 'Дроби', plan: first });
    expect((await proposals()).plan).toMatchObject({ planItemId: second, homework: '§ 2' });
    await teacher((tx, by) => acceptPlanItem(tx, by, { lesson, planItemId: second }));
    expect((await lessons()).at(-1)).toEqual({
      topic: 'Степени',
      homework: '§ 2',
      due: null,
      plan: second,
    });
    expect((await proposals()).plan).toBeNull();
    await teacher((tx, by) => undoLast(tx, by));
    expect((await lessons()).at(-1)).toEqual({
      topic: null,
      homework: null,
      due: null,
      plan: null,
    });
    expect(await verifyChain(world.db)).toMatchObject({ brokenAt: null });
  });

  it('leaves homework that stands, and a topic by no means', async () => {
    const { make, course, lesson } = world;
    const planItemId = await make.aPlanItem(course, 'Дроби', { homework: '§ 1' });
    await teacher((tx, by) => setHomework(tx, by, { lesson, homework: '№ 5' }));
    await teacher((tx, by) => acceptPlanItem(tx, by, { lesson, planItemId }));
    expect(await lessons()).toMatchObject([{ topic: 'Дроби', homework: '№ 5' }]);
    const again = teacher((tx, by) => acceptPlanItem(tx, by, { lesson, planItemId }));
    await expect(again).rejects.toMatchObject({ reason: 'stale' });
  });

  it('of another course or for another teacher is refused', async () => {
    const { make, course, lesson, as } = world;
    const geometry = await make.aCourse({ subject: 'Геометрия', teacher: world.people.teacher });
    const foreign = await make.aPlanItem(geometry, 'Углы');
    const own = await make.aPlanItem(course, 'Дроби');
    const taken = teacher((tx, by) => acceptPlanItem(tx, by, { lesson, planItemId: foreign }));
    await expect(taken).rejects.toMatchObject({ reason: 'not-found' });
    const stranger = await make.aTeacher('Зуев Олег');
    const other = as(stranger, (tx, by) => acceptPlanItem(tx, by, { lesson, planItemId: own }));
    await expect(other).rejects.toMatchObject({ reason: 'not-allowed' });
    expect(await lessons()).toEqual([]);
  });

  it('gives grade 1 its topic alone', async () => {
    const { make } = world;
    const course = await make.aCourse({
      class: '1А',
      subject: 'Чтение',
      teacher: world.people.teacher,
    });
    await make.aSlot(course, 1, 1);
    const planItemId = await make.aPlanItem(course, 'Буква А', { homework: 'прописи' });
    const lesson = { courseId: course, date: '2026-10-12', number: 1 };
    await teacher((tx, by) => acceptPlanItem(tx, by, { lesson, planItemId }));
    expect(await world.db.select('SELECT topic, homework FROM lesson')).toEqual([
      { topic: 'Буква А', homework: null },
    ]);
  });
});

describe('the parallel class', () => {
  async function parallel(teacherId = world.people.teacher) {
    const { make } = world;
    const course = await make.aCourse({ class: '7Б', subject: 'Алгебра', teacher: teacherId });
    await make.aSlot(course, 1, 4);
    return course;
  }

  it('gives its newest lesson, with the files, and the line of the own plan', async () => {
    const { make, course, lesson } = world;
    const other = await parallel();
    const from = await make.aLesson({
      course: other,
      date: '2026-10-12',
      number: 4,
      topic: 'Степени',
      homework: '§ 2',
    });
    const key = { courseId: other, date: '2026-10-12', number: 4 };
    await teacher((tx, by) =>
      keepHomeworkFile(tx, by, { lesson: key, file: photo('карточка.jpg'), text: '' }),
    );
    const plan = await make.aPlanItem(course, 'Степени');
    expect((await proposals()).parallel).toEqual({
      lessonId: from,
      className: '7Б',
      groupName: '',
      topic: 'Степени',
    });
    await teacher((tx, by) => copyLesson(tx, by, { lesson, from }));
    expect(await lessons()).toEqual([{ topic: 'Степени', homework: '§ 2', due: null, plan }]);
    expect(await files()).toEqual(['карточка.jpg']);
    expect((await proposals()).parallel).toBeNull();
    await teacher((tx, by) => undoLast(tx, by));
    expect(await lessons()).toEqual([{ topic: null, homework: null, due: null, plan: null }]);
    expect(await files()).toEqual([]);
  });

  it('is proposed only if it is further on, is of the same teacher, and has a topic', async () => {
    const { make, course } = world;
    const other = await parallel();
    await make.aLesson({ course: other, date: '2026-10-12', number: 4 });
    expect((await proposals()).parallel).toBeNull();
    await make.aLesson({ course: other, date: '2026-10-05', number: 4, topic: 'Дроби' });
    expect((await proposals()).parallel).toMatchObject({ topic: 'Дроби' });
    await make.aLesson({ course, date: '2026-10-08', number: 2, topic: 'Дроби' });
    expect((await proposals()).parallel).toBeNull();
    const colleagues = await make.aCourse({
      class: '7В',
      subject: 'Алгебра',
      teacher: await make.aTeacher('Зуев Олег'),
    });
    const foreign = await make.aLesson({
      course: colleagues,
      date: '2026-10-12',
      number: 1,
      topic: 'Степени',
    });
    expect((await proposals()).parallel).toBeNull();
    const copied = teacher((tx, by) => copyLesson(tx, by, { lesson: world.lesson, from: foreign }));
    await expect(copied).rejects.toMatchObject({ reason: 'not-allowed' });
  });

  it('stays away from what stands, from other subjects and other grades', async () => {
    const { make, lesson } = world;
    const { teacher: author } = world.people;
    const other = await parallel();
    const from = await make.aLesson({ course: other, date: '2026-10-12', number: 4, topic: 'Да' });
    for (const [name, subject] of [
      ['7Б', 'Геометрия'],
      ['8А', 'Алгебра'],
    ] as const) {
      const course = await make.aCourse({ class: name, subject, teacher: author });
      const strange = await make.aLesson({ course, date: '2026-10-12', number: 6, topic: 'Нет' });
      const copied = teacher((tx, by) => copyLesson(tx, by, { lesson, from: strange }));
      await expect(copied).rejects.toMatchObject({ reason: 'not-found' });
    }
    expect((await proposals()).parallel).toMatchObject({ topic: 'Да' });
    await teacher((tx, by) => setTopic(tx, by, { lesson, topic: 'Своя' }));
    const late = teacher((tx, by) => copyLesson(tx, by, { lesson, from }));
    await expect(late).rejects.toMatchObject({ reason: 'stale' });
    expect(await lessons()).toMatchObject([{ topic: 'Своя' }]);
  });

  it('and the plan are read by one query', async () => {
    const key = world.lesson;
    const found = await facts();
    const queries = await countStatements(world.db, () =>
      readProposals(world.db, world.people.teacher, key, found),
    );
    expect(queries).toBe(1);
  });
});

describe('homework for a day', () => {
  it('is for the next lesson unless a day is named, and undo brings the day back', async () => {
    const { lesson } = world;
    const set = (homework: string | null, due?: string | null) =>
      teacher((tx, by) =>
        setHomework(tx, by, { lesson, homework, ...(due === undefined ? {} : { due }) }),
      );
    await set('§ 1', '2026-10-19');
    await set('§ 1, № 2');
    expect(await lessons()).toMatchObject([{ homework: '§ 1, № 2', due: '2026-10-19' }]);
    await set('§ 1, № 2', null);
    expect(await lessons()).toMatchObject([{ due: null }]);
    await teacher((tx, by) => undoLast(tx, by));
    expect(await lessons()).toMatchObject([{ homework: '§ 1, № 2', due: '2026-10-19' }]);
    await set(null);
    expect(await lessons()).toMatchObject([{ homework: null, due: null }]);
    for (const due of ['2026-10-12', '2026-10-01', '2027-03-01']) {
      await expect(set('§ 1', due)).rejects.toMatchObject({ reason: 'wrong-due-date' });
    }
  });

  it('may be one of the next lessons, past holidays', async () => {
    const key = world.lesson;
    const found = await facts();
    let days: string[] = [];
    const queries = await countStatements(world.db, async () => {
      days = await readNextLessonDays(world.db, key, found, 3);
    });
    expect(days).toEqual(['2026-10-19', '2026-11-02', '2026-11-09']);
    expect(queries).toBe(2);
  });
});

describe('files of homework', () => {
  it('are kept with a text, once each, five at most, and taken away', async () => {
    const { lesson } = world;
    for (const name of ['1', '2', '3', '4', '5']) {
      await keep(photo(name));
    }
    expect(await keep(photo('5'))).toMatchObject({ kept: 5 });
    await expect(keep(photo('6'))).rejects.toMatchObject({ reason: 'too-many-files' });
    expect(await lessons()).toMatchObject([{ homework: 'см. файл' }]);
    const [first] = await world.db.select<{ id: number }>(
      'SELECT id FROM homework_file ORDER BY id',
    );
    const id = first?.id ?? 0;
    await teacher((tx, by) => removeHomeworkFile(tx, by, { lesson, id }));
    const twice = teacher((tx, by) => removeHomeworkFile(tx, by, { lesson, id }));
    await expect(twice).rejects.toMatchObject({ reason: 'stale' });
    expect(await files()).toEqual(['2', '3', '4', '5']);
    await teacher((tx, by) => undoLast(tx, by));
    expect(await files()).toEqual(['1', '2', '3', '4', '5']);
    await teacher((tx, by) => undoLast(tx, by));
    expect(await files()).toEqual(['1', '2', '3', '4']);
  });

  it('are refused over 20 MB, in grade 1, and from others', async () => {
    const megabytes = 20 * 1024 * 1024;
    await keep(photo('20', megabytes));
    await keep(photo('unknown', null));
    await expect(keep(photo('20+', megabytes + 1))).rejects.toMatchObject({
      reason: 'file-too-big',
    });
    const { make, as, people, lesson } = world;
    const course = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: people.teacher });
    await make.aSlot(course, 1, 1);
    const first = { courseId: course, date: '2026-10-12', number: 1 };
    const given = teacher((tx, by) =>
      keepHomeworkFile(tx, by, { lesson: first, file: photo('a'), text: '' }),
    );
    await expect(given).rejects.toMatchObject({ reason: 'grade-one-no-homework' });
    const mother = as(people.mother, (tx, by) =>
      keepHomeworkFile(tx, by, { lesson, file: photo('a'), text: '' }),
    );
    await expect(mother).rejects.toMatchObject({ reason: 'not-allowed' });
    const [kept] = await world.db.select<{ id: number }>('SELECT id FROM homework_file');
    const removed = as(people.mother, (tx, by) =>
      removeHomeworkFile(tx, by, { lesson, id: kept?.id ?? 0 }),
    );
    await expect(removed).rejects.toMatchObject({ reason: 'not-allowed' });
    expect(await files()).toEqual(['20', 'unknown']);
  });

  it('are told of in the audit by name, never by where they lie', async () => {
    await keep(photo('карточка.jpg'));
    const [line] = (await world.changes()).filter(({ record }) => record === 'homework_file');
    expect(line?.after).toBe(
      JSON.stringify({ kind: 'photo', name: 'карточка.jpg', size: 1000, state: 'active' }),
    );
  });
});
