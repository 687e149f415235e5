import type { ActionRequest } from 'adminjs';
import { dayOf, timeOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db } from '../../db/open.ts';
import { type Period, readOpenPeriods } from '../../db/reports/periodic/period.ts';
import { readTermReports, type TermReport } from '../../db/reports/periodic/term-reports.ts';
import { can } from '../../db/rules/access.ts';
import type { PanelDeps } from '../deps.ts';
import type { PanelUser } from '../user.ts';
import { withInitials } from '../with-initials.ts';
import type { ReportRun, ReportRuns } from './runs.ts';

/** What the page shows; kinds, states and terms are keys of the locale. */
export type ReportsPage = {
  terms: { id: number; kind: string; number: number; year: string }[];
  termId: number | null;
  run: ReportRun | null;
  reports: {
    kind: string;
    /** A teacher or a class; empty for the school. */
    owner: string;
    state: 'draft' | 'approved' | null;
    /** Who approved it and when by the school's clock, as «Зимина В. П., 28.10.2026 09:15». */
    approved: string;
    /** Names it where a file or a picture of it is asked for. */
    query: string;
  }[];
};

/**
 * The reports of a term of an open year: with a POST of `do`, «make» or «cancel», first their making
 * begins or ends. Without a term it is the newest that has ended. For who oversees the school.
 */
export async function answerReportsPage(
  { db }: PanelDeps,
  runs: ReportRuns,
  { actor }: PanelUser,
  { method, payload, query }: ActionRequest,
): Promise<ReportsPage> {
  if (!can(actor, 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
  const periods = await readOpenPeriods(db);
  const asked = Number(payload?.termId ?? query?.termId ?? 0);
  const meant = periods.filter(({ until }) => until < db.today()).at(-1) ?? periods.at(-1) ?? null;
  const period = asked === 0 ? meant : periods.find(({ term }) => term?.id === asked);
  if (period === undefined) {
    throw new Refusal('not-found');
  }
  const termId = period?.term?.id ?? null;
  if (method === 'post' && termId !== null) {
    await act(runs, { actor, termId, what: payload?.do });
  }
  return {
    terms: periods.flatMap(termOf),
    termId,
    run: termId === null ? null : runs.of(termId),
    reports:
      termId === null ? [] : (await readTermReports(db, termId)).map((one) => rowOf(db, one)),
  };
}

async function act(
  runs: ReportRuns,
  { actor, termId, what }: { actor: PanelUser['actor']; termId: number; what: unknown },
): Promise<void> {
  if (what === 'make') {
    await runs.start(actor, termId);
  }
  if (what === 'cancel') {
    runs.cancel(actor, termId);
  }
}

function termOf({ term, year }: Period): ReportsPage['terms'] {
  return term ? [{ id: term.id, kind: term.kind, number: term.number, year: year.name }] : [];
}

function rowOf(db: Db, { ref, teacher, className, state, approved }: TermReport) {
  const { kind, teacherId, classId, termId } = ref;
  const named = { kind, teacher: teacherId ?? 0, class: classId ?? 0, term: termId ?? 0 };
  return {
    kind,
    owner: teacher ? withInitials(teacher) : (className ?? ''),
    state,
    approved: approved ? `${withInitials(approved.by)}, ${momentOf(db, approved.at)}` : '',
    query: new URLSearchParams(
      Object.entries(named).map(([name, value]) => [name, String(value)]),
    ).toString(),
  };
}

function momentOf(db: Db, at: Date): string {
  const [year, month, day] = dayOf(at, db.timezone).split('-');
  return `${day}.${month}.${year} ${timeOf(at, db.timezone)}`;
}
