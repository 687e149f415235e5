/**
 * What a teacher takes back by one tap: the records of the journal that the chat writes, and of a
 * lesson plan its corrections, which have a reason; a plan that was loaded is loaded again instead.
 */
export const UNDOABLE_RECORDS = [
  'mark',
  'absence',
  'lesson',
  'homework_file',
  'term_mark',
  'plan_item',
] as const;
export type UndoableRecord = (typeof UNDOABLE_RECORDS)[number];
