import type { Db, Tx } from '../open.ts';
import type { Actor, Role } from '../rules/access.ts';

/** An actor with what a screen needs to greet and address them. */
export type Caller = {
  actor: Actor;
  lastName: string;
  firstName: string;
  middleName: string | null;
  language: 'ru' | 'en' | null;
};

type Line = {
  line: 'person' | 'role' | 'class' | 'child';
  id: number;
  text: string | null;
  first_name: string | null;
  middle_name: string | null;
  language: 'ru' | 'en' | null;
};

/** The person behind a chat with their rights of this moment, or null for a stranger. One query. */
export function callerOfChat(db: Db, address: string, tx?: Tx): Promise<Caller | null> {
  return readCaller(
    db,
    `SELECT p.id, p.last_name, p.first_name, p.middle_name, p.language
       FROM chat_link l JOIN person p ON p.id = l.person_id
      WHERE l.address = :who AND l.state <> 'cut' AND p.state = 'active'`,
    address,
    tx,
  );
}

/** The person with their rights of this moment, or null if there is none or they are inactive. */
export function callerOfPerson(db: Db, personId: number, tx?: Tx): Promise<Caller | null> {
  return readCaller(
    db,
    `SELECT p.id, p.last_name, p.first_name, p.middle_name, p.language
       FROM person p WHERE p.id = :who AND p.state = 'active'`,
    personId,
    tx,
  );
}

async function readCaller(
  db: Db,
  me: string,
  who: string | number,
  tx?: Tx,
): Promise<Caller | null> {
  const lines = await db.select<Line>(
    `WITH me AS (${me})
     SELECT 'person' AS line, id, last_name AS text, first_name, middle_name, language FROM me
     UNION ALL SELECT 'role', r.id, r.role, NULL, NULL, NULL FROM role r JOIN me ON me.id = r.person_id
     UNION ALL SELECT 'class', c.id, NULL, NULL, NULL, NULL
       FROM me JOIN school_class c ON c.class_teacher_id = me.id
       JOIN academic_year y ON y.id = c.academic_year_id AND y.state = 'open'
     UNION ALL SELECT 'child', g.pupil_id, NULL, NULL, NULL, NULL
       FROM me JOIN guardianship g ON g.person_id = me.id AND g.state = 'active'`,
    { who },
    tx,
  );
  const person = lines.find(({ line }) => line === 'person');
  if (!person) {
    return null;
  }
  const idsOf = (wanted: Line['line']) => lines.filter((l) => l.line === wanted).map((l) => l.id);
  const classIds = idsOf('class');
  const childIds = idsOf('child');
  const roles = lines.filter((l) => l.line === 'role').map((l) => l.text as Role);
  if (classIds.length > 0) {
    roles.push('class_teacher');
  }
  if (childIds.length > 0) {
    roles.push('parent');
  }
  return {
    actor: { personId: person.id, roles, classIds, childIds },
    lastName: person.text ?? '',
    firstName: person.first_name ?? '',
    middleName: person.middle_name,
    language: person.language,
  };
}
