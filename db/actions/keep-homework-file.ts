import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { FILE_BYTES, FILE_MEGABYTES, FILES_LIMIT } from '../rules/homework-files.ts';
import { writeChanges } from './audit.ts';
import type { By, LessonKey } from './by.ts';
import { homeworkFileRecord } from './homework-file-record.ts';
import { insertRows } from './insert-rows.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

/** A file in a messenger: `fileId` is what that messenger calls it, `size` is in bytes if known. */
export type SentFile = {
  kind: 'photo' | 'document';
  name: string;
  mime: string;
  size: number | null;
  messenger: string;
  fileId: string;
};

const COLUMNS = [
  'lesson_id',
  'kind',
  'name',
  'mime',
  'size',
  'messenger',
  'file_id',
  'author_id',
  'state',
  'created_at',
];

/**
 * Keeps a file for the homework of a lesson; it stays with its messenger, only its name there is
 * stored. A lesson without a homework text gets `text`, so that the file isn't overlooked. Sending
 * the same file again changes nothing. Refuses grade 1, files over the limit of size or number. For
 * whoever may write at the lesson.
 */
export async function keepHomeworkFile(
  tx: Tx,
  by: By,
  { lesson: key, file, text }: { lesson: LessonKey; file: SentFile; text: string },
): Promise<{ lessonId: number; kept: number }> {
  const lesson = await openLesson(tx, by, key);
  const { lessonId, grade, homework } = lesson;
  if (grade === 1) {
    throw new Refusal('grade-one-no-homework');
  }
  if (file.size !== null && file.size > FILE_BYTES) {
    throw new Refusal('file-too-big', { limit: FILE_MEGABYTES });
  }
  const stored = await tx.db.select<{ fileId: string }>(
    `SELECT file_id AS "fileId" FROM homework_file
      WHERE lesson_id = :lessonId AND state = 'active'`,
    { lessonId },
    tx,
  );
  if (stored.some(({ fileId }) => fileId === file.fileId)) {
    return { lessonId, kept: stored.length };
  }
  if (stored.length >= FILES_LIMIT) {
    throw new Refusal('too-many-files', { limit: FILES_LIMIT });
  }
  await insertFiles(tx, by, lessonId, [file]);
  if (homework === null) {
    await storeLesson(tx, by, lesson, { homework: text });
  }
  return { lessonId, kept: stored.length + 1 };
}

/** Gives a lesson files that were checked, with their audit lines. For actions only. */
export async function insertFiles(
  tx: Tx,
  by: By,
  lessonId: number,
  files: readonly SentFile[],
): Promise<void> {
  const rows = files.map(({ kind, name, mime, size, messenger, fileId }) => [
    lessonId,
    kind,
    name,
    mime,
    size,
    messenger,
    fileId,
    by.actor.personId,
    'active',
    tx.now,
  ]);
  const ids = await insertRows(tx, 'homework_file', COLUMNS, rows);
  const changes = files.map((file, index) => ({
    record: 'homework_file',
    recordId: ids[index] ?? 0,
    lessonId,
    before: null,
    after: homeworkFileRecord({ ...file, state: 'active' }),
  }));
  await writeChanges(tx, by, changes);
}
