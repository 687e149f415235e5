import { reportsReadyMessage } from '../bot/views/reports-ready.ts';
import { type By, SYSTEM_ACTOR } from '../db/actions/by.ts';
import { keepReports, type NewReport } from '../db/actions/keep-reports.ts';
import { LANES, type NewMessage, queueMessages } from '../db/actions/queue-messages.ts';
import type { Period } from '../db/reports/periodic/period.ts';
import { makeReport } from '../db/reports/periodic/read-report.ts';
import {
  type ReportAuthor,
  readEndedTerms,
  readReportAuthors,
} from '../db/reports/periodic/report-authors.ts';
import type { Job, JobDeps } from './job.ts';

const HOUR = 8;

/**
 * The morning after the end of a term: drafts of the teachers', the class teachers' and the school's
 * reports, and a message to whoever answers for one. Where nothing is decided yet there is no report;
 * it is made on a later morning, for two weeks. What is kept already is neither made nor told again.
 */
export const termReports: Job = {
  name: 'term-reports',
  due: () => ({ hour: HOUR }),
  catchUpHours: 12,
  run: async (deps, { slot, day }) => {
    for (const period of await readEndedTerms(deps.db, day)) {
      await makeDrafts(deps, period, slot);
    }
  },
};

async function makeDrafts(deps: JobDeps, period: Period, slot: string): Promise<void> {
  const { db } = deps;
  const { academicYearId } = period;
  const authors = await readReportAuthors(db, period);
  const made = new Map<string, NewReport>();
  for (const { ref } of authors.flatMap(({ wanted }) => wanted)) {
    const key = JSON.stringify(ref);
    if (!made.has(key)) {
      const report = await makeReport(db, period, ref);
      if (report.kind !== 'empty') {
        made.set(key, { ref, academicYearId, report });
      }
    }
  }
  const messages = authors.flatMap((author) => {
    const ready = author.wanted.filter(({ ref }) => made.has(JSON.stringify(ref)));
    return ready.length === 0 ? [] : messagesTo({ ...author, wanted: ready }, period, deps);
  });
  const by: By = { actor: SYSTEM_ACTOR, door: 'job', operation: `term-reports:${slot}` };
  await db.write(async (tx) => {
    await keepReports(tx, by, [...made.values()]);
    await queueMessages(tx, messages);
  });
}

function messagesTo(
  { personId, language, addresses, wanted }: ReportAuthor,
  period: Period,
  { texts, config }: JobDeps,
): NewMessage[] {
  const payload = reportsReadyMessage(period, wanted, texts[language ?? config.language]);
  const what = wanted.map(({ ref }) => `${ref.kind}${ref.classId ?? ''}`).join('+');
  return addresses.map((chat) => ({
    dedupeKey: `reports:${period.term?.id}:${personId}:${what}:${chat}`,
    chat,
    lane: LANES.digest,
    payload,
  }));
}
