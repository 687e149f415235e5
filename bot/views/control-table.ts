import type { TeacherName } from '../../db/reports/teacher-name.ts';
import { colleague } from './displaced.ts';
import { cut } from './fit.ts';
import type { Pen } from './lesson.ts';

// A phone 360 points wide shows 34 characters of fixed-width text.
const NAME = 18;
const COLUMN = 7;

/** A line of a table: a name and two figures to the right. */
export function tableLine(name: string, first: string, second: string): string {
  return `${cut(name, NAME).padEnd(NAME)} ${first.padStart(COLUMN)} ${second.padStart(COLUMN)}`;
}

/** «Королёв П. И.», a number where messages hold no names, or that there is no teacher. */
export function teacherLabel(
  { teacherId, teacher }: { teacherId: number | null; teacher: TeacherName | null },
  { texts, names }: Pen,
): string {
  const { control } = texts;
  if (teacherId === null || teacher === null) {
    return control.noTeacher;
  }
  return colleague(teacher, names) ?? control.teacherNumber(teacherId);
}
