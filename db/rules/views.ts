/** Kinds of screens about one child that are noted when somebody looks at them. */
export const VIEWED_SCREENS = [
  'diary',
  'marks',
  'absences',
  'term',
  'behaviour',
  'letters',
  'card',
  'export',
  'panel',
] as const;

export type ViewedScreen = (typeof VIEWED_SCREENS)[number];

/** As the child's parent, or as somebody of the school. */
export type ViewSide = 'family' | 'school';

/** For how many days a child's parents are shown who looked. */
export const VIEW_DAYS = 30;
