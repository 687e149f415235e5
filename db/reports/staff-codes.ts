import type { Db, Tx } from '../open.ts';

/** Where a member of staff stands with their access. */
export type StaffAccess = {
  personId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  state: 'linked' | 'given' | 'none';
  /** Of the newest code ever made for them, 0 for none. */
  lastInviteId: number;
};

type Row = Omit<StaffAccess, 'state'> & { links: number; given: number };

/** Everybody who works at the school, by name, or one of them. One query. For the administrator. */
export async function readStaffCodes(
  db: Db,
  of: { personId?: number } = {},
  tx?: Tx,
): Promise<StaffAccess[]> {
  const rows = await db.select<Row>(
    `SELECT p.id AS "personId", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName",
            (SELECT COALESCE(MAX(id), 0) FROM invite
              WHERE person_id = p.id AND kind = 'staff') AS "lastInviteId",
            (SELECT COUNT(*) FROM chat_link WHERE person_id = p.id AND state <> 'cut') AS links,
            (SELECT COUNT(*) FROM invite WHERE person_id = p.id AND kind = 'staff'
                AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :now) AS given
       FROM person p
      WHERE p.state = 'active' AND ${of.personId === undefined ? '1 = 1' : 'p.id = :personId'}
        AND (EXISTS (SELECT 1 FROM role WHERE person_id = p.id)
          OR EXISTS (SELECT 1 FROM school_class WHERE class_teacher_id = p.id)
          OR EXISTS (SELECT 1 FROM course WHERE teacher_id = p.id))
      ORDER BY p.name_key, p.id`,
    { ...of, now: db.now() },
    tx,
  );
  return rows.map(({ links, given, ...person }) => {
    const waiting = Number(given) > 0 ? 'given' : 'none';
    return { ...person, state: Number(links) > 0 ? 'linked' : waiting };
  });
}
