import { isSettingKey, type SettingKey } from './settings.ts';

/** What a setting may be; `whole` allows no fraction. */
export type Range = { least: number; most: number; whole: boolean };

const whole = (least: number, most: number): Range => ({ least, most, whole: true });
const part = (least: number, most: number): Range => ({ least, most, whole: false });

const SWITCH = whole(0, 1);
const HOUR = whole(0, 23);
const DAYS = whole(0, 365);
const SECONDS = whole(0, 86_400);
const COUNT = whole(1, 100);
const WEIGHT = part(0.1, 10);
const MEAN = part(1, 5);
const PERCENT = part(0, 100);

/** The sensible range of each setting: a week has seven days, a day its hours, a mean is of marks. */
export const SETTING_RANGES: Record<SettingKey, Range> = {
  'marks.lowest': whole(1, 2),
  'marks.minimum': COUNT,
  'marks.minimum_short': COUNT,
  'marks.short_term': COUNT,
  'weight.answer': WEIGHT,
  'weight.homework': WEIGHT,
  'weight.independent': WEIGHT,
  'weight.practical': WEIGHT,
  'weight.test': WEIGHT,
  'weight.project': WEIGHT,
  'correction.days': DAYS,
  'notice.delay': SECONDS,
  'notice.urgent_delay': SECONDS,
  'digest.hour': HOUR,
  'reminder.hour': HOUR,
  'weekly.day': whole(1, 7),
  'weekly.hour': HOUR,
  'invite.days': whole(1, 365),
  'term.threshold.3': MEAN,
  'term.threshold.4': MEAN,
  'term.threshold.5': MEAN,
  'term.margin': part(0, 1),
  'term.min_marks': COUNT,
  'term.min_marks_few': COUNT,
  'term.few_lessons': COUNT,
  'term.absent_percent': PERCENT,
  'sou.5': PERCENT,
  'sou.4': PERCENT,
  'sou.3': PERCENT,
  'sou.2': PERCENT,
  'sou.na': PERCENT,
  'signal.days': whole(1, 365),
  'signal.drop': part(0.1, 4),
  'signal.older_marks': COUNT,
  'signal.newer_marks': COUNT,
  'signal.row': COUNT,
  'signal.absences': COUNT,
  'signal.absence_days': whole(1, 365),
  'signal.quiet_days': DAYS,
  'control.weekday': whole(1, 7),
  'control.hour': HOUR,
  'control.tell_hour': HOUR,
  'control.unfilled': SWITCH,
  'control.unfilled.days': whole(0, 30),
  'control.few_marks': SWITCH,
  'control.few_marks.count': whole(1, 40),
  'control.no_marks': SWITCH,
  'control.no_marks.lessons': whole(1, 20),
  'control.mid_term': SWITCH,
  'control.mid_term.percent': PERCENT,
  'control.two_uncorrected': SWITCH,
  'control.two_uncorrected.lessons': whole(1, 20),
  'control.two_edge': SWITCH,
  'control.two_edge.lessons': whole(1, 5),
  'control.two_after_absence': SWITCH,
  'control.two_after_absence.lessons': whole(1, 20),
  'control.control_work': SWITCH,
  'control.control_work.days': whole(0, 30),
  'control.term_missing': SWITCH,
  'control.term_missing.days': whole(0, 30),
  'control.term_differs': SWITCH,
  'control.term_differs.points': whole(1, 3),
  'control.term_few_marks': SWITCH,
  'control.term_few_marks.missing': whole(1, 10),
  'control.absences': SWITCH,
  'control.absences.percent': PERCENT,
  'control.absences.lessons': COUNT,
  'control.plan_behind': SWITCH,
  'control.plan_behind.lessons': whole(1, 100),
  'control.late_change': SWITCH,
  'control.late_change.days': DAYS,
};

/** The range that a value typed for a setting is outside of; null where it fits. */
export function brokenRange(key: string, value: string): Range | null {
  if (!isSettingKey(key)) {
    return null;
  }
  const range = SETTING_RANGES[key];
  const number = Number(value);
  const fits =
    value.trim() !== '' &&
    number >= range.least &&
    number <= range.most &&
    (!range.whole || Number.isInteger(number));
  return fits ? null : range;
}
