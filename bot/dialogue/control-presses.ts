import type { LessonKey } from '../../db/actions/by.ts';
import { CONTROL_RULES, type ControlRule } from '../../db/rules/control/rule-names.ts';
import { lessonArg, press } from './press.ts';

export const CONTROL_PERIODS = ['today', 'week', 'term'] as const;
export type ControlPeriod = (typeof CONTROL_PERIODS)[number];
const PERIOD_LETTERS: Record<ControlPeriod, string> = { today: 'd', week: 'w', term: 't' };

export const CONTROL_GROUPINGS = ['teacher', 'class', 'rule'] as const;
export type ControlGrouping = (typeof CONTROL_GROUPINGS)[number];
const GROUPING_LETTERS: Record<ControlGrouping, string> = { teacher: 't', class: 'c', rule: 'r' };

/** What is looked at: findings of a period, put together by teacher, class or rule. */
export type ControlView = { period: ControlPeriod; by: ControlGrouping };

/** One of the groups; `id` is a teacher's (0 is nobody), a class's, or a rule's place in the list. */
export type ControlGroup = ControlView & { id: number };

/** Where an opened lesson leads back to: a group of the deputy head's, or a teacher's own findings. */
export type ControlBack = { group: ControlGroup | null; page: number };

/** The groups of a view, a page of them. */
export const controlPress = ({ period, by }: ControlView, page = 0) =>
  press('ctl1', PERIOD_LETTERS[period], GROUPING_LETTERS[by], page);

/** The findings of a group, a page of them. */
export const controlGroupPress = (group: ControlGroup, page = 0) =>
  press('ctlg1', ...groupArgs(group), page);

/** A teacher's own findings, a page of them. */
export const ownFindingsPress = (page = 0) => press('ctlm1', page);

/** A lesson from a list of findings, and back to it. */
export const controlLessonPress = (key: LessonKey, { group, page }: ControlBack) =>
  press('ctll1', lessonArg(key), ...(group ? groupArgs(group) : ['m', 'm', 0]), page);

/** How soon lessons were filled in, a page of teachers. */
export const timelinessPress = (period: ControlPeriod, page = 0) =>
  press('ctlt1', PERIOD_LETTERS[period], page);

/** How much parents look into the journal, a page of classes. */
export const parentsPress = (page = 0) => press('ctlp1', page);

/** The pupils of a class without a linked parent; `page` is where it was chosen. */
export const parentsClassPress = (classId: number, page: number) => press('ctlu1', classId, page);

/** Looks through the journal now instead of on Sunday. */
export const recountPress = () => press('ctlr1');

export const controlBackPress = ({ group, page }: ControlBack) =>
  group ? controlGroupPress(group, page) : ownFindingsPress(page);

/** The period in a payload; null for anything we never wrote. */
export function readPeriod(arg: string | undefined): ControlPeriod | null {
  return CONTROL_PERIODS.find((period) => PERIOD_LETTERS[period] === arg) ?? null;
}

export function readGrouping(arg: string | undefined): ControlGrouping | null {
  return CONTROL_GROUPINGS.find((by) => GROUPING_LETTERS[by] === arg) ?? null;
}

/** The group that a finding belongs to. */
export function groupIdOf(
  { teacherId, classId, rule }: { teacherId: number | null; classId: number; rule: ControlRule },
  by: ControlGrouping,
): number {
  switch (by) {
    case 'teacher':
      return teacherId ?? 0;
    case 'class':
      return classId;
    case 'rule':
      return CONTROL_RULES.indexOf(rule);
  }
}

function groupArgs({ period, by, id }: ControlGroup): (string | number)[] {
  return [PERIOD_LETTERS[period], GROUPING_LETTERS[by], id];
}
