import { nextOf, type PlanFix, placesFor } from '../../db/actions/correct-plan.ts';
import type { CoursePlan } from '../../db/reports/course-plans.ts';
import { isCorrectable, mergedInto, type PlanLine } from '../../db/rules/plan-progress.ts';
import {
  coursePlanPress,
  cutPress,
  fixLinePress,
  fixListPress,
  mergePress,
  movePress,
  moveToPress,
} from '../dialogue/plan-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './fit.ts';
import { escapeHtml } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { lineTitle, planTitle } from './plan.ts';
import { rowsOf } from './rows.ts';

const PER_PAGE = 8;
const LABEL_LENGTH = 32;
const TOPIC_LENGTH = 200;

/** The lines that may be corrected: the choice of one. */
export function fixListScreen(of: CoursePlan, page: number, texts: Texts): Screen {
  const { plan, invites, common } = texts;
  const lines = of.lines.filter(isCorrectable);
  const buttons = pageOf(lines, page, PER_PAGE).map((line) => ({
    text: lineTitle(line, texts, LABEL_LENGTH),
    press: fixLinePress(line.planItemId),
  }));
  const ask = lines.length > 0 ? plan.chooseLine : plan.nothingToFix;
  const pressOf = (to: number) => fixListPress(of.courseId, to);
  return {
    text: [planTitle(of, texts), escapeHtml(ask)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 1),
      ...arrowRow(lines.length, page, invites, pressOf, PER_PAGE),
      [{ text: common.back, press: coursePlanPress(of.courseId) }],
    ],
  };
}

/** What may be done to a line. */
export function fixLineScreen(of: CoursePlan, line: PlanLine, texts: Texts): Screen {
  const { plan, common } = texts;
  const { planItemId } = line;
  const next = nextOf(of.lines, line);
  const merge = next && {
    text: plan.merge(next.number),
    press: mergePress(planItemId, next.planItemId),
  };
  const alone = mergedInto(of.lines, line).length === 0;
  const others: Button[] = [
    { text: plan.cut, press: cutPress(planItemId) },
    { text: plan.move, press: movePress(planItemId) },
  ];
  return {
    text: [
      planTitle(of, texts),
      escapeHtml(lineTitle(line, texts, TOPIC_LENGTH)),
      escapeHtml(plan.chooseFix),
    ].join('\n'),
    buttons: [
      ...(merge ? [[merge]] : []),
      ...(alone ? [others] : []),
      [{ text: common.back, press: fixListPress(of.courseId) }],
    ],
  };
}

/** Where a line may be put. */
export function moveScreen(of: CoursePlan, line: PlanLine, page: number, texts: Texts): Screen {
  const { plan, invites, common } = texts;
  const { planItemId } = line;
  const places = placesFor(of.lines, line);
  const buttons = pageOf(places, page, PER_PAGE).map(({ number, topic, planItemId: beforeId }) => ({
    text: cut(plan.before(number, topic), LABEL_LENGTH + 8),
    press: moveToPress(planItemId, beforeId),
  }));
  const end = { text: plan.toEnd, press: moveToPress(planItemId, 0) };
  const pressOf = (to: number) => movePress(planItemId, to);
  return {
    text: [
      planTitle(of, texts),
      escapeHtml(lineTitle(line, texts, TOPIC_LENGTH)),
      escapeHtml(plan.chooseMove),
    ].join('\n'),
    buttons: [
      ...(of.lines.at(-1) === line ? [] : [[end]]),
      ...rowsOf(buttons, 1),
      ...arrowRow(places.length, page, invites, pressOf, PER_PAGE),
      [{ text: common.back, press: fixLinePress(planItemId) }],
    ],
  };
}

/** Says what will be done, and asks why. */
export function fixReasonScreen(
  fix: PlanFix,
  { courseId, lines, line }: { courseId: number; lines: readonly PlanLine[]; line: PlanLine },
  texts: Texts,
): Screen {
  const { plan, common } = texts;
  const title = lineTitle(line, texts, TOPIC_LENGTH);
  const other =
    fix.kind === 'merged' ? lines.find(({ planItemId }) => planItemId === fix.nextId) : undefined;
  const said =
    fix.kind === 'merged'
      ? plan.asks.merged(title, other ? lineTitle(other, texts, TOPIC_LENGTH) : '')
      : plan.asks[fix.kind](title);
  return {
    text: [said, plan.askReason].map(escapeHtml).join('\n'),
    buttons: [[{ text: common.back, press: coursePlanPress(courseId) }]],
  };
}
