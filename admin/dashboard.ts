import type { Db } from '../db/open.ts';
import { readAnswerMinutes } from '../db/reports/support.ts';
import type { Actor } from '../db/rules/access.ts';
import { median } from '../db/rules/support.ts';
import { mayInPanel, type ResourceId } from './access.ts';

export type Dashboard = { counts: { name: string; count: number; href: string }[] };

const SPEED_DAYS = 30;

/** What has happened in the journal today: each number with the list it counts, if it may be read. */
export async function readDashboard(db: Db, actor: Actor): Promise<Dashboard> {
  const today = db.today();
  const [row] = await db.select<Record<string, number>>(
    `SELECT
       (SELECT COUNT(*) FROM lesson WHERE date = :today) AS lessons,
       (SELECT COUNT(*) FROM mark WHERE date = :today AND state = 'active') AS marks,
       (SELECT COUNT(*) FROM absence WHERE date = :today AND state = 'active') AS absences,
       (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS waiting,
       (SELECT COUNT(*) FROM outbox WHERE state = 'dead') AS dead,
       (SELECT COUNT(*) FROM support_request WHERE state = 'open') AS support`,
    { today },
  );
  const day = `filters.date~~from=${today}&filters.date~~to=${today}`;
  const lists: [name: string, resource: ResourceId, query: string][] = [
    ['lessons', 'lesson', day],
    ['marks', 'mark', `${day}&filters.state=active`],
    ['absences', 'absence', `${day}&filters.state=active`],
    ['waiting', 'outbox', 'filters.state=waiting'],
    ['dead', 'outbox', 'filters.state=dead'],
    ['support', 'support_request', 'filters.state=open'],
  ];
  const counts = lists
    .filter(([, resource]) => mayInPanel(actor, resource, 'list'))
    .map(([name, resource, query]) => ({
      name,
      count: Number(row?.[name] ?? 0),
      href: `/admin/resources/${resource}?${query}`,
    }));
  return { counts: [...counts, ...(await answerSpeed(db, actor))] };
}

/** How long a question waits for its first answer, in whole minutes; nothing if none was answered. */
async function answerSpeed(db: Db, actor: Actor): Promise<Dashboard['counts']> {
  if (!mayInPanel(actor, 'support_request', 'list')) {
    return [];
  }
  const since = new Date(db.now().getTime() - SPEED_DAYS * 86_400_000);
  const minutes = median(await readAnswerMinutes(db, since));
  const href = '/admin/resources/support_request?filters.state=answered';
  return minutes === null ? [] : [{ name: 'supportMinutes', count: Math.round(minutes), href }];
}
