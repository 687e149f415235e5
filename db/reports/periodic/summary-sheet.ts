import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import { classIndicators } from '../../rules/class-groups.ts';
import {
  countMarks,
  type Indicators,
  indicatorsOf,
  type SouCoefficients,
  souCoefficients,
} from '../../rules/indicators.ts';
import type { TermValue } from '../../rules/term-mark.ts';
import type { RosterPupil } from '../roster.ts';
import { readSettings } from '../settings.ts';
import type { TeacherName } from '../teacher-name.ts';
import { groupCounts, isUndecided, pupilResults } from './class-results.ts';
import type { Empty } from './empty.ts';
import { type Period, readPeriods } from './period.ts';
import { type ResultClass, readResults } from './results.ts';

/** A class's marks of one period: pupils × subjects, with the class's figures below. */
export type SummarySheet = {
  period: Period;
  subjects: { name: string; figures: Indicators }[];
  pupils: {
    pupil: RosterPupil;
    /** One a subject; `off` where the pupil isn't taught it. */
    values: (TermValue | null | 'off')[];
    mean: number | null;
  }[];
  /** Over all marks of the class, success and quality by its pupils. */
  figures: Indicators;
};

/** Сводная ведомость of a class: of a term, or of the year with each of its terms. */
export type SummaryReport = {
  kind: 'summary';
  period: Period;
  className: string;
  teacher: TeacherName | null;
  sheets: SummarySheet[];
};

/**
 * Reads the summary sheet of a class: one sheet for a term; for a year those of its terms that have
 * begun and have marks, then the year's. Five queries and four a sheet. For who may read the class.
 */
export async function readSummaryReport(
  db: Db,
  period: Period,
  classId: number,
  tx?: Tx,
): Promise<SummaryReport | Empty> {
  const coefficients = souCoefficients(await readSettings(db, tx));
  const [klass] = await readResults(db, period, { classId }, tx);
  if (!klass || klass.pupils.length === 0) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  if (klass.grade === 1) {
    return { kind: 'empty', why: 'grade-one' };
  }
  const grades = { minGrade: klass.grade, maxGrade: klass.grade };
  const terms = period.term
    ? []
    : await readPeriods(db, { academicYearId: period.academicYearId, ...grades }, tx);
  const sheets: SummarySheet[] = [];
  for (const term of terms) {
    const [ofTerm] = await readResults(db, term, { classId }, tx);
    if (ofTerm && !isUndecided([ofTerm])) {
      sheets.push(sheetOf(ofTerm, term, coefficients));
    }
  }
  if (!isUndecided([klass])) {
    sheets.push(sheetOf(klass, period, coefficients));
  }
  if (sheets.length === 0) {
    return { kind: 'empty', why: 'no-marks' };
  }
  const { className, teacher } = klass;
  return { kind: 'summary', period, className, teacher, sheets };
}

function sheetOf(klass: ResultClass, period: Period, coefficients: SouCoefficients): SummarySheet {
  // Subgroups of a subject share a column: each pupil is in one of them.
  const columns = [...groupBy(klass.courses, ({ subjectId }) => subjectId).values()];
  const results = pupilResults(klass);
  const all = klass.courses
    .filter(({ marked }) => marked)
    .flatMap(({ values }) => values.map(({ value }) => value));
  const { success, quality, pupils } = classIndicators(groupCounts(results));
  return {
    period,
    subjects: columns.map((courses) => {
      const marked = courses.filter((course) => course.marked);
      const values = marked.flatMap((course) => course.values.map(({ value }) => value));
      return {
        name: courses[0]?.subject ?? '',
        figures: indicatorsOf(countMarks(values), coefficients),
      };
    }),
    pupils: klass.pupils.map((pupil) => {
      const values = columns.map((courses) => {
        const found = courses
          .flatMap((course) => course.values)
          .find(({ pupilId }) => pupilId === pupil.pupilId);
        return found ? found.value : ('off' as const);
      });
      const counts = countMarks(values.filter((value) => value !== 'off'));
      return { pupil, values, mean: indicatorsOf(counts, coefficients).mean };
    }),
    figures: { ...indicatorsOf(countMarks(all), coefficients), pupils, success, quality },
  };
}
