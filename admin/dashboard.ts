import type { Db } from '../db/open.ts';
import type { Actor } from '../db/rules/access.ts';
import { mayInPanel, type ResourceId } from './access.ts';

export type Dashboard = { counts: { name: string; count: number; href: string }[] };

/** What has happened in the journal today: each number with the list it counts, if it may be read. */
export async function readDashboard(db: Db, actor: Actor): Promise<Dashboard> {
  const today = db.today();
  const [row] = await db.select<Record<string, number>>(
    `SELECT
       (SELECT COUNT(*) FROM lesson WHERE date = :today) AS lessons,
       (SELECT COUNT(*) FROM mark WHERE date = :today AND state = 'active') AS marks,
       (SELECT COUNT(*) FROM absence WHERE date = :today AND state = 'active') AS absences,
       (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') AS waiting,
       (SELECT COUNT(*) FROM outbox WHERE state = 'dead') AS dead`,
    { today },
  );
  const day = `filters.date~~from=${today}&filters.date~~to=${today}`;
  const lists: [name: string, resource: ResourceId, query: string][] = [
    ['lessons', 'lesson', day],
    ['marks', 'mark', `${day}&filters.state=active`],
    ['absences', 'absence', `${day}&filters.state=active`],
    ['waiting', 'outbox', 'filters.state=waiting'],
    ['dead', 'outbox', 'filters.state=dead'],
  ];
  return {
    counts: lists
      .filter(([, resource]) => mayInPanel(actor, resource, 'list'))
      .map(([name, resource, query]) => ({
        name,
        count: Number(row?.[name] ?? 0),
        href: `/admin/resources/${resource}?${query}`,
      })),
  };
}
