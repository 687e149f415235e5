import type { LessonKey } from '../../db/actions/by.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';

/**
 * A change that waits for its reason, said so that it can be done exactly: the payload of a button, a
 * message that was read into a lesson, a lesson's text, a comment to a mark.
 */
export type Wanted =
  | { press: string }
  | { entry: { lesson: LessonKey; kind: WorkKindKey; body: string } }
  | { part: 'topic' | 'homework'; lesson: LessonKey; due?: string | null; text: string }
  | { comment: AskedComment; text: string };

/** The mark a comment is asked for, as it was when it was asked. */
export type AskedComment = {
  lesson: LessonKey;
  markId: number;
  version: number;
  kind: WorkKindKey;
};
