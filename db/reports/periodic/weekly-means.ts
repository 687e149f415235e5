import { mondayOf } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import { weightedMean } from '../../rules/averages.ts';
import type { ReportRef } from '../../rules/report-kinds.ts';
import type { Period } from './period.ts';

/** The weighted mean of the marks of a week; `monday` names it. */
export type WeeklyMean = { monday: string; mean: number };

/**
 * How the marks of a report's courses went from week to week of its period. Weeks without marks are
 * left out. One query. For who may read the report.
 */
export async function readWeeklyMeans(
  db: Db,
  { academicYearId, term, from, until }: Period,
  { teacherId, classId }: Pick<ReportRef, 'teacherId' | 'classId'>,
): Promise<WeeklyMean[]> {
  const rows = await db.select<{ date: string; value: number; weight: number }>(
    `SELECT m.date, SUM(m.value * m.weight) / SUM(m.weight) AS value, SUM(m.weight) AS weight
       FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course c ON c.id = l.course_id
       JOIN school_class k ON k.id = c.class_id AND k.academic_year_id = :academicYearId
        AND k.grade BETWEEN :minGrade AND :maxGrade AND k.grade > 1
      WHERE m.state = 'active' AND m.value IS NOT NULL AND m.date BETWEEN :from AND :until
        ${teacherId === null ? '' : 'AND c.teacher_id = :teacherId'}
        ${classId === null ? '' : 'AND c.class_id = :classId'}
      GROUP BY m.date ORDER BY m.date`,
    {
      ...{ academicYearId, from, until },
      minGrade: term?.minGrade ?? 1,
      maxGrade: term?.maxGrade ?? 11,
      ...(teacherId === null ? {} : { teacherId }),
      ...(classId === null ? {} : { classId }),
    },
  );
  return [...groupBy(rows, ({ date }) => mondayOf(date))].flatMap(([monday, days]) => {
    const mean = weightedMean(days);
    return mean === null ? [] : [{ monday, mean }];
  });
}
