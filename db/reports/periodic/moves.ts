import type { Db, Tx } from '../../open.ts';
import { type Movement, readMovements } from '../class-movement.ts';
import type { Period } from './period.ts';

/** Who came and left in a period, oldest first, and the list at its start; the end is given. */
export type Moves = {
  start: number;
  end: number;
  arrived: number;
  left: number;
  movements: Movement[];
};

/**
 * Arrivals and departures of classes in a period, with the holidays before it, so that the list at
 * the start, with who came and without who left, is the list at the end. A departure's day is the
 * last one in the class: who left on the period's last day is in its list still. One query.
 */
export async function readMoves(
  db: Db,
  period: Period,
  ends: readonly { classId: number; pupils: number }[],
  tx?: Tx,
): Promise<Map<number, Moves>> {
  const { academicYearId, year } = period;
  const moved = await readMovements(
    db,
    { academicYearId, yearStartsOn: year.startsOn, yearEndsOn: year.endsOn },
    ends.map(({ classId }) => classId),
    tx,
  );
  return new Map(
    ends.map(({ classId, pupils }) => {
      const movements = (moved.get(classId) ?? [])
        .filter((move) => isWithin(move, period))
        .toReversed();
      const arrived = movements.filter(({ way }) => way === 'in').length;
      const left = movements.length - arrived;
      return [classId, { start: pupils - arrived + left, end: pupils, arrived, left, movements }];
    }),
  );
}

function isWithin({ way, day }: Movement, { movesAfter, until }: Period): boolean {
  return way === 'in' ? movesAfter < day && day <= until : movesAfter <= day && day < until;
}
