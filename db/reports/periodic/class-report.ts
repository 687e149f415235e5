import type { Db, Tx } from '../../open.ts';
import { type ClassGroup, classIndicators, type GroupCounts } from '../../rules/class-groups.ts';
import type { TermValue } from '../../rules/term-mark.ts';
import type { RosterPupil } from '../roster.ts';
import type { TeacherName } from '../teacher-name.ts';
import { type Away, NOTHING_AWAY, readAway, sumAway } from './away.ts';
import { byGroup, groupCounts, isUndecided, pupilResults } from './class-results.ts';
import type { Empty } from './empty.ts';
import { type Moves, readMoves } from './moves.ts';
import type { Period } from './period.ts';
import { readResults } from './results.ts';

/** Why a pupil is in a group: the single 4 or 3, each 2, with who taught it. */
export type GroupReason = { subject: string; value: TermValue; teacher: TeacherName | null };

/** A class teacher's report of a term. */
export type ClassReport = {
  kind: 'class';
  period: Period;
  className: string;
  teacher: TeacherName | null;
  moves: Moves;
  /** Null in grade 1, which has no marks. */
  marks: {
    success: number | null;
    quality: number | null;
    counts: GroupCounts;
    groups: { group: ClassGroup; pupils: { pupil: RosterPupil; reasons: GroupReason[] }[] }[];
  } | null;
  away: Away;
  behaviour: { good: number; bad: number };
  /** Pupils with a parent who has linked a chat, and who gets messages there. */
  parents: { linked: number; active: number };
};

// What the names of a group are explained by.
const EXPLAINED: Partial<Record<ClassGroup, readonly TermValue[]>> = {
  failing: ['2', 'fail'],
  oneFour: ['4'],
  oneThree: ['3'],
};

/** Reads a class teacher's report. Ten queries. For who may read the class. */
export async function readClassReport(
  db: Db,
  period: Period,
  classId: number,
  tx?: Tx,
): Promise<ClassReport | Empty> {
  const classes = await readResults(db, period, { classId }, tx);
  const [klass] = classes;
  if (!klass || klass.pupils.length === 0) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  const marked = klass.grade > 1;
  if (marked && isUndecided(classes)) {
    return { kind: 'empty', why: 'no-marks' };
  }
  const { from, until } = period;
  const ends = [{ classId, pupils: klass.pupils.length }];
  const moves = (await readMoves(db, period, ends, tx)).get(classId);
  const away = (await readAway(db, period, [classId], tx)).get(classId);
  return {
    kind: 'class',
    period,
    className: klass.className,
    teacher: klass.teacher,
    moves: moves ?? { start: 0, end: 0, arrived: 0, left: 0, movements: [] },
    marks: marked ? marksOf(pupilResults(klass)) : null,
    away: sumAway(klass.pupils.map(({ pupilId }) => away?.byPupil.get(pupilId) ?? NOTHING_AWAY)),
    behaviour: await readBehaviour(db, { classId, from, until }, tx),
    parents: await readParents(db, { classId, until }, tx),
  };
}

function marksOf(results: ReturnType<typeof pupilResults>): NonNullable<ClassReport['marks']> {
  const counts = groupCounts(results);
  const { success, quality } = classIndicators(counts);
  const groups = byGroup(results).map(({ group, pupils }) => ({
    group,
    pupils: pupils.map(({ pupil, values }) => ({
      pupil,
      reasons: values.flatMap(({ course: { subject, teacher }, value }) =>
        value !== null && EXPLAINED[group]?.includes(value) ? [{ subject, value, teacher }] : [],
      ),
    })),
  }));
  return { success, quality, counts, groups };
}

async function readBehaviour(
  db: Db,
  of: { classId: number; from: string; until: string },
  tx?: Tx,
): Promise<ClassReport['behaviour']> {
  const rows = await db.select<{ kind: 'good' | 'bad'; count: number }>(
    `SELECT b.kind, CAST(COUNT(*) AS INTEGER) AS count
       FROM behaviour_note b
      WHERE b.state = 'active' AND b.date BETWEEN :from AND :until
        AND EXISTS (SELECT 1 FROM enrolment e
          WHERE e.pupil_id = b.pupil_id AND e.class_id = :classId AND e.starts_on <= b.date
            AND (e.ends_on IS NULL OR e.ends_on >= b.date))
      GROUP BY b.kind`,
    of,
    tx,
  );
  const count = (wanted: 'good' | 'bad') => rows.find(({ kind }) => kind === wanted)?.count ?? 0;
  return { good: count('good'), bad: count('bad') };
}

async function readParents(
  db: Db,
  of: { classId: number; until: string },
  tx?: Tx,
): Promise<ClassReport['parents']> {
  const [row] = await db.select<{ linked: number; active: number }>(
    `SELECT CAST(COUNT(DISTINCT g.pupil_id) AS INTEGER) AS linked,
            CAST(COUNT(DISTINCT CASE
              WHEN a.state = 'active' AND g.consent_version IS NOT NULL THEN g.pupil_id
            END) AS INTEGER) AS active
       FROM enrolment e
       JOIN guardianship g ON g.pupil_id = e.pupil_id AND g.state = 'active'
       JOIN person p ON p.id = g.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state <> 'cut'
      WHERE e.class_id = :classId AND e.starts_on <= :until
        AND (e.ends_on IS NULL OR e.ends_on >= :until)`,
    of,
    tx,
  );
  return { linked: row?.linked ?? 0, active: row?.active ?? 0 };
}
