import type { Db } from '../../db/open.ts';
import { factories } from '../factories.ts';
import { chatsOf } from './chat.ts';
import { aPastYear, aTermMark } from './past-year.ts';

/** A child whose every datum carries a word that stands nowhere else. */
export type MarkedChild = {
  pupilId: number;
  /** In the names of the child. */
  name: string;
  /** In marks, notes, letters, explanations and the one subject that is the child's alone. */
  datum: string;
};

/** A chat from which nothing of other children may ever be seen. */
export type Reader = { chat: string; names: readonly string[]; data: readonly string[] };

/** Chats of the school, and of families that may read. */
export const STAFF = ['tg:10', 'tg:11', 'tg:12', 'tg:13'];
export const PARENTS = ['tg:21', 'tg:22', 'tg:23', 'tg:25'];

const LETTERS = 'абвгде';
/** A Monday in the second quarter, during the second lesson. */
export const MONDAY = '2026-11-16T10:00+03:00';
const DAYS = ['2026-11-16', '2026-11-13', '2026-11-10', '2026-09-14'];

/**
 * Two sevenths and a first grade with six children: a family of two children and both parents, an
 * only child, one whose parent teaches another class, one whose parent has not agreed, one with a
 * parent who was cut off. Class teachers, a deputy head and an administrator work beside them.
 */
export async function buildMarkedFamilies(db: Db) {
  const make = factories(db);
  const teacher = await make.aTeacher('Соколова Вера Ивановна', { chat: 'tg:10' });
  const other = await make.aTeacher('Зуев Олег Петрович', { chat: 'tg:11' });
  await make.aPerson('Зимина Анна', { chat: 'tg:12', roles: ['deputy_head'] });
  await make.aPerson('Щёголева Нина', { chat: 'tg:13', roles: ['administrator'] });
  await make.aClass('7А', { teacher });
  await make.aClass('1А', { teacher: other });
  const algebra = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: other });
  const physics = await make.aCourse({ class: '7Б', subject: 'Физика', teacher: other });
  for (const course of [algebra, reading, physics]) {
    await make.aSlot(course, 1, 2);
    await make.aSlot(course, 2, 1);
  }
  const terms = await db.select<{ id: number }>('SELECT id FROM term ORDER BY starts_on');

  async function aChild(letter: string, className: string): Promise<MarkedChild> {
    const [name, datum] = [`Ыщ${letter}ъ`, `Ыж${letter}ъ`];
    const full = `${name}ов ${name}имя ${name}вич`;
    const pupilId = await make.aPupil(full, { class: className });
    const author = className === '7А' ? teacher : other;
    const own = await make.aCourse({
      class: className,
      subject: `${datum}предмет`,
      teacher: author,
      group: { name: '1', pupils: [pupilId] },
    });
    await make.aSlot(own, 1, 3);
    await make.aSlot(own, 2, 3);
    for (const date of DAYS) {
      const at = { course: own, date, number: 3, pupil: pupilId, author };
      if (className !== '1А') {
        const words = { kind: `${datum}вид`, comment: `${datum}отзыв` };
        await make.aMark({ ...at, value: 4, ...words });
      }
      await make.anAbsence({ ...at, number: 2, code: date === DAYS[1] ? 'ill' : 'absent' });
    }
    const ahead = { course: own, date: '2026-11-17', number: 3 };
    const lessonId = await make.aLesson({ ...ahead, homework: `${datum}дз` });
    await db.write(async ({ db: { models }, transaction, now }) => {
      const { BehaviourNote, Thread, Message, Enrolment, HomeworkFile } = models;
      const enrolled = await Enrolment.findOne({ where: { pupilId }, transaction });
      const classId = enrolled?.classId ?? 0;
      const note = { pupilId, authorId: author, date: '2026-11-12', operation: `chat:${pupilId}` };
      await BehaviourNote.create(
        { ...note, kind: 'bad', text: `${datum}заметка` },
        { transaction },
      );
      const thread = await Thread.create({ pupilId, classId, createdAt: now }, { transaction });
      await Message.create(
        {
          threadId: thread.id,
          authorId: author,
          side: 'school',
          text: `${datum}письмо`,
          operation: `chat:9${pupilId}`,
          sentAt: now,
        },
        { transaction },
      );
      const file = { kind: 'document' as const, name: `${datum}файл.pdf`, mime: 'application/pdf' };
      await HomeworkFile.create(
        {
          ...file,
          lessonId,
          authorId: author,
          messenger: 'tg',
          fileId: `${datum}ид`,
          createdAt: now,
        },
        { transaction },
      );
    });
    await aTermMark(db, {
      pupil: pupilId,
      course: own,
      author,
      term: terms[0]?.id ?? 0,
      value: className === '1А' ? 'exempt' : '4',
    });
    return { pupilId, name, datum };
  }

  const [a, b, c, d, e, f] = LETTERS;
  const children = {
    elder: await aChild(a ?? '', '7А'),
    younger: await aChild(b ?? '', '1А'),
    only: await aChild(c ?? '', '7А'),
    ofTeacher: await aChild(d ?? '', '7А'),
    taught: await aChild(e ?? '', '7Б'),
    unread: await aChild(f ?? '', '7А'),
  };
  const { elder, younger, only, ofTeacher, taught, unread } = children;
  const parent = (letter: string, chat: string, of: MarkedChild[], consent: string | null = '1') =>
    make.aParent(`Ыщ${letter}ъродитель`, {
      chat,
      of: of.map(({ pupilId }) => pupilId),
      consent,
    });
  const mother = await parent('б', 'tg:21', [elder, younger]);
  await parent('б', 'tg:22', [elder, younger]);
  await parent('в', 'tg:23', [only]);
  await parent('е', 'tg:25', [unread], null);
  const former = await parent('я', 'tg:26', [only]);
  await db.write(async ({ db: { models }, transaction, now }) => {
    await models.Guardianship.update(
      { state: 'cut' },
      { where: { personId: former }, transaction },
    );
    const tie = { personId: other, pupilId: ofTeacher.pupilId, createdAt: now };
    await models.Guardianship.create({ ...tie, consentVersion: '1' }, { transaction });
    const excuse = {
      date: DAYS[0] ?? '',
      answer: 'other' as const,
      createdAt: now,
      updatedAt: now,
    };
    await models.AbsenceExcuse.create(
      { ...excuse, pupilId: elder.pupilId, personId: mother, text: `${elder.datum}причина` },
      { transaction },
    );
  });
  const past = await aPastYear(db, {
    grade: 6,
    subject: `${only.datum}архив`,
    pupils: [only.pupilId],
  });
  const old = { course: past.courseId, author: teacher, pupil: only.pupilId };
  await aTermMark(db, { ...old, term: past.termIds[0] ?? 0, value: '3' });
  await make.aMark({ ...old, date: '2025-09-10', value: 3, kind: `${only.datum}вид` });

  // Questions that wait for words: a message, an excuse, homework.
  const chats = chatsOf(db);
  await chats('tg:22').replays(`wchild1:${elder.pupilId}`);
  await chats('tg:23').replays(`exown1:${only.pupilId}:2026-11-16`);

  const readers: Reader[] = [
    { chat: 'tg:21', of: [elder, younger] },
    { chat: 'tg:22', of: [elder, younger] },
    { chat: 'tg:23', of: [only] },
    { chat: 'tg:26', of: [] },
    { chat: 'tg:99', of: [] },
    // Who teaches reads of the own pupils, and of nobody else but the own child.
    { chat: 'tg:11', of: [ofTeacher, taught, younger] },
  ].map(({ chat, of }) => ({
    chat,
    names: of.map(({ name }) => name),
    data: of.map(({ datum }) => datum),
  }));
  // Whoever has not agreed learns whom the question is about, and nothing more.
  readers.push({ chat: 'tg:25', names: [unread.name], data: [] });
  return { children: Object.values(children), readers };
}
