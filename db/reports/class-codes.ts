import type { Db, Tx } from '../open.ts';
import { nameKey } from '../rules/name-key.ts';

/** A parent the school has on its list. */
export type KnownParent = {
  personId: number;
  lastName: string;
  firstName: string;
  relation: string | null;
  linked: boolean;
  /** Works at the school: links by a staff code, never by a family's. */
  staff: boolean;
};

/** Where a family of a class stands with its access. */
export type FamilyAccess = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  className: string;
  state: 'linked' | 'given' | 'none';
  /** Of the newest code ever made for this pupil, 0 for none: a button drawn before it is stale. */
  lastInviteId: number;
  parents: KnownParent[];
};

type Row = Omit<FamilyAccess, 'className' | 'state' | 'parents'> & {
  grade: number;
  letter: string;
  given: number;
  personId: number | null;
  parentLastName: string;
  parentFirstName: string;
  relation: string | null;
  links: number;
  posts: number;
};

/** The families of a class in list order, or one of them. One query. For who may invite them. */
export async function readClassCodes(
  db: Db,
  of: { classId: number; pupilId?: number },
  tx?: Tx,
): Promise<FamilyAccess[]> {
  const rows = await db.select<Row>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            k.grade, k.letter,
            (SELECT COALESCE(MAX(id), 0) FROM invite WHERE pupil_id = u.id) AS "lastInviteId",
            (SELECT COUNT(*) FROM invite WHERE pupil_id = u.id AND used_at IS NULL
                AND revoked_at IS NULL AND expires_at > :now) AS given,
            p.id AS "personId", p.last_name AS "parentLastName",
            p.first_name AS "parentFirstName", g.relation,
            (SELECT COUNT(*) FROM chat_link WHERE person_id = p.id AND state <> 'cut') AS links,
            (SELECT COUNT(*) FROM role WHERE person_id = p.id)
              + (SELECT COUNT(*) FROM school_class WHERE class_teacher_id = p.id)
              + (SELECT COUNT(*) FROM course WHERE teacher_id = p.id) AS posts
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id
       JOIN pupil u ON u.id = e.pupil_id
       LEFT JOIN guardianship g ON g.pupil_id = u.id AND g.state = 'active'
       LEFT JOIN person p ON p.id = g.person_id AND p.state = 'active'
      WHERE e.class_id = :classId AND (e.ends_on IS NULL OR e.ends_on >= :today)
        ${of.pupilId === undefined ? '' : 'AND u.id = :pupilId'}
      ORDER BY e.number, u.last_name, u.first_name, g.id`,
    { ...of, now: db.now(), today: db.today() },
    tx,
  );
  const families = new Map<number, FamilyAccess>();
  for (const row of rows) {
    const family = families.get(row.pupilId) ?? familyOf(row);
    families.set(row.pupilId, family);
    if (row.personId !== null) {
      const linked = Number(row.links) > 0;
      family.parents.push({
        personId: row.personId,
        lastName: row.parentLastName,
        firstName: row.parentFirstName,
        relation: row.relation,
        linked,
        staff: Number(row.posts) > 0,
      });
      family.state = linked ? 'linked' : family.state;
    }
  }
  return [...families.values()];
}

function familyOf({ pupilId, number, lastName, firstName, ...row }: Row): FamilyAccess {
  return {
    pupilId,
    number,
    lastName,
    firstName,
    className: `${row.grade}${row.letter}`,
    state: Number(row.given) > 0 ? 'given' : 'none',
    lastInviteId: row.lastInviteId,
    parents: [],
  };
}

/** Whom codes of a family are for: each known parent without a chat, else whoever comes (null). */
export function codeTargets({ parents }: FamilyAccess): (KnownParent | null)[] {
  const waiting = parents.filter(({ linked, staff }) => !linked && !staff);
  return waiting.length > 0 ? waiting : [null];
}

/** Whether every word somebody searches for begins a word of this name. */
export function isNamed(name: { lastName: string; firstName: string }, searched: string): boolean {
  const words = nameKey(`${name.lastName} ${name.firstName}`).split(' ');
  return nameKey(searched)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
