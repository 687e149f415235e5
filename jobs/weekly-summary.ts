import { hasNews, weekMessage } from '../bot/views/week.ts';
import { mondayOf } from '../db/days.ts';
import { readWeeks, type WeekSummary, weekUpTo } from '../db/reports/week-summary.ts';
import type { Job, JobDeps } from './job.ts';
import { type Summary, sendSummaries, toChats } from './send-summaries.ts';

/**
 * Once a week on the school's day and hour (Friday evening): each child's week to each of their
 * parents, to be acknowledged. Who has nothing to hear gets nothing, nor does anybody in holidays. A
 * chat's summary of a child's week is queued once, however often it runs.
 */
export const weeklySummary: Job = {
  name: 'weekly-summary',
  due: (settings) => ({ weekday: settings['weekly.day'], hour: settings['weekly.hour'] }),
  // A day late it is still the weekend; on Monday another week has begun.
  catchUpHours: 24,
  run: async (deps, { day }) => {
    await sendSummaries(
      deps.db,
      'week',
      { kinds: ['mark', 'absence', 'behaviour_note'], ...weekUpTo(day) },
      async () => (await readWeeks(deps.db, day)).map((week) => summaryOf(week, deps)),
    );
  },
};

function summaryOf(week: WeekSummary, { db, texts, config }: JobDeps): Summary {
  const { personId, pupilId, to } = week;
  const message = weekMessage(week, texts[week.language ?? config.language], config.names);
  const key = `week:${mondayOf(to)}:${personId}:${pupilId}`;
  return {
    personId,
    pupilIds: [pupilId],
    messages: hasNews(week) ? toChats(db, week, key, message) : [],
  };
}
