import type { Db } from '../../db/open.ts';

type Span = readonly [from: string, to: string];

const QUARTERS: readonly Span[] = [
  ['2025-09-01', '2025-10-26'],
  ['2025-11-03', '2025-12-30'],
  ['2026-01-12', '2026-03-22'],
  ['2026-03-30', '2026-05-31'],
];
const HALF_YEARS: readonly Span[] = [
  ['2025-09-01', '2025-12-30'],
  ['2026-01-12', '2026-05-31'],
];

/** The closed school year 2025/26, in which these pupils were in a class of this grade. */
export async function aPastYear(
  db: Db,
  { grade, pupils, subject = 'Алгебра' }: { grade: number; pupils: number[]; subject?: string },
) {
  const half = grade >= 10;
  return db.write(async ({ db: { models }, transaction }) => {
    const { AcademicYear, Term, SchoolClass, Enrolment, Subject, Course } = models;
    const year = await AcademicYear.create(
      { name: '2025/26', startsOn: '2025-09-01', endsOn: '2026-05-31', state: 'closed' },
      { transaction },
    );
    const termIds: number[] = [];
    for (const [index, [startsOn, endsOn]] of (half ? HALF_YEARS : QUARTERS).entries()) {
      const kind = half ? ('half_year' as const) : ('quarter' as const);
      const span = { kind, number: index + 1, startsOn, endsOn, state: 'closed' as const };
      termIds.push((await Term.create({ academicYearId: year.id, ...span }, { transaction })).id);
    }
    const { id: classId } = await SchoolClass.create(
      { academicYearId: year.id, grade, letter: 'А' },
      { transaction },
    );
    for (const [index, pupilId] of pupils.entries()) {
      const stay = { startsOn: '2025-09-01', endsOn: '2026-05-31' };
      await Enrolment.create({ pupilId, classId, number: index + 1, ...stay }, { transaction });
    }
    const [{ id: subjectId }] = await Subject.findOrCreate({
      where: { name: subject },
      transaction,
    });
    const course = await Course.create({ classId, subjectId, groupName: '' }, { transaction });
    return { yearId: year.id, classId, courseId: course.id, subjectId, termIds };
  });
}

/** A term mark that stands; without a term it is the year's. */
export async function aTermMark(
  db: Db,
  of: { pupil: number; course: number; author: number; term: number | null; value: string },
): Promise<void> {
  const { pupil: pupilId, course: courseId, author: authorId, term: termId, value } = of;
  await db.write(({ db: { models }, transaction }) =>
    models.TermMark.create({ pupilId, courseId, authorId, termId, value }, { transaction }),
  );
}
