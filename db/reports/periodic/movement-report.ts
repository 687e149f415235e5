import type { Db, Tx } from '../../open.ts';
import type { Movement } from '../class-movement.ts';
import type { TeacherName } from '../teacher-name.ts';
import type { Empty } from './empty.ts';
import { type Moves, readMoves } from './moves.ts';
import type { Period } from './period.ts';
import { readResults } from './results.ts';

type Counts = Omit<Moves, 'movements'>;

/** Movement of pupils in a class, or (no class) in the school. */
export type MovementReport = {
  kind: 'movement';
  period: Period;
  className: string | null;
  teacher: TeacherName | null;
  classes: (Counts & { className: string })[];
  total: Counts;
  movements: (Movement & { className: string })[];
};

/** Reads the movement of a class (id) or the school (null). Five queries. For who may read it. */
export async function readMovementReport(
  db: Db,
  period: Period,
  classId: number | null,
  tx?: Tx,
): Promise<MovementReport | Empty> {
  const classes = await readResults(db, period, classId === null ? null : { classId }, tx);
  const ends = classes.map((klass) => ({ classId: klass.classId, pupils: klass.pupils.length }));
  const moved = await readMoves(db, period, ends, tx);
  const rows = classes.flatMap(({ classId: id, className }) => {
    const moves = moved.get(id);
    return moves ? [{ className, ...moves }] : [];
  });
  if (rows.every(({ start, end, arrived }) => start + end + arrived === 0)) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  const sum = (field: keyof Counts) => rows.reduce((total, one) => total + one[field], 0);
  const [only] = classId === null ? [] : classes;
  return {
    kind: 'movement',
    period,
    className: only?.className ?? null,
    teacher: only?.teacher ?? null,
    classes: rows.map(({ movements: _, ...counts }) => counts),
    total: { start: sum('start'), end: sum('end'), arrived: sum('arrived'), left: sum('left') },
    movements: rows
      .flatMap(({ movements, className }) => movements.map((move) => ({ ...move, className })))
      .sort((left, right) => left.day.localeCompare(right.day)),
  };
}
