import { groupBy } from '../../db/group-by.ts';
import type { ControlState } from '../../db/reports/control/control-state.ts';
import type { OpenFinding } from '../../db/reports/control/open-findings.ts';
import { closingPress } from '../dialogue/closing-presses.ts';
import {
  CONTROL_GROUPINGS,
  CONTROL_PERIODS,
  type ControlGroup,
  type ControlPeriod,
  type ControlView,
  controlGroupPress,
  controlPress,
  groupIdOf,
  ownFindingsPress,
  parentsPress,
  recountPress,
  timelinessPress,
} from '../dialogue/control-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { FINDINGS_PER_PAGE, findingRows } from './control-findings.ts';
import { teacherLabel } from './control-table.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, PER_PAGE, pageOf } from './pages.ts';
import { rowsOf } from './rows.ts';

// As many labels of a kind as stand side by side on a phone uncut.
const PER_ROW = { teacher: 2, class: 4, rule: 1 };

type Group = { id: number; label: string; count: number };

/** The findings of a period counted by teacher, class or rule; each group opens by a tap. */
export function controlScreen(
  state: ControlState,
  view: ControlView,
  wanted: number,
  pen: Pen,
): Screen {
  const { control } = pen.texts;
  const { period, by } = view;
  const groups = groupsOf(state.findings[period], by, pen);
  const page = wanted * PER_PAGE < groups.length ? wanted : 0;
  const buttons = pageOf(groups, page).map(({ id, label, count }) => ({
    text: control.counted(label, count),
    press: controlGroupPress({ ...view, id }),
  }));
  return {
    text: [
      bold(`${control.title}: ${control.periodTitles[period]}`),
      ...headLines(state, period, pen.texts).map(escapeHtml),
    ].join('\n'),
    buttons: [
      periodRow(state, view, pen.texts),
      groupingRow(view, pen.texts),
      ...rowsOf(buttons, PER_ROW[by]),
      ...arrowRow(groups.length, page, pen.texts.invites, (to) => controlPress(view, to)),
      [
        { text: control.timeliness, press: timelinessPress(period) },
        { text: control.parents, press: parentsPress() },
        ...(period === 'today' ? [] : [{ text: control.recount, press: recountPress() }]),
      ],
      [{ text: pen.texts.closing.open, press: closingPress() }],
    ],
  };
}

/** The findings of one group; a number opens its lesson. */
export function controlGroupScreen(
  state: ControlState,
  group: ControlGroup,
  wanted: number,
  pen: Pen,
): Screen {
  const { control } = pen.texts;
  const own = state.findings[group.period].filter(
    (finding) => groupIdOf(finding, group.by) === group.id,
  );
  const label = groupsOf(own, group.by, pen)[0]?.label ?? control.title;
  const list = listOf(own, group, wanted, pen);
  return {
    text: [bold(`${label}: ${control.periodTitles[group.period]}`), ...list.lines].join('\n'),
    buttons: [...list.buttons, [{ text: control.back, press: controlPress(group) }]],
  };
}

/** A teacher's own findings, as they are told on Monday and paged from there. */
export function ownFindingsScreen(
  findings: readonly OpenFinding[],
  wanted: number,
  pen: Pen,
): Screen {
  const { control } = pen.texts;
  if (findings.length === 0) {
    return { text: escapeHtml(control.allMended), buttons: [] };
  }
  const list = listOf(findings, null, wanted, pen);
  return {
    text: [
      bold(control.told(findings.length)),
      ...list.lines,
      '',
      escapeHtml(control.toldHint),
    ].join('\n'),
    buttons: list.buttons,
  };
}

function listOf(
  findings: readonly OpenFinding[],
  group: ControlGroup | null,
  wanted: number,
  pen: Pen,
): { lines: string[]; buttons: Button[][] } {
  const { control } = pen.texts;
  if (findings.length === 0) {
    return { lines: [escapeHtml(control.nothing)], buttons: [] };
  }
  const count = findings.length;
  const page = wanted * FINDINGS_PER_PAGE < count ? wanted : 0;
  const { lines, buttons } = findingRows(findings, { group, page }, pen);
  const first = page * FINDINGS_PER_PAGE;
  const place =
    count > FINDINGS_PER_PAGE ? [control.page(first + 1, first + lines.length, count)] : [];
  const to = (other: number) => (group ? controlGroupPress(group, other) : ownFindingsPress(other));
  return {
    lines: [...lines, ...place.map(escapeHtml)],
    buttons: [...buttons, ...arrowRow(count, page, pen.texts.invites, to, FINDINGS_PER_PAGE)],
  };
}

/** The groups with the most findings first. */
function groupsOf(findings: readonly OpenFinding[], by: ControlView['by'], pen: Pen): Group[] {
  const groups = [...groupBy(findings, (finding) => groupIdOf(finding, by))].flatMap(
    ([id, own]) => {
      const [first] = own;
      return first ? [{ id, label: labelOf(first, by, pen), count: own.length }] : [];
    },
  );
  return groups.sort((left, right) => right.count - left.count);
}

function labelOf(finding: OpenFinding, by: ControlView['by'], pen: Pen): string {
  switch (by) {
    case 'teacher':
      return teacherLabel(finding, pen);
    case 'class':
      return finding.className;
    case 'rule':
      return pen.texts.control.ruleNames[finding.rule];
  }
}

function headLines(
  { findings, held, checked }: ControlState,
  period: ControlPeriod,
  { control, school }: Texts,
): string[] {
  const { length } = findings[period];
  if (period === 'today') {
    return [control.today(held, length)];
  }
  return [
    length > 0 ? control.total(length) : control.nothing,
    checked ? control.checkedOn(school.date(checked.date), checked.time) : control.neverChecked,
  ];
}

function periodRow({ findings }: ControlState, { period, by }: ControlView, { control }: Texts) {
  return CONTROL_PERIODS.map((one) => {
    const label = control.counted(control.periods[one], findings[one].length);
    return {
      text: one === period ? control.chosen(label) : label,
      press: controlPress({ period: one, by }),
    };
  });
}

function groupingRow({ period, by }: ControlView, { control }: Texts): Button[] {
  return CONTROL_GROUPINGS.map((one) => ({
    text: one === by ? control.chosen(control.groupings[one]) : control.groupings[one],
    press: controlPress({ period, by: one }),
  }));
}
