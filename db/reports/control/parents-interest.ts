import { addDays, mondayOf, weekdayOf } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import {
  countInterest,
  type FamilyInterest,
  type InterestCounts,
  summaryMonday,
} from '../../rules/control/parents-interest.ts';
import { median } from '../../rules/control/timeliness.ts';
import { type RawInstant, toInstant } from '../../values.ts';
import type { RosterPupil } from '../roster.ts';
import { readSettings } from '../settings.ts';

/** How much the parents of a class look into the journal. */
export type ClassInterest = InterestCounts & {
  classId: number;
  className: string;
  /** Hours from a mark of the last seven days to its first view, the middle one; null if none. */
  medianHours: number | null;
  /** Pupils none of whose parents has a chat. */
  unlinked: RosterPupil[];
};

/** A week: families that looked, and those that acknowledged its summary. */
export type InterestWeek = { monday: string; active: number; acknowledged: number };

export type ParentsInterest = {
  school: InterestCounts & { medianHours: number | null };
  classes: ClassInterest[];
  /** The last six weeks, the oldest first. */
  weeks: InterestWeek[];
  /** The week whose summary is meant by `acknowledged`. */
  monday: string;
};

type FamilyRow = RosterPupil & {
  classId: number;
  grade: number;
  letter: string;
  invites: number;
  links: number;
  lastView: string | null;
  acknowledgements: number;
};

const WEEKS = 6;
const HOUR = 3_600_000;

/** The whole school's. Five queries, however many families. The caller checks the right. */
export async function readParentsInterest(db: Db): Promise<ParentsInterest> {
  const today = db.today();
  const since = { since7: addDays(today, -6), since30: addDays(today, -29) };
  const { 'weekly.day': sentOn } = await readSettings(db);
  const thisMonday = mondayOf(today);
  const monday = summaryMonday(
    { weekday: weekdayOf(today), monday: thisMonday, lastMonday: addDays(thisMonday, -7) },
    sentOn,
  );
  const rows = await readFamilies(db, today, monday);
  const delays = await readDelays(db, since.since7);
  const medianOf = (pupils: readonly { pupilId: number }[]) =>
    median(pupils.flatMap(({ pupilId }) => delays.get(pupilId) ?? []));
  const classes = [...groupBy(rows, ({ classId }) => classId)].flatMap(([classId, own]) => {
    const [first] = own;
    return first
      ? [
          {
            ...countInterest(own.map(familyOf), since),
            classId,
            className: `${first.grade}${first.letter}`,
            medianHours: medianOf(own),
            unlinked: own.filter(({ links }) => Number(links) === 0).map(pupilOf),
          },
        ]
      : [];
  });
  const school = { ...countInterest(rows.map(familyOf), since), medianHours: medianOf(rows) };
  return { school, classes, weeks: await readWeeks(db, thisMonday), monday };
}

function readFamilies(db: Db, today: string, monday: string): Promise<FamilyRow[]> {
  return db.select<FamilyRow>(
    `SELECT k.id AS "classId", k.grade, k.letter, u.id AS "pupilId", e.number,
            u.last_name AS "lastName", u.first_name AS "firstName", u.middle_name AS "middleName",
            (SELECT COUNT(*) FROM invite i WHERE i.pupil_id = u.id) AS invites,
            (SELECT COUNT(*) FROM guardianship g
               JOIN person p ON p.id = g.person_id AND p.state = 'active'
               JOIN chat_link a ON a.person_id = p.id AND a.state <> 'cut'
              WHERE g.pupil_id = u.id AND g.state = 'active') AS links,
            (SELECT MAX(v.date) FROM view_event v
              WHERE v.pupil_id = u.id AND v.side = 'family') AS "lastView",
            (SELECT COUNT(*) FROM week_acknowledgement w
              WHERE w.pupil_id = u.id AND w.monday = :monday) AS acknowledgements
       FROM enrolment e
       JOIN pupil u ON u.id = e.pupil_id
       JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE e.starts_on <= :today AND (e.ends_on IS NULL OR e.ends_on >= :today)
      ORDER BY k.grade, k.letter, e.number, u.last_name, u.first_name`,
    { today, monday },
  );
}

/**
 * Hours until each mark since a day was first seen, by pupil. Views are kept by day with the first
 * and the last of it: a mark given between them counts as seen at the last.
 */
async function readDelays(db: Db, since: string): Promise<Map<number, number[]>> {
  const rows = await db.select<{ pupilId: number; givenAt: RawInstant; seenAt: RawInstant }>(
    `SELECT m.pupil_id AS "pupilId", m.created_at AS "givenAt",
            MIN(CASE WHEN v.first_at >= m.created_at THEN v.first_at ELSE v.last_at END) AS "seenAt"
       FROM lesson l
       JOIN mark m ON m.lesson_id = l.id AND m.state = 'active'
       JOIN view_event v ON v.pupil_id = m.pupil_id AND v.side = 'family'
        AND v.screen IN ('diary', 'marks') AND v.last_at >= m.created_at
      WHERE l.date >= :since
      GROUP BY m.id, m.pupil_id, m.created_at`,
    { since },
  );
  const byPupil = groupBy(rows, ({ pupilId }) => pupilId);
  const hours = ({ givenAt, seenAt }: { givenAt: RawInstant; seenAt: RawInstant }) =>
    (toInstant(seenAt).getTime() - toInstant(givenAt).getTime()) / HOUR;
  return new Map([...byPupil].map(([pupilId, own]) => [pupilId, own.map(hours)]));
}

async function readWeeks(db: Db, lastMonday: string): Promise<InterestWeek[]> {
  const first = addDays(lastMonday, -7 * (WEEKS - 1));
  const views = await db.select<{ pupilId: number; date: string }>(
    `SELECT DISTINCT pupil_id AS "pupilId", date FROM view_event
      WHERE side = 'family' AND date >= :first`,
    { first },
  );
  const acknowledged = await db.select<{ monday: string; count: number }>(
    `SELECT monday, CAST(COUNT(DISTINCT pupil_id) AS INTEGER) AS count FROM week_acknowledgement
      WHERE monday >= :first GROUP BY monday`,
    { first },
  );
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(first, 7 * index);
    const looked = views.filter(({ date }) => mondayOf(date) === monday);
    return {
      monday,
      active: new Set(looked.map(({ pupilId }) => pupilId)).size,
      acknowledged: acknowledged.find((week) => week.monday === monday)?.count ?? 0,
    };
  });
}

function familyOf({ invites, links, lastView, acknowledgements }: FamilyRow): FamilyInterest {
  return {
    invited: Number(invites) > 0,
    linked: Number(links) > 0,
    lastView,
    acknowledged: Number(acknowledgements) > 0,
  };
}

function pupilOf({ pupilId, number, lastName, firstName, middleName }: FamilyRow): RosterPupil {
  return { pupilId, number, lastName, firstName, middleName };
}
