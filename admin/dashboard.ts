import type { Db } from '../db/open.ts';
import { readAnswerMinutes } from '../db/reports/support.ts';
import { type Actor, can } from '../db/rules/access.ts';
import { median } from '../db/rules/support.ts';
import { mayInPanel, type ResourceId } from './access.ts';
import { scopeOf } from './resources/scope.ts';

/** Its name, the resource, which of its rows are counted, and the query that lists them. */
type List = [name: string, resource: ResourceId, condition: string, query: string];

export type Dashboard = {
  /** Not the whole school's numbers but those of whoever asks. */
  own: boolean;
  counts: { name: string; count: number; href: string }[];
};

const SPEED_DAYS = 30;

/** What has happened in the journal today, in the rows of whoever asks: each number with the list it counts, if it may be read. */
export async function readDashboard(db: Db, actor: Actor): Promise<Dashboard> {
  const today = db.today();
  const day = `filters.date~~from=${today}&filters.date~~to=${today}`;
  const lists: List[] = [
    ['lessons', 'lesson', 'date = :today', day],
    ['marks', 'mark', "date = :today AND state = 'active'", `${day}&filters.state=active`],
    ['absences', 'absence', "date = :today AND state = 'active'", `${day}&filters.state=active`],
    ['waiting', 'outbox', "state = 'waiting'", 'filters.state=waiting'],
    ['dead', 'outbox', "state = 'dead'", 'filters.state=dead'],
    ['support', 'support_request', "state = 'open'", 'filters.state=open'],
  ];
  const counted = lists.filter(([, resource]) => mayInPanel(actor, resource, 'list'));
  const numbers = counted.map(([name, resource, condition]) => {
    const scope = scopeOf(db, actor, { resource, action: 'list', column: 'id' }) ?? '1 = 1';
    return `(SELECT COUNT(*) FROM ${resource} WHERE ${condition} AND ${scope}) AS ${name}`;
  });
  const [row] = await db.select<Record<string, number>>(`SELECT ${numbers.join(', ')}`, { today });
  const counts = counted.map(([name, resource, , query]) => ({
    name,
    count: Number(row?.[name] ?? 0),
    href: `/admin/resources/${resource}?${query}`,
  }));
  return {
    own: !can(actor, 'school.read', null),
    counts: [...counts, ...(await answerSpeed(db, actor))],
  };
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
