import type { Promoted } from '../../db/actions/promote-classes.ts';
import { addDays } from '../../db/days.ts';
import type { YearClass, YearClosing } from '../../db/reports/year-closing.ts';
import { FATES, type Fate, mayGraduate, otherFate, promote } from '../../db/rules/promotion.ts';
import {
  closeYearPress,
  closingPress,
  fatePress,
  yearClassPress,
  yearClosingPress,
  yearLacksPress,
} from '../dialogue/closing-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { LACKS_PER_PAGE, lackLines, totalsOf } from './closing.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, PER_PAGE, pageOf } from './pages.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

// Six rows of four class names beneath as many lines.
const CLASSES_PER_PAGE = 24;

/** What becomes of every class, what is missing, and the ways on. */
export function yearClosingScreen(
  { closing, page: wanted }: { closing: YearClosing; page: number },
  { texts }: Pen,
): Screen {
  const { yearClosing: words, refusals, common, invites } = texts;
  const { year, classes, openTerms, lacks, missing } = closing;
  const page = wanted * CLASSES_PER_PAGE < classes.length ? wanted : 0;
  const shown = pageOf(classes, page, CLASSES_PER_PAGE);
  const hindered = openTerms > 0 ? [refusals['terms-open']({ count: openTerms })] : [];
  const lacking = missing > 0 ? [texts.closing.missing(totalsOf(lacks, texts))] : [];
  const toClose: Button[][] =
    openTerms > 0
      ? []
      : [
          [{ text: words.withCourses, press: closeYearPress(year.id, missing, true) }],
          [{ text: words.withoutCourses, press: closeYearPress(year.id, missing, false) }],
        ];
  return {
    text: [
      bold(words.title(year.name)),
      ...[...hindered, ...lacking, words.hint].map(escapeHtml),
      '',
      ...shown.map((klass) => escapeHtml(classLine(klass, texts))),
    ].join('\n'),
    buttons: [
      ...rowsOf(
        shown
          .filter(({ pupils }) => pupils.length > 0)
          .map(({ classId, className }) => ({
            text: className,
            press: yearClassPress(year.id, classId),
          })),
        4,
      ),
      ...arrowRow(
        classes.length,
        page,
        invites,
        (to) => yearClosingPress(year.id, to),
        CLASSES_PER_PAGE,
      ),
      ...(missing > 0 ? [[{ text: words.lacks, press: yearLacksPress(year.id) }]] : []),
      ...toClose,
      [{ text: common.back, press: closingPress() }],
    ],
  };
}

/** The courses whose pupils lack a year mark, by teacher. */
export function yearLacksScreen(
  { closing, page: wanted }: { closing: YearClosing; page: number },
  pen: Pen,
): Screen {
  const { texts } = pen;
  const { year, lacks } = closing;
  const page = wanted * LACKS_PER_PAGE < lacks.length ? wanted : 0;
  return {
    text: [
      bold(texts.yearClosing.title(year.name)),
      escapeHtml(
        lacks.length > 0 ? texts.closing.missing(totalsOf(lacks, texts)) : texts.closing.complete,
      ),
      ...lackLines(pageOf(lacks, page, LACKS_PER_PAGE), pen),
    ].join('\n'),
    buttons: [
      ...arrowRow(
        lacks.length,
        page,
        texts.invites,
        (to) => yearLacksPress(year.id, to),
        LACKS_PER_PAGE,
      ),
      [{ text: texts.common.back, press: yearClosingPress(year.id) }],
    ],
  };
}

/** The pupils of a class: a tap chooses what becomes of one instead. */
export function yearClassScreen(
  of: { yearId: number; klass: YearClass; page: number },
  { texts, names }: Pen,
): Screen {
  const { yearClosing: words, common, invites } = texts;
  const { yearId, klass } = of;
  const { classId, className, grade, pupils } = klass;
  const page = of.page * PER_PAGE < pupils.length ? of.page : 0;
  const buttons = pageOf(pupils, page).map((pupil) => ({
    text: words.signed(words.signs[pupil.fate], pupilName(pupil, names)),
    press: fatePress(
      { yearId, classId, pupilId: pupil.pupilId },
      otherFate(pupil.fate, grade),
      page,
    ),
  }));
  const whole = FATES.filter(
    (fate) => mayGraduate(grade) && fate !== 'repeats' && (fate !== 'moves' || grade < 11),
  ).map((fate) => ({
    text: words.whole[fate],
    press: fatePress({ yearId, classId, pupilId: 0 }, fate, page),
  }));
  return {
    text: [
      bold(words.classTitle(className)),
      ...[classLine(klass, texts), words.signsHint].map(escapeHtml),
    ].join('\n'),
    buttons: [
      ...rowsOf(buttons, 2),
      ...arrowRow(pupils.length, page, invites, (to) => yearClassPress(yearId, classId, to)),
      ...(whole.length > 0 ? [whole] : []),
      [{ text: common.back, press: yearClosingPress(yearId) }],
    ],
  };
}

/** Asks for the order; the answer closes the year. */
export function askYearOrderScreen({ year, classes, next }: YearClosing, { texts }: Pen): Screen {
  const { yearClosing: words, school, common } = texts;
  const promoted = promote(classes);
  const pupils = promoted.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0);
  const left = countFates(classes).leaves;
  const asked = next
    ? words.askOrder(next.name)
    : words.askOrderAndDays(school.fullDate(addDays(year.endsOn, 1)));
  return {
    text: [
      bold(words.sure(year.name)),
      ...[words.summary(promoted.length, pupils, left), asked, words.afterOrder].map(escapeHtml),
    ].join('\n'),
    buttons: [[{ text: common.back, press: yearClosingPress(year.id) }]],
  };
}

/** What was done. */
export function yearClosedScreen(
  { year, classes, pupils, left, courses }: Promoted,
  { yearClosing: words }: Texts,
): Screen {
  return {
    text: [
      bold(words.done(year)),
      ...[words.summary(classes, pupils, left), words.courses(courses), words.whatNext].map(
        escapeHtml,
      ),
    ].join('\n'),
    buttons: [],
  };
}

/** «7А → 8А: 25, повторно 1, выбывают 2» */
function classLine({ className, grade, letter, pupils }: YearClass, texts: Texts): string {
  const { yearClosing: words } = texts;
  if (pupils.length === 0) {
    return words.emptyClass(className);
  }
  const { moves, repeats, leaves } = countFates([{ pupils }]);
  const parts = [
    ...(moves > 0 ? [words.moving(`${grade + 1}${letter}`, moves)] : []),
    ...(repeats > 0 ? [words.repeating(repeats)] : []),
    ...(leaves > 0 ? [words.leaving(leaves)] : []),
  ];
  return words.classLine(className, parts.join(', '));
}

function countFates(classes: readonly Pick<YearClass, 'pupils'>[]): Record<Fate, number> {
  const counts: Record<Fate, number> = { moves: 0, repeats: 0, leaves: 0 };
  for (const { fate } of classes.flatMap(({ pupils }) => pupils)) {
    counts[fate] += 1;
  }
  return counts;
}
