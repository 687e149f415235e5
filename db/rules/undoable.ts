/** What a teacher takes back by one tap: the records of the journal that the chat writes. */
export const UNDOABLE_RECORDS = [
  'mark',
  'absence',
  'lesson',
  'homework_file',
  'term_mark',
] as const;
export type UndoableRecord = (typeof UNDOABLE_RECORDS)[number];
