/** How a parent explains an absence: by a tap, or in their own words. */
export const EXCUSE_ANSWERS = ['ill', 'excused', 'unknown', 'other'] as const;
export type ExcuseAnswer = (typeof EXCUSE_ANSWERS)[number];

/** The codes a class teacher may turn «н» into. */
export type ExcuseCode = 'ill' | 'excused';

/** Characters of a parent's own words. */
export const EXCUSE_TEXT_LIMIT = 500;

/** Days back and ahead that can be explained. */
export const EXCUSE_DAYS = { back: 14, ahead: 7 } as const;

/** As many answers a parent may give in so many minutes. */
export const EXCUSE_FLOOD = { count: 10, minutes: 10 } as const;
