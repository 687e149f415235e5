import type { Db, Tx } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

export type LinkedParent = {
  personId: number;
  lastName: string;
  firstName: string;
  relation: string | null;
};

/** A code of a family that can be used still; without a parent it is for whoever comes. */
export type OpenCode = { inviteId: number; parent: LinkedParent | null; expiresAt: Date };

/** A chat that reads a child's diary. */
export type FamilyChat = {
  linkId: number;
  parent: LinkedParent;
  state: 'active' | 'blocked';
  linkedAt: Date;
  /** Its owner works at the school: the administrator cuts it off, not the class teacher. */
  staff: boolean;
};

export type FamilyLinks = { codes: OpenCode[]; chats: FamilyChat[] };

type Row = {
  line: 'code' | 'chat';
  id: number;
  personId: number | null;
  lastName: string | null;
  firstName: string | null;
  relation: string | null;
  at: RawInstant;
  state: FamilyChat['state'];
  posts: number;
};

/** The unused codes and the linked chats of a pupil's family. One query. For who may invite it. */
export async function readFamilyLinks(db: Db, pupilId: number, tx?: Tx): Promise<FamilyLinks> {
  const rows = await db.select<Row>(
    `SELECT 'code' AS line, i.id, p.id AS "personId", p.last_name AS "lastName", p.first_name AS "firstName",
            g.relation, i.expires_at AS "at", '' AS state, 0 AS posts
       FROM invite i
       LEFT JOIN person p ON p.id = i.person_id
       LEFT JOIN guardianship g ON g.person_id = p.id AND g.pupil_id = i.pupil_id
      WHERE i.pupil_id = :pupilId AND i.used_at IS NULL AND i.revoked_at IS NULL
        AND i.expires_at > :now
     UNION ALL SELECT 'chat', a.id, p.id, p.last_name, p.first_name, g.relation, a.linked_at, a.state,
            (SELECT COUNT(*) FROM role WHERE person_id = p.id)
              + (SELECT COUNT(*) FROM school_class WHERE class_teacher_id = p.id)
              + (SELECT COUNT(*) FROM course WHERE teacher_id = p.id)
       FROM guardianship g
       JOIN person p ON p.id = g.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state <> 'cut'
      WHERE g.pupil_id = :pupilId AND g.state = 'active'
      ORDER BY 1, 2`,
    { pupilId, now: db.now() },
    tx,
  );
  return {
    codes: rows
      .filter(({ line }) => line === 'code')
      .map((row) => ({ inviteId: row.id, parent: parentOf(row), expiresAt: toInstant(row.at) })),
    chats: rows.flatMap((row) => {
      const parent = parentOf(row);
      return row.line === 'chat' && parent
        ? [
            {
              linkId: row.id,
              parent,
              state: row.state,
              linkedAt: toInstant(row.at),
              staff: Number(row.posts) > 0,
            },
          ]
        : [];
    }),
  };
}

function parentOf({ personId, lastName, firstName, relation }: Row): LinkedParent | null {
  return personId === null
    ? null
    : { personId, lastName: lastName ?? '', firstName: firstName ?? '', relation };
}
