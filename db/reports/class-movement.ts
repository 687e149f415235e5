import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import type { ClassFacts } from './class-facts.ts';
import type { RosterPupil } from './roster.ts';

/** A pupil who came into a class or left it during the year. */
export type Movement = {
  pupil: RosterPupil;
  way: 'in' | 'out';
  /** The first day in the class, or the last one. */
  day: string;
  order: string | null;
  /** The other class of the school, where there is one. */
  other: string | null;
};

type Row = RosterPupil & {
  classId: number;
  className: string;
  startsOn: string;
  endsOn: string | null;
  orderIn: string | null;
  orderOut: string | null;
};

/** Arrivals and departures of a class in its year, the newest first. One query. */
export async function readClassMovement(db: Db, klass: ClassFacts, tx?: Tx): Promise<Movement[]> {
  const movements = await readMovements(db, klass, [klass.classId], tx);
  return movements.get(klass.classId) ?? [];
}

/** Arrivals and departures of classes in their year, by class, the newest first. One query. */
export async function readMovements(
  db: Db,
  year: Pick<ClassFacts, 'academicYearId' | 'yearStartsOn' | 'yearEndsOn'>,
  classIds: readonly number[],
  tx?: Tx,
): Promise<Map<number, Movement[]>> {
  if (classIds.length === 0) {
    return new Map();
  }
  const rows = await db.select<Row>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName", e.class_id AS "classId",
            CAST(k.grade AS TEXT) || k.letter AS "className", e.starts_on AS "startsOn",
            e.ends_on AS "endsOn", e.order_in AS "orderIn", e.order_out AS "orderOut"
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id AND k.academic_year_id = :academicYearId
       JOIN pupil u ON u.id = e.pupil_id
      WHERE e.pupil_id IN (SELECT pupil_id FROM enrolment WHERE class_id IN (:classIds))
      ORDER BY e.pupil_id, e.starts_on`,
    { academicYearId: year.academicYearId, classIds },
    tx,
  );
  const movements = [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap((stays) =>
    stays.flatMap((stay, index) =>
      movementsOf(stay, { before: stays[index - 1], after: stays[index + 1] }, year).map(
        (move) => ({
          classId: stay.classId,
          move,
        }),
      ),
    ),
  );
  movements.sort((left, right) => right.move.day.localeCompare(left.move.day));
  const byClass = groupBy(movements, ({ classId }) => classId);
  return new Map(
    classIds.map((classId) => [classId, (byClass.get(classId) ?? []).map(({ move }) => move)]),
  );
}

function movementsOf(
  stay: Row,
  { before, after }: { before: Row | undefined; after: Row | undefined },
  { yearStartsOn, yearEndsOn }: Pick<ClassFacts, 'yearStartsOn' | 'yearEndsOn'>,
): Movement[] {
  const { startsOn, endsOn, orderIn, orderOut } = stay;
  const pupil = pupilOf(stay);
  const came = orderIn !== null || before !== undefined || startsOn > yearStartsOn;
  // Whoever stays to the last day leaves with the year, by the order of promotion: that is no departure.
  const left = endsOn !== null && (after !== undefined || endsOn < yearEndsOn);
  const into: Movement = {
    pupil,
    way: 'in',
    day: startsOn,
    order: orderIn,
    other: before?.className ?? null,
  };
  return [
    ...(came ? [into] : []),
    ...(left
      ? [
          {
            pupil,
            way: 'out' as const,
            day: endsOn,
            order: orderOut,
            other: after?.className ?? null,
          },
        ]
      : []),
  ];
}

function pupilOf({ pupilId, number, lastName, firstName, middleName }: Row): RosterPupil {
  return { pupilId, number, lastName, firstName, middleName };
}
