import type { OpenFinding } from '../../db/reports/control/open-findings.ts';
import type { ControlRule } from '../../db/rules/control/rule-names.ts';
import { type ControlBack, controlLessonPress } from '../dialogue/control-presses.ts';
import { journalCardPress, journalPress } from '../dialogue/journal-presses.ts';
import { coursePlanPress } from '../dialogue/plan-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import { termSheetPress } from '../dialogue/term-presses.ts';
import { escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { dayName } from './lesson-title.ts';
import { pageOf } from './pages.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

/** As many findings as a phone shows with the words of each. */
export const FINDINGS_PER_PAGE = 8;
const PER_ROW = 4;

/** Findings of a page in words, numbered, and a button with its number for each. */
export function findingRows(
  findings: readonly OpenFinding[],
  back: ControlBack,
  pen: Pen,
): { lines: string[]; buttons: Button[][] } {
  const { page } = back;
  const shown = pageOf(findings, page, FINDINGS_PER_PAGE);
  const numbered = shown.map((finding, index) => ({
    finding,
    number: page * FINDINGS_PER_PAGE + index + 1,
  }));
  return {
    lines: numbered.map(({ finding, number }) => escapeHtml(`${number}. ${inWords(finding, pen)}`)),
    buttons: rowsOf(
      numbered.map(({ finding, number }) => ({
        text: String(number),
        press: placeOf(finding, back),
      })),
      PER_ROW,
    ),
  };
}

/** «7А Алгебра, пн 05.10, урок 2: нет темы или переклички» */
function inWords(finding: OpenFinding, pen: Pen): string {
  const { rule, className, subject, groupName, lesson, pupil, amount } = finding;
  const { control } = pen.texts;
  const course = [className, subject, groupName].filter((part) => part !== '').join(' ');
  const at = lesson ? [control.lesson(dayName(lesson.date, pen.texts), lesson.number)] : [];
  const who = pupil ? [pupilName(pupil, pen.names)] : [];
  const sentence: Record<ControlRule, (count: number) => string> = control.rules;
  return `${[course, ...at, ...who].join(', ')}: ${sentence[rule](amount ?? 0)}`;
}

/** Where the gap can be mended; the plan opens to its own teacher alone. */
function placeOf(finding: OpenFinding, back: ControlBack): string {
  const { rule, courseId, termId, lesson, pupil } = finding;
  if (lesson) {
    return controlLessonPress({ courseId, ...lesson }, back);
  }
  switch (rule) {
    case 'term_missing':
    case 'term_differs':
    case 'term_few_marks':
      return termSheetPress(courseId, termId);
    case 'plan_behind':
      return back.group ? journalPress(courseId, termId) : coursePlanPress(courseId);
    default:
      return pupil
        ? journalCardPress(courseId, termId, pupil.pupilId)
        : journalPress(courseId, termId);
  }
}
