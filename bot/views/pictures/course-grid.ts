import { mondayOf, weekdayOf } from '../../../db/days.ts';
import type {
  CourseGrid,
  GridPupil,
  GridCell as Written,
} from '../../../db/reports/course-grid.ts';
import type { CourseLesson } from '../../../db/reports/course-lessons.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import { markSign } from '../sheet-marks.ts';
import {
  type GridCell,
  type GridColumn,
  type GridRow,
  type GridSign,
  gridPicture,
} from './grid.ts';

/** Draws the lessons from `start` to before `end` of a course's term as SVG. */
export function coursePicture(
  { course, lessons, pupils }: CourseGrid,
  { start, end }: { start: number; end: number },
  pen: Pen,
): string {
  const { journal } = pen.texts;
  const { marked, className, subject, groupName } = course;
  const shown = lessons.slice(start, end);
  return gridPicture({
    corner: [className, groupName === '' ? subject : `${subject} ${groupName}`],
    columns: shown.map((lesson, index) => column(lesson, shown[index - 1], shown, pen.texts)),
    rows: pupils.map((pupil) => row(pupil, { start, end }, marked, pen)),
    meanTitle: marked ? journal.mean : null,
    legend: marked ? journal.legend : journal.legendUnmarked,
  });
}

function column(
  { date, number }: CourseLesson,
  before: CourseLesson | undefined,
  shown: readonly CourseLesson[],
  { school }: Texts,
): GridColumn {
  const weekday = school.shortWeekday(weekdayOf(date));
  const twice = shown.some((other) => other.date === date && other.number !== number);
  return {
    date: school.shortDate(date),
    weekday: twice ? `${weekday} ${number}` : weekday,
    newWeek: before === undefined || mondayOf(before.date) !== mondayOf(date),
  };
}

function row(
  pupil: GridPupil,
  { start, end }: { start: number; end: number },
  marked: boolean,
  { texts, names }: Pen,
): GridRow {
  const { number, lastName, firstName, mean } = pupil;
  const cells = pupil.cells.slice(start, end).map((cell) => signs(cell, texts));
  const written = mean === null ? texts.school.noMean : texts.school.mean(mean);
  const rest = { cells, mean: marked ? written : '' };
  if (names === 'none') {
    return { number: '', name: `№ ${number}`, tail: '', ...rest };
  }
  const [initial] = firstName;
  const tail = initial === undefined ? '' : ` ${initial}.`;
  return { number: String(number), name: lastName, tail, ...rest };
}

/** «5/4», a letter, or both for who came late and got a mark. */
function signs(cell: Written | 'off', texts: Texts): GridCell {
  if (cell === 'off') {
    return 'off';
  }
  const marks = cell.marks.flatMap(({ value, weight }, index): GridSign[] => {
    const slash: GridSign[] = index > 0 ? [{ text: '/', look: 'faint' }] : [];
    return [...slash, { text: markSign(value, texts), look: lookOf(value, weight) }];
  });
  const letter = cell.absence && texts.school.absenceLetters[cell.absence];
  return letter ? [...marks, { text: letter, look: 'faint' }] : marks;
}

function lookOf(value: number | null, weight: number): GridSign['look'] {
  const low = value !== null && value <= 2;
  if (weight > 1) {
    return low ? 'heavyLow' : 'heavy';
  }
  return low ? 'low' : 'plain';
}
