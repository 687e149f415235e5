/** Why a school was not moved. */
export type MoveProblem =
  | 'not-postgres' // the target's address
  | 'not-sqlite' // the source is no SQLite file
  | 'no-source'
  | 'source-older' // the journal must be started once with this version first
  | 'source-newer'
  | 'unreachable'
  | 'not-empty'
  | 'differs' // what was copied isn't what was there
  | 'broken'; // anything else on the way

/** Thrown with the target as it was before. `cause` may name rows and is not to be shown. */
export class MoveError extends Error {
  readonly problem: MoveProblem;

  constructor(problem: MoveProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'MoveError';
    this.problem = problem;
  }
}
