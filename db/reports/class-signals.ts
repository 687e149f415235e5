import { addDays } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import { dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';
import { absenceSignal, markSignals, type Signal, signalRules } from '../rules/signals.ts';
import type { ClassFacts } from './class-facts.ts';
import type { RosterPupil } from './roster.ts';
import { readSchoolDays } from './school-days.ts';
import { readSettings } from './settings.ts';

/** A pupil whom the class teacher should look at; a missed lesson belongs to no one subject. */
export type PupilSignals = RosterPupil & { signals: (Signal & { subject: string | null })[] };

/** Why there are no signals: it is holidays, or the term has just begun. */
export type Quiet = { quiet: 'holidays' } | { quiet: 'term-start'; until: string };

type Row = RosterPupil & {
  line: 'mark' | 'absence';
  courseId: number;
  subject: string;
  date: string;
  value: number | null;
  weight: number;
};

/** The warning signals of a class today. Three queries. For who may read the class. */
export async function readClassSignals(
  db: Db,
  klass: ClassFacts,
): Promise<Quiet | { pupils: PupilSignals[] }> {
  const today = db.today();
  const [calendars, settings] = await Promise.all([readSchoolDays(db, [klass]), readSettings(db)]);
  const days = calendars.get(klass.classId);
  const term = days ? termOn(days.terms, klass.grade, today) : null;
  if (!days || !term || dayOffOn(days.daysOff, klass.grade, today)) {
    return { quiet: 'holidays' };
  }
  const loudFrom = addDays(term.startsOn, settings['signal.quiet_days']);
  if (today < loudFrom) {
    return { quiet: 'term-start', until: loudFrom };
  }
  const since = addDays(today, 1 - settings['signal.days']);
  const absentSince = addDays(today, 1 - settings['signal.absence_days']);
  const rows = await readRows(db, klass.classId, term, absentSince);
  const rules = signalRules(settings);
  const pupils = [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap((own) => {
    const [first] = own;
    const marks = groupBy(
      own.filter(({ line }) => line === 'mark'),
      ({ courseId }) => courseId,
    );
    const ofMarks = [...marks.values()].flatMap((course) =>
      markSignals(course, since, rules).map((signal) => ({
        ...signal,
        subject: course[0]?.subject ?? null,
      })),
    );
    const missed = own.filter(({ line }) => line === 'absence').map(({ date }) => date);
    const ofAbsences = absenceSignal(missed, rules);
    const signals = [...ofMarks, ...(ofAbsences ? [{ ...ofAbsences, subject: null }] : [])];
    return first && signals.length > 0 ? [{ ...pupilOf(first), signals }] : [];
  });
  return { pupils };
}

function readRows(
  db: Db,
  classId: number,
  { startsOn }: TermSpan,
  absentSince: string,
): Promise<Row[]> {
  const lines = (line: string, record: string, fields: string, where: string) =>
    `SELECT '${line}' AS line, u.id AS "pupilId", e.number, u.last_name AS "lastName",
            u.first_name AS "firstName", u.middle_name AS "middleName", c.id AS "courseId",
            s.name AS subject, r.date, l.number AS "lessonNumber", r.id AS "recordId", ${fields}
       FROM enrolment e
       JOIN pupil u ON u.id = e.pupil_id
       JOIN ${record} r ON r.pupil_id = u.id AND r.state = 'active' AND ${where}
       JOIN lesson l ON l.id = r.lesson_id
       JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE e.class_id = :classId AND e.starts_on <= :today
        AND (e.ends_on IS NULL OR e.ends_on >= :today)`;
  return db.select<Row>(
    `${lines('mark', 'mark', 'r.value, r.weight', 'r.date BETWEEN :startsOn AND :today')}
     UNION ALL ${lines(
       'absence',
       'absence',
       'NULL, 0',
       "r.code <> 'late' AND r.date BETWEEN :absentSince AND :today",
     )}
      ORDER BY 3, 2, 9, 10, 11`,
    { classId, startsOn, absentSince, today: db.today() },
  );
}

function pupilOf({ pupilId, number, lastName, firstName, middleName }: Row): RosterPupil {
  return { pupilId, number, lastName, firstName, middleName };
}
