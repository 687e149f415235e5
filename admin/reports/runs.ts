import { setImmediate as turn } from 'node:timers/promises';
import type { NewReport } from '../../db/actions/keep-reports.ts';
import { keepTermReports } from '../../db/actions/keep-term-reports.ts';
import { errorFacts } from '../../db/error-facts.ts';
import { Refusal } from '../../db/errors.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { type Period, readTermPeriod } from '../../db/reports/periodic/period.ts';
import { makeReport } from '../../db/reports/periodic/read-report.ts';
import { readTermReports } from '../../db/reports/periodic/term-reports.ts';
import { type Actor, can } from '../../db/rules/access.ts';
import type { PanelDeps } from '../deps.ts';
import { panelBy } from '../panel-by.ts';

/** How far the making of a term's reports is, or how it ended. `made` have something to tell. */
export type ReportRun = {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  done: number;
  all: number;
  made: number;
};

export type ReportRuns = {
  /** The newest run of a term; null if there was none since the panel started. */
  of: (termId: number) => ReportRun | null;
  /** Begins to make what isn't made yet; if a run is under way already, it is that one. */
  start: (actor: Actor, termId: number) => Promise<void>;
  /** Ends a run that is under way; nothing of it is kept. */
  cancel: (actor: Actor, termId: number) => void;
};

type Underway = ReportRun & { off: AbortController };

/**
 * Makes all reports of a term, one after the other and a breath between two, so that nobody waits for
 * it. They are kept together at the end: a run that is cancelled or breaks leaves none.
 */
export function createReportRuns({ db, log }: Pick<PanelDeps, 'db' | 'log'>): ReportRuns {
  const runs = new Map<number, Underway>();

  async function make(actor: Actor, period: Period, termId: number, run: Underway): Promise<void> {
    const missing = (await readTermReports(db, termId)).filter(({ state }) => state === null);
    run.all = missing.length;
    const made: NewReport[] = [];
    for (const { ref } of missing) {
      await turn();
      run.off.signal.throwIfAborted();
      const report = await makeReport(db, period, ref);
      run.done += 1;
      if (report.kind !== 'empty') {
        made.push({ ref, academicYearId: period.academicYearId, report });
        run.made += 1;
      }
    }
    await db.write(async (tx) => {
      // As it is at the end: a right may be withdrawn meanwhile.
      const caller = await callerOfPerson(db, actor.personId, tx);
      if (!caller) {
        throw new Refusal('not-allowed');
      }
      await keepTermReports(tx, panelBy(caller.actor), made);
      // The last moment at which it can still be cancelled.
      run.off.signal.throwIfAborted();
    });
    run.state = 'done';
  }

  function end(termId: number, run: Underway, error: unknown): void {
    run.state = run.off.signal.aborted ? 'cancelled' : 'failed';
    if (run.state === 'failed') {
      log.error({ termId, error: errorFacts(error) }, 'reports were not made');
    }
  }

  return {
    of: (termId) => shown(runs.get(termId)),
    start: async (actor, termId) => {
      checkOversees(actor);
      const period = await readTermPeriod(db, termId);
      if (!period) {
        throw new Refusal('not-found');
      }
      // Looked at and set in one go: of two presses at once only one begins.
      if (runs.get(termId)?.state !== 'running') {
        const run: Underway = {
          ...{ state: 'running', done: 0, all: 0, made: 0 },
          off: new AbortController(),
        };
        runs.set(termId, run);
        make(actor, period, termId, run).catch((error) => end(termId, run, error));
      }
    },
    cancel: (actor, termId) => {
      checkOversees(actor);
      runs.get(termId)?.off.abort();
    },
  };
}

function shown(run: ReportRun | undefined): ReportRun | null {
  return run ? { state: run.state, done: run.done, all: run.all, made: run.made } : null;
}

function checkOversees(actor: Actor): void {
  if (!can(actor, 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
}
