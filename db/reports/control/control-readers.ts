import { addDays } from '../../days.ts';
import type { Db } from '../../open.ts';
import { DAYS_AFTER_END } from './scope.ts';

/** A chat of somebody the control is told to; who has both roles is told as both. */
export type ControlReader = {
  personId: number;
  role: 'teacher' | 'deputy_head';
  language: 'ru' | 'en' | null;
  address: string;
};

/**
 * Every chat of the teachers and deputy heads at work; none in the summer, when no term runs or has
 * just ended. One query.
 */
export function readControlReaders(db: Db, day: string): Promise<ControlReader[]> {
  return db.select<ControlReader>(
    `SELECT p.id AS "personId", r.role, p.language, a.address
       FROM person p
       JOIN role r ON r.person_id = p.id AND r.role IN ('teacher', 'deputy_head')
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE p.state = 'active'
        AND EXISTS (SELECT 1 FROM term t WHERE t.starts_on <= :day AND t.ends_on >= :since)
      ORDER BY p.id, r.role, a.id`,
    { day, since: addDays(day, -DAYS_AFTER_END) },
  );
}
