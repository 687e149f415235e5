import type { CourseGrid } from '../../db/reports/course-grid.ts';
import type { CourseLesson } from '../../db/reports/course-lessons.ts';
import type { CourseTerm } from '../../db/reports/course-term.ts';
import {
  journalCardPress,
  journalPress,
  journalPupilsPress,
  workbookPress,
} from '../dialogue/journal-presses.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { fileName } from './file-name.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle } from './lesson-title.ts';
import { coursePicture } from './pictures/course-grid.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { courseBook } from './sheets/course-book.ts';

// As many days as a phone shows as columns beside the names.
const LESSONS_PER_PAGE = 10;
/** A page of a course's table as a picture; words alone where there is no lesson yet. */
export function gridScreen(grid: CourseGrid, wanted: number, back: string, pen: Pen): Screen {
  const { journal, common, parent, school } = pen.texts;
  const { course, term, lessons, pupils } = grid;
  const title = bold(courseTitle(course));
  const away = [{ text: common.back, press: back }];
  if (!term) {
    return { text: [title, escapeHtml(parent.noTerm)].join('\n'), buttons: [away] };
  }
  const termTitle = parent.termTitle(term.number, term.kind);
  if (lessons.length === 0 || pupils.length === 0) {
    const why = lessons.length === 0 ? journal.noLessons : journal.noPupils;
    const lines = [title, escapeHtml(termTitle), '', escapeHtml(why)];
    return { text: lines.join('\n'), buttons: [...termRows(grid, term, pen.texts), away] };
  }
  const pages = Math.ceil(lessons.length / LESSONS_PER_PAGE);
  const page = wanted < pages ? wanted : 0;
  const end = lessons.length - page * LESSONS_PER_PAGE;
  const start = Math.max(0, end - LESSONS_PER_PAGE);
  const shown = lessons.slice(start, end);
  const days = [shown[0], shown.at(-1)].map((lesson) => school.shortDate(lesson?.date ?? ''));
  const period = journal.period(termTitle, days[0] ?? '', days[1] ?? '');
  const place = pages > 1 ? `, ${journal.page(pages - page, pages)}` : '';
  const opening = shown.map((lesson) => lessonButton(grid, lesson, pen.texts));
  return {
    text: [title, escapeHtml(`${period}${place}`)].join('\n'),
    file: { kind: 'photo', name: 'journal.png', svg: coursePicture(grid, { start, end }, pen) },
    buttons: [
      ...rowsOf(opening, 5),
      ...arrows(grid, term, { page, pages }, pen.texts),
      ...termRows(grid, term, pen.texts),
      [
        { text: journal.workbook, press: workbookPress(course.courseId, term.id) },
        { text: journal.pupils, press: journalPupilsPress(course.courseId, term.id) },
        ...away,
      ],
    ],
  };
}

/** The whole term as a workbook, said beneath the picture. Null before the first lesson. */
export function workbookMessage(grid: CourseGrid, pen: Pen): Screen | null {
  const { journal, parent } = pen.texts;
  const { course, term, lessons } = grid;
  if (!term || lessons.length === 0) {
    return null;
  }
  const title = courseTitle(course);
  const termTitle = parent.termTitle(term.number, term.kind);
  return {
    text: escapeHtml(journal.workbookCaption(title, termTitle)),
    file: {
      kind: 'document',
      name: `${fileName(journal.fileName(title, termTitle))}.xlsx`,
      book: courseBook(grid, term, pen),
    },
  };
}

/** The pupils of a course: each leads to a card. */
export function journalPupilsScreen(
  { course, pupils }: CourseGrid,
  term: CourseTerm,
  pen: Pen,
): Screen {
  const { journal, common } = pen.texts;
  const buttons = pupils.map((pupil) => ({
    text: numberedName(pupil, pen.names),
    press: journalCardPress(course.courseId, term.id, pupil.pupilId),
  }));
  return {
    text: [bold(courseTitle(course)), escapeHtml(journal.choosePupil)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 2),
      [{ text: common.back, press: journalPress(course.courseId, term.id) }],
    ],
  };
}

function lessonButton(
  { course, lessons }: CourseGrid,
  lesson: CourseLesson,
  { school }: Texts,
): Button {
  const { date, number } = lesson;
  const day = school.shortDate(date);
  const twice = lessons.some((other) => other.date === date && other.number !== number);
  return {
    text: twice ? `${day} (${number})` : day,
    press: lessonPress({ courseId: course.courseId, date, number }),
  };
}

function arrows(
  { course }: CourseGrid,
  term: CourseTerm,
  { page, pages }: { page: number; pages: number },
  { journal }: Texts,
): Button[][] {
  const to = (other: number) => journalPress(course.courseId, term.id, other);
  const row = [
    ...(page + 1 < pages ? [{ text: journal.earlier, press: to(page + 1) }] : []),
    ...(page > 0 ? [{ text: journal.later, press: to(page - 1) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}

function termRows({ course, terms }: CourseGrid, term: CourseTerm, { parent }: Texts): Button[][] {
  const others = terms.filter(({ id }) => id !== term.id);
  return rowsOf(
    others.map(({ id, number, kind }) => ({
      text: parent.termTitle(number, kind),
      press: journalPress(course.courseId, id),
    })),
    2,
  );
}
