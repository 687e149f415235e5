import type { Db, Tx } from '../open.ts';

/** A file of a lesson's homework; `fileId` is what its messenger calls it. */
export type HomeworkFileEntry = {
  id: number;
  lessonId: number;
  subject: string;
  date: string;
  kind: 'photo' | 'document';
  name: string;
  messenger: string;
  fileId: string;
};

/** The files of some lessons' homework, lesson by lesson in the order they were sent. One query. */
export function readHomeworkFiles(
  db: Db,
  lessonIds: readonly number[],
  tx?: Tx,
): Promise<HomeworkFileEntry[]> {
  if (lessonIds.length === 0) {
    return Promise.resolve([]);
  }
  return db.select<HomeworkFileEntry>(
    `SELECT f.id, f.lesson_id AS "lessonId", s.name AS subject, l.date, f.kind, f.name, f.messenger,
            f.file_id AS "fileId"
       FROM homework_file f
       JOIN lesson l ON l.id = f.lesson_id
       JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE f.lesson_id IN (:lessonIds) AND f.state = 'active'
      ORDER BY l.date, l.number, f.lesson_id, f.id`,
    { lessonIds },
    tx,
  );
}
