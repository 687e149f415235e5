import type {
  ClassJournal,
  JournalCourseYear,
  JournalLesson,
  JournalPupil,
} from '../../../db/reports/class-journal.ts';
import type { TermSpan } from '../../../db/rules/calendar.ts';
import type { Texts } from '../../texts/ru.ts';
import { cut } from '../fit.ts';
import type { Pen } from '../lesson.ts';
import { markSign } from '../sheet-marks.ts';
import { movesTable } from './class-paper.ts';
import { journalAwayTable } from './journal-away.ts';
import type { Paper, PaperCell, PaperColumn, PaperTable } from './paper.ts';
import { paperName, resultCell, staffName } from './words.ts';

// As many days as an A4 page has columns of, beside the names, that a mark is still read in.
const LESSONS_PER_PAGE = 30;
// A subject written upwards is as long as the head of the table is high.
const TITLE = 22;

/** The journal of a class's year with all the pages of the paper one. */
export function classJournalPaper(journal: ClassJournal, pen: Pen): Paper {
  const { texts, names } = pen;
  const { report, classJournal: words } = texts;
  const teacher = staffName(journal.teacher, names);
  const { className } = journal;
  const movements = journal.movements.map((move) => ({ ...move, className }));
  return {
    title: words.title(className, journal.year.name),
    lines: [
      report.owner.class(className),
      report.yearTitle(journal.year.name),
      ...(teacher === '' ? [] : [report.classTeacher(teacher)]),
    ],
    tables: [
      subjectsTable(journal, pen),
      pupilsTable(journal, pen),
      ...journal.courses.flatMap((course) => courseTables(journal, course, pen)),
      ...resultTables(journal, pen),
      journalAwayTable(journal, pen),
      ...movesTable(movements, pen).map((table) => ({ ...table, newPage: true as const })),
    ],
    notes: [words.legend],
    mark: null,
    pageNumber: report.pageNumber,
    landscape: true,
  };
}

/** The title page: what is taught and by whom. */
function subjectsTable({ courses }: ClassJournal, { texts, names }: Pen): PaperTable {
  const { columns } = texts.report;
  return {
    name: texts.classJournal.subjects,
    frozen: 1,
    columns: [
      { title: columns.number, kind: 'count', width: 4 },
      { title: columns.subject, kind: 'text', width: 34 },
      { title: columns.teacher, kind: 'text', width: 30 },
      { title: columns.lessons, kind: 'count', width: 10 },
    ],
    rows: courses.map((course, index) => [
      ...[index + 1, titleOf(course), staffName(course.teacher, names)],
      course.lessons.length,
    ]),
  };
}

function pupilsTable({ pupils, year }: ClassJournal, { texts, names }: Pen): PaperTable {
  const { columns } = texts.report;
  const { classJournal: words } = texts;
  return {
    name: words.pupils,
    newPage: true,
    frozen: 2,
    columns: [
      { title: columns.number, kind: 'count', width: 4 },
      { title: columns.pupil, kind: 'text', width: 34 },
      ...(names === 'full' ? [{ title: words.born, kind: 'day', width: 12 } as const] : []),
      { title: words.from, kind: 'day', width: 12 },
      { title: words.until, kind: 'day', width: 12 },
    ],
    rows: pupils.map((pupil) => [
      ...[pupil.number, fullName(pupil, names)],
      ...(names === 'full' ? [pupil.bornOn] : []),
      ...[pupil.startsOn, pupil.endsOn ?? year.endsOn],
    ]),
  };
}

/** A course by term: dates × pupils, and on the facing page what was taught and set. */
function courseTables(journal: ClassJournal, course: JournalCourseYear, pen: Pen): PaperTable[] {
  const { parent, classJournal: words } = pen.texts;
  return journal.terms.flatMap((term) => {
    const own = course.lessons.filter(({ date }) => term.startsOn <= date && date <= term.endsOn);
    const title = `${titleOf(course)}, ${parent.termTitle(term.number, term.kind)}`;
    const starts = own.flatMap((_, index) => (index % LESSONS_PER_PAGE === 0 ? [index] : []));
    return starts.flatMap((from) => {
      const lessons = own.slice(from, from + LESSONS_PER_PAGE);
      const last = from + LESSONS_PER_PAGE >= own.length;
      return [
        gridTable({ journal, course, lessons, title, term: last ? term : null }, pen),
        topicsTable(lessons, words.topics(title), pen),
      ];
    });
  });
}

type Page = {
  journal: ClassJournal;
  course: JournalCourseYear;
  lessons: readonly JournalLesson[];
  title: string;
  /** The term whose marks close the page; null where it goes on. */
  term: TermSpan | null;
};

function gridTable({ journal, course, lessons, title, term }: Page, pen: Pen): PaperTable {
  const { texts, names } = pen;
  const { columns } = texts.report;
  const { courseId } = course;
  const closes = term !== null && course.marked;
  const pupils = journal.pupils.filter(({ pupilId }) => course.pupilIds.has(pupilId));
  return {
    name: title,
    newPage: true,
    frozen: 2,
    columns: [
      { title: columns.number, kind: 'count', width: 3 },
      { title: columns.pupil, kind: 'text', width: 22 },
      ...lessons.map(
        ({ date }): PaperColumn => ({
          ...{ title: texts.school.shortDate(date), kind: 'mark', width: 3.4 },
          upright: true,
        }),
      ),
      ...(closes ? [{ title: columns.result, kind: 'mark', width: 6 } as const] : []),
    ],
    rows: pupils.map((pupil) => [
      ...[pupil.number, paperName(pupil, names)],
      ...lessons.map(({ lessonId }) => recordCell(journal, lessonId, pupil, pen)),
      ...(closes
        ? [
            resultCell(
              journal.resultOf({ courseId, pupilId: pupil.pupilId, termId: term.id }),
              texts,
            ),
          ]
        : []),
    ]),
  };
}

/** «5», «4/5», «н», «5 о» */
function recordCell(
  { recordsOf, grade }: ClassJournal,
  lessonId: number,
  { pupilId }: JournalPupil,
  { texts }: Pen,
): PaperCell {
  const records = recordsOf(lessonId, pupilId);
  const marks = records.flatMap((one) => ('value' in one && grade > 1 ? [one.value] : []));
  const codes = records.flatMap((one) =>
    'code' in one ? [texts.school.absenceLetters[one.code]] : [],
  );
  const [only] = marks;
  if (only !== undefined && only !== null && records.length === 1) {
    return only;
  }
  const written = [marks.map((value) => markSign(value, texts)).join('/'), ...codes];
  return written.filter((part) => part !== '').join(' ') || null;
}

function topicsTable(lessons: readonly JournalLesson[], name: string, { texts }: Pen): PaperTable {
  const { columns } = texts.report;
  const { classJournal: words } = texts;
  return {
    name,
    newPage: true,
    frozen: 1,
    columns: [
      { title: columns.day, kind: 'day', width: 10 },
      { title: words.lesson, kind: 'count', width: 6 },
      { title: words.topic, kind: 'text', width: 45 },
      { title: words.homework, kind: 'text', width: 45 },
    ],
    rows: lessons.map(({ date, number, topic, homework }) => [date, number, topic, homework]),
  };
}

/** Marks of the terms and the year that have any, a column a subject. Grade 1 has none. */
function resultTables(journal: ClassJournal, { texts, names }: Pen): PaperTable[] {
  const { columns, year } = texts.report;
  const courses = journal.courses.filter(({ marked }) => marked);
  const periods = [
    ...journal.terms.map(({ id, number, kind }) => ({
      ...{ termId: id, title: texts.parent.termTitle(number, kind) },
    })),
    { termId: null, title: year },
  ];
  const isGiven = ({ termId }: { termId: number | null }) =>
    courses.some(({ courseId }) =>
      journal.pupils.some(
        ({ pupilId }) => journal.resultOf({ courseId, pupilId, termId }) !== null,
      ),
    );
  return periods.filter(isGiven).map(({ termId, title }) => ({
    name: texts.classJournal.results(title),
    newPage: true,
    frozen: 2,
    columns: [
      { title: columns.number, kind: 'count', width: 3 },
      { title: columns.pupil, kind: 'text', width: 22 },
      ...courses.map(
        (course): PaperColumn => ({
          ...{ title: cut(titleOf(course), TITLE), kind: 'mark', width: 5, upright: true },
        }),
      ),
    ],
    rows: journal.pupils.map((pupil) => [
      ...[pupil.number, paperName(pupil, names)],
      ...courses.map(({ courseId, pupilIds }) =>
        pupilIds.has(pupil.pupilId)
          ? resultCell(journal.resultOf({ courseId, pupilId: pupil.pupilId, termId }), texts)
          : texts.report.notTaught,
      ),
    ]),
  }));
}

function titleOf({ subject, groupName }: JournalCourseYear): string {
  return groupName === '' ? subject : `${subject} (${groupName})`;
}

function fullName(pupil: JournalPupil, names: Pen['names']): string {
  const { lastName, firstName, middleName } = pupil;
  return names === 'full'
    ? [lastName, firstName, middleName].filter(Boolean).join(' ')
    : paperName(pupil, names);
}

/** The file's name and caption are made of it: «Журнал 7А, 2026/27». */
export function classJournalTitle(
  { className, year }: Pick<ClassJournal, 'className' | 'year'>,
  { classJournal: words }: Texts,
): string {
  return words.caption(className, year.name);
}
