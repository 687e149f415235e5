import type { Db, Tx } from '../open.ts';

/** A chat that has to know of a new link: who else answers for the child, or for the school. */
export type Watcher = {
  address: string;
  language: 'ru' | 'en' | null;
  as: 'parent' | 'class_teacher' | 'administrator';
};

/** The child's other linked parents and the class teacher. */
export function readFamilyWatchers(
  tx: Tx,
  { pupilId, linked }: { pupilId: number; linked: number },
): Promise<Watcher[]> {
  return tx.db.select<Watcher>(
    `SELECT a.address, p.language, 'parent' AS "as"
       FROM guardianship g JOIN person p ON p.id = g.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE g.pupil_id = :pupilId AND g.state = 'active' AND p.id <> :linked
     UNION SELECT a.address, p.language, 'class_teacher'
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
       JOIN person p ON p.id = k.class_teacher_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE e.pupil_id = :pupilId AND (e.ends_on IS NULL OR e.ends_on >= :today)
        AND p.id <> :linked`,
    { pupilId, linked, today: tx.today },
    tx,
  );
}

/** The chats of a class's teacher, other than the one who acts. */
export function readClassTeacherChats(
  tx: Tx,
  { classId, except }: { classId: number; except: number },
): Promise<Watcher[]> {
  return tx.db.select<Watcher>(
    `SELECT a.address, p.language, 'class_teacher' AS "as"
       FROM school_class k
       JOIN person p ON p.id = k.class_teacher_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE k.id = :classId AND p.id <> :except`,
    { classId, except },
    tx,
  );
}

/** The other administrators: they learn who got a staff member's rights. */
export function readStaffWatchers(db: Db, linked: number, tx?: Tx): Promise<Watcher[]> {
  return db.select<Watcher>(
    `SELECT a.address, p.language, 'administrator' AS "as"
       FROM role r JOIN person p ON p.id = r.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
      WHERE r.role = 'administrator' AND p.id <> :linked`,
    { linked },
    tx,
  );
}
