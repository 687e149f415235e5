import type { PlanImport } from '../../db/actions/import-plan.ts';
import type { ImportProblem } from '../../db/import/problem.ts';
import {
  coursePlanPress,
  dropPlanPress,
  loadPlanPress,
  planListPress,
} from '../dialogue/plan-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { cut, firstLines } from './fit.ts';
import { bold, escapeHtml } from './html.ts';

// What a phone shows and a teacher mends at one go; the next check shows the rest.
const PROBLEMS = 12;
const PROBLEM_LENGTH = 300;
const COURSES = 12;
const RESERVED = 300;

/** Every wrong cell of a workbook: where it is, what is wrong, what is expected. */
export function wrongCellsScreen(
  problems: readonly ImportProblem[],
  courseId: number | null,
  { plan, importing }: Texts,
): Screen {
  const sentences = problems.slice(0, PROBLEMS).map(({ sheet, row, column, problem, data }) => {
    const sentence = importing.problems[problem](data);
    const whole = sheet === null ? sentence : `${importing.place(sheet, row, column)}: ${sentence}`;
    return escapeHtml(cut(whole, PROBLEM_LENGTH));
  });
  const { shown } = firstLines(sentences, RESERVED);
  const left = problems.length - shown.length;
  return {
    text: [
      bold(plan.wrongCells(problems.length)),
      ...shown,
      ...(left > 0 ? [escapeHtml(plan.more(left))] : []),
    ].join('\n'),
    buttons: [backRow(courseId, plan)],
  };
}

/** What a workbook would do, and the question whether it is to. */
export function checkedScreen({ changes }: PlanImport, key: string, texts: Texts): Screen {
  const { plan } = texts;
  return {
    text: [escapeHtml(plan.checked), ...changeLines(changes, texts)].join('\n'),
    buttons: [
      [
        { text: plan.load, press: loadPlanPress(key) },
        { text: plan.cancel, press: dropPlanPress(key) },
      ],
    ],
  };
}

/** What a workbook has done. */
export function loadedScreen({ changes }: PlanImport, texts: Texts): Screen {
  const { plan } = texts;
  const [first] = changes;
  const only = changes.length === 1 ? (first?.courseId ?? null) : null;
  return {
    text: [bold(plan.loaded), ...totalLines(changes, texts)].join('\n'),
    buttons: [backRow(only, plan)],
  };
}

/** That nothing was loaded. */
export function droppedScreen(courseId: number | null, { plan }: Texts): Screen {
  return { text: escapeHtml(plan.dropped), buttons: [backRow(courseId, plan)] };
}

function changeLines(changes: PlanImport['changes'], { plan }: Texts): string[] {
  return limited(
    changes.map(({ course, lines, hours, controlWorks, added, changed, left, removed }) => {
      const total = plan.total(course, lines, hours, controlWorks);
      return `${total}; ${plan.changes(added, changed, left, removed)}`;
    }),
    plan,
  );
}

function totalLines(changes: PlanImport['changes'], { plan }: Texts): string[] {
  return limited(
    changes.map(({ course, lines, hours, controlWorks }) =>
      plan.total(course, lines, hours, controlWorks),
    ),
    plan,
  );
}

function limited(lines: readonly string[], plan: Texts['plan']): string[] {
  const left = lines.length - COURSES;
  return [...lines.slice(0, COURSES), ...(left > 0 ? [plan.more(left)] : [])].map(escapeHtml);
}

function backRow(courseId: number | null, plan: Texts['plan']): Button[] {
  return courseId === null
    ? [{ text: plan.courses, press: planListPress() }]
    : [{ text: plan.open, press: coursePlanPress(courseId) }];
}
