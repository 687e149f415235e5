import { mondayOf } from '../../db/days.ts';
import { groupBy } from '../../db/group-by.ts';
import { marksOf } from '../../db/reports/marks-summary.ts';
import { weightedMean } from '../../db/rules/averages.ts';
import type { Screen } from '../dialogue/turn.ts';
import { termChild, termTitle } from './child-term.ts';
import { escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import type { MarksPage } from './marks.ts';
import { type TermFigures, termPicture } from './pictures/term.ts';

/** A child's term as a picture. Null in grade 1 and where there is no mark yet. */
export function termPictureMessage(page: MarksPage, pen: Pen): Screen | null {
  const { family } = pen.texts;
  const figures = figuresOf(page);
  if (page.schoolClass.grade === 1 || figures.subjects.length === 0) {
    return null;
  }
  const caption = family.pictureCaption(termChild(page, pen), termTitle(page, pen.texts));
  return {
    text: escapeHtml(caption),
    file: { kind: 'photo', name: 'term.png', svg: termPicture(figures, pen.texts) },
  };
}

/** The means that the table shows, and the weighted mean of all marks of each week with any. */
function figuresOf({ subjects }: MarksPage): TermFigures {
  const all = subjects.flatMap(marksOf).sort((left, right) => (left.date < right.date ? -1 : 1));
  return {
    subjects: subjects.flatMap(({ subject, mean }) => (mean === null ? [] : [{ subject, mean }])),
    weeks: [...groupBy(all, ({ date }) => mondayOf(date))].flatMap(([monday, marks]) => {
      const mean = weightedMean(marks);
      return mean === null ? [] : [{ monday, mean }];
    }),
  };
}
