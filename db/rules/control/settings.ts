/**
 * What a school may tune in the control of the journal: each rule has a switch (1 or 0) under its own
 * name and its threshold beside it. Sources: the school's regulation, clause 2.5, and the practice of
 * deputy heads.
 */
export const CONTROL_SETTINGS = {
  /** When findings are written: the day of the week (1 is Monday) and the hour, school time. */
  'control.weekday': 7,
  'control.hour': 22,
  /** Hour of Monday at which teachers and deputy heads are told of them, school time. */
  'control.tell_hour': 8,

  /** A lesson without topic or attendance so many working days after it. */
  'control.unfilled': 1,
  'control.unfilled.days': 1,
  /** Fewer marks at a lesson than this. */
  'control.few_marks': 1,
  'control.few_marks.count': 3,
  /** So many lessons in a row without a mark. */
  'control.no_marks': 1,
  'control.no_marks.lessons': 2,
  /** Pupils without the minimum of marks once this per cent of a term's lessons is over. */
  'control.mid_term': 1,
  'control.mid_term.percent': 50,
  /** A «2» without a better mark for so many lessons. */
  'control.two_uncorrected': 1,
  'control.two_uncorrected.lessons': 3,
  /** A «2» at one of so many first or last lessons of a term. */
  'control.two_edge': 1,
  'control.two_edge.lessons': 1,
  /** A «2» right after so many missed lessons. */
  'control.two_after_absence': 1,
  'control.two_after_absence.lessons': 1,
  /** A control work without its marks so many working days after it. */
  'control.control_work': 1,
  'control.control_work.days': 5,
  /** Term marks missing so many days after the closing day; 0 is on that day. */
  'control.term_missing': 1,
  'control.term_missing.days': 0,
  /** A term mark so many points from the rounded mean. */
  'control.term_differs': 1,
  'control.term_differs.points': 1,
  /** A term mark on so many marks fewer than the minimum. */
  'control.term_few_marks': 1,
  'control.term_few_marks.missing': 1,
  /** More than this per cent of lessons missed, once so many lessons took place. */
  'control.absences': 1,
  'control.absences.percent': 66.67,
  'control.absences.lessons': 5,
  /** Hours of the plan that should have been given and weren't. */
  'control.plan_behind': 1,
  'control.plan_behind.lessons': 3,
  /** A mark changed so many days after the edit window; 0 is the day after it. */
  'control.late_change': 1,
  'control.late_change.days': 0,
} as const;

export type ControlSettingKey = keyof typeof CONTROL_SETTINGS;
