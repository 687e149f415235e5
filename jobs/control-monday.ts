import { ownFindingsScreen } from '../bot/views/control.ts';
import { controlSummary } from '../bot/views/control-told.ts';
import { LANES, queueMessages } from '../db/actions/queue-messages.ts';
import { type ControlReader, readControlReaders } from '../db/reports/control/control-readers.ts';
import {
  type OpenFinding,
  readFindingsToTell,
  readOpenFindings,
} from '../db/reports/control/open-findings.ts';
import type { Job, JobDeps } from './job.ts';

const MONDAY = 1;

/**
 * On Monday morning: each teacher hears of the gaps that are theirs, each opened by its button, and
 * deputy heads how many are open by teacher. A teacher with none hears nothing, and nobody hears it
 * twice a week.
 */
export const controlMonday: Job = {
  name: 'control-monday',
  due: (settings) => ({ hour: settings['control.tell_hour'], weekday: MONDAY }),
  // Until the end of Monday's lessons.
  catchUpHours: 8,
  run: async (deps, { day }) => {
    const { db } = deps;
    const own = await readFindingsToTell(db);
    const all = await readOpenFindings(db, { teacherId: null });
    const readers = await readControlReaders(db, day);
    const messages = readers.flatMap((reader) => {
      const { role, personId, address } = reader;
      const screen = screenFor(reader, { own: own.get(personId) ?? [], all, day }, deps);
      return screen
        ? [
            {
              dedupeKey: `control:${day}:${role}:${personId}:${address}`,
              chat: address,
              lane: LANES.digest,
              payload: screen,
            },
          ]
        : [];
    });
    await db.write((tx) => queueMessages(tx, messages));
  },
};

function screenFor(
  { role, language }: ControlReader,
  { own, all, day }: { own: readonly OpenFinding[]; all: readonly OpenFinding[]; day: string },
  { texts, config }: JobDeps,
) {
  const pen = { texts: texts[language ?? config.language], names: config.names };
  if (role === 'deputy_head') {
    return controlSummary(all, day, pen);
  }
  return own.length > 0 ? ownFindingsScreen(own, 0, pen) : null;
}
