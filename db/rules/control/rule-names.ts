import type { Settings } from '../settings.ts';

/** Every rule of the control, in the order reports list them; each is a setting `control.<name>`. */
export const CONTROL_RULES = [
  'unfilled',
  'few_marks',
  'no_marks',
  'mid_term',
  'two_uncorrected',
  'two_edge',
  'two_after_absence',
  'control_work',
  'term_missing',
  'term_differs',
  'term_few_marks',
  'absences',
  'plan_behind',
  'late_change',
] as const;
export type ControlRule = (typeof CONTROL_RULES)[number];

// What happened can't be undone by its teacher: it is for the deputy head to know.
const PAST: readonly ControlRule[] = ['term_differs', 'late_change'];

/** Whether whoever left the finding can mend it, so that it closes. */
export function isMendable(rule: ControlRule): boolean {
  return !PAST.includes(rule);
}

/** Whether a school has a rule switched on. */
export function isOn(rule: ControlRule, settings: Settings): boolean {
  return settings[`control.${rule}`] !== 0;
}
