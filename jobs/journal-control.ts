import { writeFindings } from '../db/actions/write-findings.ts';
import { CONTROL_JOB, readControl } from '../db/reports/control/control.ts';
import type { Job } from './job.ts';

/**
 * Once a week, on Sunday night unless the school says otherwise: looks through the journal by the
 * rules of the control, writes what it finds and closes what is mended.
 */
export const journalControl: Job = {
  name: CONTROL_JOB,
  due: (settings) => ({ hour: settings['control.hour'], weekday: settings['control.weekday'] }),
  // Late findings are as true as timely ones: up to the next run they are still worth it.
  catchUpHours: 6 * 24,
  run: async ({ db }) => {
    const control = await readControl(db);
    await db.write((tx) => writeFindings(tx, control));
  },
};
