import { weekdayOf } from '../../../db/days.ts';
import type { CourseGrid, GridCell, GridPupil } from '../../../db/reports/course-grid.ts';
import type { CourseTerm } from '../../../db/reports/course-term.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import { courseTitle } from '../lesson-title.ts';
import { personName } from '../person-name.ts';
import { pupilName } from '../pupil-name.ts';
import { markSign } from '../sheet-marks.ts';
import type { Book, Cell, CellLook } from './book.ts';

const HEADING = { ground: 'heading', bold: true } as const;

/** The class × dates table of a course's term as a workbook: all its lessons, with sums. */
export function courseBook(grid: CourseGrid, term: CourseTerm, pen: Pen): Book {
  const { texts, names } = pen;
  const { journal, school, parent } = texts;
  const { course, lessons, pupils } = grid;
  const { marked, teacher } = course;
  const termTitle = parent.termTitle(term.number, term.kind);
  const period = journal.period(termTitle, school.date(term.startsOn), school.date(term.until));
  const taught = teacher && personName(teacher, names);
  const sums = [
    ...(marked ? [journal.meanColumn, journal.countColumn] : []),
    journal.missedColumn,
    journal.lateColumn,
  ];
  return {
    sheet: `${course.className} ${course.subject}`,
    widths: [5, names === 'full' ? 34 : 20, ...lessons.map(() => 6.5), ...sums.map(() => 11)],
    title: [courseTitle(course), period, ...(taught ? [journal.teacher(taught)] : [])],
    rows: [
      [
        heading(journal.number),
        heading(journal.pupil, 'left'),
        ...lessons.map(({ date }) => heading(school.shortDate(date))),
        ...sums.map((title) => heading(title)),
      ],
      [
        heading(null),
        heading(null),
        ...lessons.map(({ date }) => heading(school.shortWeekday(weekdayOf(date)))),
        ...sums.map(() => heading(null)),
      ],
      ...pupils.map((pupil) => pupilRow(pupil, marked, pen)),
    ],
    frozen: { rows: 2, columns: 2 },
  };
}

function pupilRow(pupil: GridPupil, marked: boolean, { texts, names }: Pen): Cell[] {
  const written = pupil.cells.flatMap((cell) => (cell === 'off' ? [] : [cell]));
  const late = written.filter(({ absence }) => absence === 'late').length;
  const away = written.filter(({ absence }) => absence !== null).length - late;
  const name = names === 'full' ? fullName(pupil) : pupilName(pupil, names);
  return [
    { value: pupil.number, colour: 'grey' },
    { value: name, align: 'left' },
    ...pupil.cells.map((cell) => bookCell(cell, texts)),
    ...(marked
      ? [{ value: pupil.mean, bold: true, format: 'twoDigits' } as const, pupil.count]
      : []),
    away,
    late,
  ];
}

function bookCell(cell: GridCell | 'off', texts: Texts): Cell {
  if (cell === 'off') {
    return { value: null, ground: 'off' };
  }
  const { marks, absence } = cell;
  const letter = absence === null ? '' : texts.school.absenceLetters[absence];
  const [only] = marks;
  const low = marks.some(({ value }) => value !== null && value <= 2);
  const look: CellLook = {
    ...(marks.some(({ weight }) => weight > 1) ? { bold: true } : {}),
    ...(low ? { colour: 'red' } : {}),
  };
  if (only && marks.length === 1 && only.value !== null && letter === '') {
    return { value: only.value, ...look };
  }
  if (marks.length === 0) {
    return letter === '' ? null : { value: letter, colour: 'grey' };
  }
  const values = marks.map(({ value }) => markSign(value, texts)).join('/');
  return { value: [values, letter].filter((part) => part !== '').join(' '), ...look };
}

function heading(value: string | null, align?: 'left'): Cell {
  return { value, ...HEADING, ...(align ? { align } : {}) };
}

function fullName({ lastName, firstName, middleName }: GridPupil): string {
  return [lastName, firstName, middleName ?? ''].filter((part) => part !== '').join(' ');
}
