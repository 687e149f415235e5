/**
 * When a parent hears of something: at once and again in the evening digest, at once, in the evening,
 * at the end of the week, never.
 */
export type NoticeMode = 'both' | 'instant' | 'digest' | 'weekly' | 'off';

const MARKS = ['both', 'instant', 'digest', 'weekly', 'off'] as const;
const EVENTS = ['instant', 'digest', 'weekly', 'off'] as const;

/** What a parent can be sent about a child, with the ways to have it; the first is the default. */
export const NOTICE_TOPICS = {
  mark: MARKS,
  /** A «2» or less. */
  low_mark: MARKS,
  absence: MARKS,
  /** The question why the child is not at the first lesson of the day. */
  first_absence: ['instant', 'off'],
  behaviour_note: EVENTS,
  term_mark: EVENTS,
  /** What is due at the next school day. */
  homework: ['digest', 'off'],
  /** The summary of a week. */
  week: ['weekly', 'off'],
} as const satisfies Record<string, readonly NoticeMode[]>;

export type NoticeTopic = keyof typeof NOTICE_TOPICS;

// A first-grader has neither marks nor homework.
const NOT_IN_GRADE_ONE: readonly NoticeTopic[] = ['mark', 'low_mark', 'term_mark', 'homework'];

/** What there is to hear of a child in this grade, in the order it is shown. */
export function topicsOf(grade: number | null): NoticeTopic[] {
  const topics = Object.keys(NOTICE_TOPICS).filter(isTopic);
  return grade === 1 ? topics.filter((topic) => !NOT_IN_GRADE_ONE.includes(topic)) : topics;
}

export function isTopic(topic: string): topic is NoticeTopic {
  return Object.hasOwn(NOTICE_TOPICS, topic);
}

/** The way that was chosen, or null for what isn't to choose for this topic. */
export function noticeMode(topic: NoticeTopic, stored: string | null): NoticeMode | null {
  return NOTICE_TOPICS[topic].find((mode) => mode === stored) ?? null;
}

/** The way that holds: the chosen one, else the default. */
export function modeInForce(topic: NoticeTopic, stored: string | null): NoticeMode {
  return noticeMode(topic, stored) ?? NOTICE_TOPICS[topic][0];
}

/** Whether the evening digest tells of what is had this way. */
export function isInDigest(mode: NoticeMode): boolean {
  return mode === 'both' || mode === 'digest';
}

// The highest mark that is told as a low one.
const LOW_MARK = 2;

/** Under which topic a mark is told; work that is owed is no low mark. */
export function markTopic(value: number | null): 'mark' | 'low_mark' {
  return value !== null && value <= LOW_MARK ? 'low_mark' : 'mark';
}
