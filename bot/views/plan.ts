import type { CoursePlan } from '../../db/reports/course-plans.ts';
import { isCorrectable, isSkipped, isUsedUp, type PlanLine } from '../../db/rules/plan-progress.ts';
import {
  askPlanPress,
  coursePlanPress,
  fixListPress,
  planListPress,
  planTemplatePress,
} from '../dialogue/plan-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import type { Texts } from '../texts/ru.ts';
import { fileName } from './file-name.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { courseTitle } from './lesson-title.ts';
import { arrowRow, pageOf } from './pages.ts';
import { rowsOf } from './rows.ts';
import { planBook } from './sheets/plan-book.ts';

const NEXT_LINES = 3;
const CORRECTIONS = 5;
const TOPIC_LENGTH = 80;
const REASON_LENGTH = 80;

/** A teacher's own courses, each with what was given and what is due. */
export function planListScreen(
  { plans, page }: { plans: readonly CoursePlan[]; page: number },
  { plan, invites }: Texts,
): Screen {
  const buttons = pageOf(plans, page).map((one) => courseButton(one, plan));
  return {
    text: [bold(plan.title), escapeHtml(plans.length > 0 ? plan.choose : plan.noCourses)].join(
      '\n',
    ),
    buttons: [...rowsOf(buttons, 1), ...arrowRow(plans.length, page, invites, planListPress)],
  };
}

/** What was just done to a plan; with the operation it can be taken back. */
export type PlanDone = { note: string; operation?: string };

/** Plan against fact of a course, the lines that come next, the corrections; `done` stands first. */
export function coursePlanScreen(of: CoursePlan, texts: Texts, done?: PlanDone): Screen {
  const { plan, teacher } = texts;
  const { courseId, lines } = of;
  const next = lines.filter((line) => !isSkipped(line) && !isUsedUp(line)).slice(0, NEXT_LINES);
  const text = [
    ...(done === undefined ? [] : [escapeHtml(done.note)]),
    planTitle(of, texts),
    ...(lines.length === 0
      ? [escapeHtml(plan.empty)]
      : [...figures(of, plan), '', ...nextLines(next, plan), ...corrections(lines, plan)]),
  ].join('\n');
  const fix = lines.some(isCorrectable) ? [{ text: plan.fix, press: fixListPress(courseId) }] : [];
  const undo = done?.operation
    ? [[{ text: teacher.undo, press: undoPress(done.operation, 'plan') }]]
    : [];
  return {
    text,
    buttons: [
      ...undo,
      [
        { text: plan.template, press: planTemplatePress(courseId) },
        { text: plan.load, press: askPlanPress(courseId) },
      ],
      [...fix, { text: plan.courses, press: planListPress() }],
    ],
  };
}

/** The plan as a workbook to fill in. */
export function templateMessage(
  of: CoursePlan,
  rows: Parameters<typeof planBook>[0],
  { plan, importing }: Texts,
): Screen {
  const course = courseTitle(of);
  return {
    text: escapeHtml(plan.templateCaption(course)),
    buttons: [[{ text: plan.open, press: coursePlanPress(of.courseId) }]],
    file: {
      kind: 'document',
      name: `${fileName(plan.fileName(course))}.xlsx`,
      book: planBook(rows, importing.language),
    },
  };
}

/** Asks for the workbook of a course. */
export function askPlanScreen(of: CoursePlan, { plan, common }: Texts): Screen {
  return {
    text: escapeHtml(plan.askFile(courseTitle(of))),
    buttons: [[{ text: common.back, press: coursePlanPress(of.courseId) }]],
  };
}

/** «КТП 7А Алгебра», in bold. */
export function planTitle(of: CoursePlan, { plan }: Texts): string {
  return bold(`${plan.title} ${courseTitle(of)}`);
}

/** «15. Степени» */
export function lineTitle({ number, topic }: PlanLine, { plan }: Texts, limit: number): string {
  return plan.line(number, cut(topic, limit));
}

function courseButton(of: CoursePlan, plan: Texts['plan']): Button {
  const { courseId, className, subject, shortName, groupName, lines, progress } = of;
  const group = groupName === '' ? '' : ` ${groupName}`;
  const label = `${className} ${shortName ?? subject}${group}`;
  const { given, due, behind } = progress;
  const shown =
    behind > 0 ? plan.courseBehind(label, given, due, behind) : plan.course(label, given, due);
  return {
    text: lines.length === 0 ? plan.courseEmpty(label) : shown,
    press: coursePlanPress(courseId),
  };
}

function figures({ lines, progress }: CoursePlan, plan: Texts['plan']): string[] {
  const { hours, given, due, behind } = progress;
  const owed = lines.filter(({ correction }) => correction !== 'cut');
  const works = owed.reduce((sum, { controlWorks }) => sum + controlWorks, 0);
  const ahead = given > due ? plan.ahead(given - due) : plan.onPlan;
  return [
    escapeHtml(plan.totals(owed.length, hours, works)),
    escapeHtml(plan.fact(given, due)),
    bold(behind > 0 ? plan.behind(behind) : ahead),
  ];
}

function nextLines(next: readonly PlanLine[], plan: Texts['plan']): string[] {
  const lines = next.map(({ number, topic }) => plan.line(number, cut(topic, TOPIC_LENGTH)));
  return (next.length > 0 ? [plan.next, ...lines] : [plan.finished]).map(escapeHtml);
}

function corrections(lines: readonly PlanLine[], plan: Texts['plan']): string[] {
  const corrected = lines.flatMap(({ number, topic, correction, correctionReason }) => {
    const line = plan.line(number, cut(topic, TOPIC_LENGTH));
    const reason = cut(correctionReason ?? '', REASON_LENGTH);
    return correction ? [plan.correctionLine(line, plan.fixed[correction], reason)] : [];
  });
  if (corrected.length === 0) {
    return [];
  }
  const left = corrected.length - CORRECTIONS;
  const newest = corrected.slice(-CORRECTIONS);
  return [
    '',
    ...[plan.corrections, ...newest, ...(left > 0 ? [plan.more(left)] : [])].map(escapeHtml),
  ];
}
