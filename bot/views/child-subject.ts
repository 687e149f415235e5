import { addDays } from '../../db/days.ts';
import type { ChildSubject } from '../../db/reports/child-subject.ts';
import type { CardMark } from '../../db/reports/subject-term.ts';
import { meanTrend, TREND_DAYS } from '../../db/rules/trend.ts';
import { marksPress, subjectChartPress, subjectPress } from '../dialogue/parent-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { type TermFrame, termChild, termTitle } from './child-term.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml, italic } from './html.ts';
import type { Pen } from './lesson.ts';
import { trendPicture } from './pictures/trend.ts';
import { absenceLine, markLine, nextLines } from './pupil-card.ts';
import { markText } from './words.ts';

/** A child's term in a subject. */
export type SubjectPage = TermFrame & { subject: ChildSubject };

// A phone shows so many lines without scrolling far.
const PER_PAGE = 15;
// One mark alone is no trend.
const MARKS_DRAWN = 2;
// Of a comment, until the whole screen fits.
const COMMENT_LIMITS = [300, 120, 40];

/** Every mark of a subject in a term: the mean, where it goes, what a 4 and a 5 need. */
export function childSubjectScreen(page: SubjectPage, wanted: number, pen: Pen): Screen {
  const { texts } = pen;
  const { family } = texts;
  const { child, term, subject } = page;
  const { marks, count } = subject;
  const pages = Math.max(1, Math.ceil(marks.length / PER_PAGE));
  const shown = wanted < pages ? wanted : 0;
  const end = marks.length - shown * PER_PAGE;
  const listed = marks.slice(Math.max(0, end - PER_PAGE), end);
  const of = { pupilId: child.pupilId, termId: term.id, subjectId: subject.subjectId };
  const text = fitting(COMMENT_LIMITS, (limit) =>
    [
      ...head(page, pen),
      '',
      ...summary(page, texts).map(escapeHtml),
      ...(listed.length > 0 ? [''] : []),
      ...listed.flatMap((mark) => markLines(mark, limit, texts)),
      ...(listed.length > 0 ? ['', escapeHtml(family.subjectLegend)] : []),
      escapeHtml(absenceLine(subject, texts)),
    ].join('\n'),
  );
  const arrows = [
    ...(shown + 1 < pages ? [{ text: family.earlier, press: subjectPress(of, shown + 1) }] : []),
    ...(shown > 0 ? [{ text: family.later, press: subjectPress(of, shown - 1) }] : []),
  ];
  const chart = { text: family.chart, press: subjectChartPress(of) };
  const back = { text: family.toMarks, press: marksPress(child.pupilId, term.id) };
  return {
    text,
    buttons: [
      ...(arrows.length > 0 ? [arrows] : []),
      [...(count >= MARKS_DRAWN ? [chart] : []), back],
    ],
  };
}

/** The picture of these marks and their running mean. Null where there are too few to draw. */
export function subjectChart(page: SubjectPage, pen: Pen): Screen | null {
  return page.subject.count < MARKS_DRAWN
    ? null
    : {
        text: head(page, pen).join('\n'),
        file: {
          kind: 'photo',
          name: 'chart.png',
          svg: trendPicture(page.subject, pen.texts),
        },
      };
}

function head(page: SubjectPage, pen: Pen): string[] {
  const { subject } = page.subject;
  return [
    bold(termChild(page, pen)),
    escapeHtml(pen.texts.family.subjectTitle(subject, termTitle(page, pen.texts))),
  ];
}

/** The mean; while the term runs also its trend and what is needed for more. */
function summary({ subject, over, until }: SubjectPage, texts: Texts): string[] {
  const { journal, school, family } = texts;
  const { mean, count, marks, next } = subject;
  if (mean === null) {
    return [journal.noMarks];
  }
  const trend = over ? null : meanTrend(marks, addDays(until, -TREND_DAYS));
  return [
    journal.meanOf(school.mean(mean), count),
    ...(trend ? [family.trend[trend.direction](school.mean(trend.was))] : []),
    ...(over ? [] : nextLines(next, texts)),
  ];
}

function markLines(mark: CardMark, limit: number, texts: Texts): string[] {
  const { family, school } = texts;
  const { meanThen, comment, value } = mark;
  const line = markLine(mark, markText(value, texts), texts);
  const counted = value !== null && meanThen !== null;
  return [
    escapeHtml(counted ? family.meanThen(line, school.mean(meanThen)) : line),
    ...(comment ? [italic(cut(comment, limit))] : []),
  ];
}
