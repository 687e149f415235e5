import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can, type LessonFacts as Taught } from '../rules/access.ts';
import type { By, LessonKey } from './by.ts';
import { insertFiles, type SentFile } from './keep-homework-file.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

type Source = Taught & { topic: string | null; homework: string | null };

/**
 * Gives an empty lesson the topic and the homework, with its files, of a lesson of the parallel
 * class: of the same subject and grade, in the same year. For whoever may write at the one and read
 * the other. A line of the own plan with that topic counts as given.
 */
export async function copyLesson(
  tx: Tx,
  by: By,
  { lesson: key, from }: { lesson: LessonKey; from: number },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  const { lessonId, grade } = lesson;
  const source = await readSource(tx, key.courseId, from);
  if (!source) {
    throw new Refusal('not-found');
  }
  if (!can(by.actor, 'lesson.read', source)) {
    throw new Refusal('not-allowed');
  }
  if (lesson.topic !== null || lesson.homework !== null) {
    throw new Refusal('stale');
  }
  const { topic } = source;
  const homework = grade === 1 ? null : source.homework;
  const planItemId = topic === null ? null : await sameTopic(tx, key.courseId, topic);
  await storeLesson(tx, by, lesson, { topic, homework, planItemId });
  if (homework !== null) {
    const files = await tx.db.select<SentFile>(
      `SELECT kind, name, mime, size, messenger, file_id AS "fileId" FROM homework_file
        WHERE lesson_id = :from AND state = 'active' ORDER BY id`,
      { from },
      tx,
    );
    await insertFiles(tx, by, lessonId, files);
  }
  return { lessonId };
}

async function readSource(tx: Tx, courseId: number, lessonId: number): Promise<Source | null> {
  const [source] = await tx.db.select<Source>(
    `SELECT l.topic, l.homework, c.class_id AS "classId", c.teacher_id AS "teacherId",
            (SELECT teacher_id FROM substitution s
              WHERE s.course_id = c.id AND s.date = l.date AND s.number = l.number) AS "substituteId"
       FROM lesson l
       JOIN course c ON c.id = l.course_id
       JOIN school_class k ON k.id = c.class_id
       JOIN course mine ON mine.id = :courseId AND mine.id <> c.id
        AND mine.subject_id = c.subject_id
       JOIN school_class own ON own.id = mine.class_id AND own.grade = k.grade
        AND own.academic_year_id = k.academic_year_id
      WHERE l.id = :lessonId`,
    { courseId, lessonId },
    tx,
  );
  return source ?? null;
}

/** The first line of a course's plan with this topic that no lesson was given by. */
async function sameTopic(tx: Tx, courseId: number, topic: string): Promise<number | null> {
  const [item] = await tx.db.select<{ id: number }>(
    `SELECT id FROM plan_item p WHERE course_id = :courseId AND topic = :topic
        AND NOT EXISTS (SELECT 1 FROM lesson l WHERE l.plan_item_id = p.id)
      ORDER BY number LIMIT 1`,
    { courseId, topic },
    tx,
  );
  return item?.id ?? null;
}
