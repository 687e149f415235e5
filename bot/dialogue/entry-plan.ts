import type { RosterPupil } from '../../db/reports/roster.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { readBody } from './entry/read-body.ts';
import type { EntryProblem } from './entry/types.ts';
import type { Giving } from './entry-presses.ts';

/** A pupil's line of a message. */
export type PlannedLine = Giving & { pupilId: number };

/** What of a message can't be written without asking. */
export type Question = {
  /** Its place among the message's problems. */
  problem: number;
  ask: EntryProblem['problem'];
  /** The user's own words; empty where a pupil says it all. */
  written: string;
  /** The pupil whose line it is, where that is certain. */
  pupilId: number | null;
  /** Pupils it may mean; with `giving` each is a button. */
  candidates: readonly number[];
  giving: Giving | null;
};

export type Plan = { lines: PlannedLine[]; questions: Question[]; allPresent: boolean };

/** Pupils that were chosen by a card's buttons; `problem` is null for one that was replaced. */
export type Chosen = PlannedLine & { problem: number | null };

/**
 * Reads a message against a class list and puts what buttons have answered since into its place.
 * Reads the same text to the same plan each time, so that a card can be drawn again. `kind` is the
 * kind of work where none is written.
 */
export function readPlan(
  { body, kind, chosen }: { body: string; kind: WorkKindKey; chosen: readonly Chosen[] },
  roster: readonly RosterPupil[],
): Plan {
  const { lines, problems, allPresent } = readBody(body, roster);
  const replaced = new Set(
    chosen.flatMap(({ pupilId, problem }) => (problem === null ? [pupilId] : [])),
  );
  const answered = new Set(chosen.map(({ problem }) => problem));
  return {
    lines: [
      ...lines
        .filter(({ pupilId }) => !replaced.has(pupilId))
        .map((line) => ({ ...line, kind: line.kind ?? kind })),
      ...chosen,
    ],
    questions: problems
      .map((problem, index) => questionOf(problem, index, kind))
      .filter(({ problem }) => !answered.has(problem)),
    allPresent,
  };
}

function questionOf(problem: EntryProblem, index: number, kind: WorkKindKey): Question {
  const question = {
    problem: index,
    ask: problem.problem,
    written: 'written' in problem ? problem.written : '',
    pupilId: 'pupilId' in problem ? problem.pupilId : null,
  };
  if (problem.problem !== 'ambiguous' && problem.problem !== 'unknown') {
    return { ...question, candidates: [], giving: null };
  }
  const { marks, absence, comment } = problem;
  const isEmpty = marks.length === 0 && absence === null;
  return {
    ...question,
    candidates: problem.problem === 'ambiguous' ? problem.candidates : problem.nearest,
    giving: isEmpty ? null : { marks, absence, kind: problem.kind ?? kind, comment },
  };
}

// A mark or a code that stands alone; «Иванов О.» is a name with an initial.
const VALUE = /(?:^|[\s,;:])(?:[0-9•]|[нбуоНБУО])(?=$|[\s,;])/;

/** What follows /absent: names without a code are those who aren't there. */
export function absentBody(body: string): string {
  if (body.trim() === '') {
    return '';
  }
  if (!VALUE.test(body)) {
    return `нет ${body.trim()}`;
  }
  return body
    .split(/[,;\n]/)
    .filter((item) => item.trim() !== '')
    .map((item) => (VALUE.test(item) ? item : `${item} н`))
    .join(', ');
}
