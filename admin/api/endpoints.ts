import type { z } from 'zod';
import type { Db } from '../../db/open.ts';
import { readExportAbsences } from '../../db/reports/export/absences.ts';
import { readExportClasses } from '../../db/reports/export/classes.ts';
import { readExportCourses } from '../../db/reports/export/courses.ts';
import { readExportLessons } from '../../db/reports/export/lessons.ts';
import { readExportMarks } from '../../db/reports/export/marks.ts';
import { readExportPupils } from '../../db/reports/export/pupils.ts';
import type { ExportSlice } from '../../db/reports/export/slice.ts';
import { readExportTermMarks } from '../../db/reports/export/term-marks.ts';
import {
  absenceRow,
  classRow,
  courseRow,
  lessonRow,
  markRow,
  pupilRow,
  termMarkRow,
} from './schemas.ts';

/** A row of the export. `date` is there if pages go by the day. */
export type ExportRow = { id: number; date?: string } & Record<string, Cell>;
export type Cell = string | number | boolean | null;

export type Endpoint = {
  /** Under /api/v1/. */
  path: string;
  /** Name of a row's schema in the document. */
  schemaName: string;
  schema: z.ZodObject;
  summary: string;
  read: (db: Db, slice: ExportSlice) => Promise<ExportRow[]>;
};

/** Everything the export holds. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    path: 'classes',
    schemaName: 'Class',
    schema: classRow,
    summary: 'Classes of the academic years that touch these days',
    read: readExportClasses,
  },
  {
    path: 'courses',
    schemaName: 'Course',
    schema: courseRow,
    summary: 'Subjects taught to these classes, and by whom',
    read: readExportCourses,
  },
  {
    path: 'pupils',
    schemaName: 'Pupil',
    schema: pupilRow,
    summary: 'Pupils with their classes in these days',
    read: readExportPupils,
  },
  {
    path: 'lessons',
    schemaName: 'Lesson',
    schema: lessonRow,
    summary: 'Lessons of these days with topics and homework',
    read: readExportLessons,
  },
  {
    path: 'marks',
    schemaName: 'Mark',
    schema: markRow,
    summary: 'Marks for lessons of these days; grade 1 has none',
    read: readExportMarks,
  },
  {
    path: 'absences',
    schemaName: 'Absence',
    schema: absenceRow,
    summary: 'Absences from lessons of these days',
    read: readExportAbsences,
  },
  {
    path: 'term-marks',
    schemaName: 'TermMark',
    schema: termMarkRow,
    summary: 'Term and year marks of the periods that touch these days; grade 1 has none',
    read: readExportTermMarks,
  },
];
