import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';

/** A parent as a class teacher reaches them. */
export type ListedParent = {
  personId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  relation: string | null;
  phone: string | null;
  linked: boolean;
};

/** A pupil of a class with the parents. */
export type ListedPupil = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  /** First day in the class. */
  startsOn: string;
  parents: ListedParent[];
};

type Row = Omit<ListedPupil, 'parents'> & {
  personId: number | null;
  parentLastName: string;
  parentFirstName: string;
  parentMiddleName: string | null;
  relation: string | null;
  phone: string | null;
  links: number;
};

/**
 * The pupils of a class today, in list order, or one of them, with parents, phones and whether a
 * chat is linked. One query. For who may read the class.
 */
export async function readClassList(
  db: Db,
  of: { classId: number; pupilId?: number },
  tx?: Tx,
): Promise<ListedPupil[]> {
  const rows = await db.select<Row>(
    `SELECT u.id AS "pupilId", e.number, u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName", e.starts_on AS "startsOn", p.id AS "personId",
            p.last_name AS "parentLastName", p.first_name AS "parentFirstName",
            p.middle_name AS "parentMiddleName", g.relation, p.phone,
            (SELECT COUNT(*) FROM chat_link WHERE person_id = p.id AND state <> 'cut') AS links
       FROM enrolment e
       JOIN pupil u ON u.id = e.pupil_id
       LEFT JOIN guardianship g ON g.pupil_id = u.id AND g.state = 'active'
       LEFT JOIN person p ON p.id = g.person_id AND p.state = 'active'
      WHERE e.class_id = :classId AND e.starts_on <= :today
        AND (e.ends_on IS NULL OR e.ends_on >= :today)
        ${of.pupilId === undefined ? '' : 'AND u.id = :pupilId'}
      ORDER BY e.number, u.last_name, u.first_name, u.id, g.id`,
    { ...of, today: db.today() },
    tx,
  );
  return [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) {
      return [];
    }
    const { pupilId, number, lastName, firstName, middleName, startsOn } = first;
    const pupil = { pupilId, number, lastName, firstName, middleName, startsOn };
    return [{ ...pupil, parents: own.flatMap(parentOf) }];
  });
}

function parentOf(row: Row): ListedParent[] {
  const { personId, relation, phone } = row;
  return personId === null
    ? []
    : [
        {
          personId,
          lastName: row.parentLastName,
          firstName: row.parentFirstName,
          middleName: row.parentMiddleName,
          relation,
          phone,
          linked: Number(row.links) > 0,
        },
      ];
}
