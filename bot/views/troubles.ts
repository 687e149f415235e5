import type { Trouble } from '../../db/alarms.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from './html.ts';

/** What the administrators are told when the journal itself is in trouble. */
export function troubleBegan(trouble: Trouble, { troubles }: Texts): string {
  const { advice } = troubles;
  const lines = [
    troubles.began(factOf(trouble, troubles)),
    ...(Object.hasOwn(advice, trouble) ? [advice[trouble as keyof typeof advice]] : []),
    ...(trouble.startsWith('database-') ? [troubles.kept] : []),
  ];
  return lines.map(escapeHtml).join('\n');
}

/** What they are told when it is over. */
export function troubleOver(trouble: Trouble, { troubles }: Texts): string {
  return escapeHtml(troubles.over(factOf(trouble, troubles)));
}

function factOf(trouble: Trouble, { what, jobs, jobLate, otherJob }: Texts['troubles']): string {
  if (Object.hasOwn(what, trouble)) {
    return what[trouble as keyof typeof what];
  }
  const job = trouble.slice('job-late:'.length);
  return jobLate(Object.hasOwn(jobs, job) ? jobs[job as keyof typeof jobs] : otherJob);
}
