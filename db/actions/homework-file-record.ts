import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** A file as the audit remembers it; what it holds and where it lies is the messenger's. */
export type HomeworkFileRecord = {
  kind: 'photo' | 'document';
  name: string;
  size: number | null;
  state: 'active' | 'removed';
};

export type StoredHomeworkFile = HomeworkFileRecord & { id: number; lessonId: number };

/** The part of a stored file that the audit keeps. */
export function homeworkFileRecord({
  kind,
  name,
  size,
  state,
}: HomeworkFileRecord): HomeworkFileRecord {
  return { kind, name, size, state };
}

/** A file of a lesson's homework, removed ones too; null if there is none. */
export async function readHomeworkFile(tx: Tx, id: number): Promise<StoredHomeworkFile | null> {
  const [file] = await tx.db.select<StoredHomeworkFile>(
    `SELECT id, lesson_id AS "lessonId", kind, name, size, state FROM homework_file WHERE id = :id`,
    { id },
    tx,
  );
  return file ?? null;
}

/** Removes a file or brings it back, with its audit line. The caller has checked the right. */
export async function storeFileState(
  tx: Tx,
  by: By,
  file: StoredHomeworkFile,
  state: HomeworkFileRecord['state'],
  options: { undoes?: string } = {},
): Promise<void> {
  await tx.db.models.HomeworkFile.update(
    { state },
    { where: { id: file.id }, transaction: tx.transaction },
  );
  await writeChanges(tx, by, [
    {
      record: 'homework_file',
      recordId: file.id,
      lessonId: file.lessonId,
      before: homeworkFileRecord(file),
      after: homeworkFileRecord({ ...file, state }),
      undoes: options.undoes ?? null,
    },
  ]);
}
