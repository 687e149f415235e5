import type { Db } from '../../db/open.ts';
import { nameKey } from '../../db/rules/name-key.ts';
import type { ResourceId } from '../access.ts';

const name = (table: string) =>
  `${table}.last_name || ' ' || ${table}.first_name || COALESCE(' ' || ${table}.middle_name, '')`;
const day = (column: string) =>
  `substr(CAST(${column} AS TEXT), 9, 2) || '.' || substr(CAST(${column} AS TEXT), 6, 2)`;
const CLASS = 'k.grade || k.letter';
const COURSE = `${CLASS} || ' ' || s.name || CASE WHEN c.group_name = '' THEN '' ELSE ' (' || c.group_name || ')' END`;
const COURSE_TABLES =
  'course c JOIN school_class k ON k.id = c.class_id JOIN subject s ON s.id = c.subject_id';

/** How each record is called where another one refers to it: one query a resource. */
const TITLES: Record<ResourceId, string> = {
  person: `SELECT p.id, ${name('p')} AS title, p.name_key FROM person p`,
  pupil: `SELECT p.id, ${name('p')} AS title, p.name_key FROM pupil p`,
  role: `SELECT r.id, ${name('p')} AS title FROM role r JOIN person p ON p.id = r.person_id`,
  guardianship: `SELECT g.id, ${name('p')} || ' – ' || ${name('u')} AS title FROM guardianship g
     JOIN person p ON p.id = g.person_id JOIN pupil u ON u.id = g.pupil_id`,
  chat_link: `SELECT l.id, ${name('p')} AS title FROM chat_link l JOIN person p ON p.id = l.person_id`,
  school_class: `SELECT k.id, ${CLASS} || CASE WHEN y.state = 'open' THEN '' ELSE ' (' || y.name || ')' END
     AS title FROM school_class k JOIN academic_year y ON y.id = k.academic_year_id`,
  enrolment: `SELECT e.id, ${CLASS} || ' ' || ${name('p')} AS title FROM enrolment e
     JOIN school_class k ON k.id = e.class_id JOIN pupil p ON p.id = e.pupil_id`,
  course: `SELECT c.id, ${COURSE} AS title FROM ${COURSE_TABLES}`,
  course_pupil: `SELECT g.id, ${COURSE} || ' – ' || ${name('p')} AS title FROM ${COURSE_TABLES}
     JOIN course_pupil g ON g.course_id = c.id JOIN pupil p ON p.id = g.pupil_id`,
  subject: 'SELECT id, name AS title FROM subject',
  academic_year: 'SELECT id, name AS title FROM academic_year',
  term: `SELECT t.id, ${day('t.starts_on')} || ' – ' || ${day('t.ends_on')} AS title FROM term t`,
  day_off: 'SELECT id, name AS title FROM day_off',
  bell: `SELECT id, '№' || number AS title FROM bell`,
  timetable_slot: `SELECT t.id, ${COURSE} || ' №' || t.number AS title FROM ${COURSE_TABLES}
     JOIN timetable_slot t ON t.course_id = c.id`,
  substitution: `SELECT t.id, ${COURSE} || ' ' || ${day('t.date')} || ' №' || t.number AS title
     FROM ${COURSE_TABLES} JOIN substitution t ON t.course_id = c.id`,
  timetable_change: `SELECT t.id, ${COURSE} || ' ' || ${day('t.date')} || ' №' || t.number AS title
     FROM ${COURSE_TABLES} JOIN timetable_change t ON t.course_id = c.id`,
  plan_item: `SELECT id, number || '. ' || topic AS title FROM plan_item`,
  lesson: `SELECT l.id, ${COURSE} || ' ' || ${day('l.date')} || ' №' || l.number AS title
     FROM ${COURSE_TABLES} JOIN lesson l ON l.course_id = c.id`,
  homework_file: 'SELECT id, name AS title FROM homework_file',
  mark: `SELECT m.id, ${name('p')} || COALESCE(' – ' || m.value, '') AS title FROM mark m
     JOIN pupil p ON p.id = m.pupil_id`,
  absence: `SELECT a.id, ${name('p')} || ' ' || ${day('a.date')} AS title FROM absence a
     JOIN pupil p ON p.id = a.pupil_id`,
  term_mark: `SELECT m.id, ${name('p')} || ' – ' || ${COURSE} AS title FROM ${COURSE_TABLES}
     JOIN term_mark m ON m.course_id = c.id JOIN pupil p ON p.id = m.pupil_id`,
  thread: `SELECT t.id, ${CLASS} || ' ' || ${name('p')} AS title FROM thread t
     JOIN school_class k ON k.id = t.class_id JOIN pupil p ON p.id = t.pupil_id`,
  message: `SELECT id, '№' || id AS title FROM message`,
  behaviour_note: `SELECT b.id, ${name('p')} || ' ' || ${day('b.date')} AS title
     FROM behaviour_note b JOIN pupil p ON p.id = b.pupil_id`,
  absence_excuse: `SELECT x.id, ${name('p')} || ' ' || ${day('x.date')} AS title
     FROM absence_excuse x JOIN pupil p ON p.id = x.pupil_id`,
  view_event: `SELECT v.id, ${name('p')} || ' ' || ${day('v.date')} AS title
     FROM view_event v JOIN pupil p ON p.id = v.pupil_id`,
  support_request: `SELECT id, '№' || id AS title FROM support_request`,
  finding: `SELECT f.id, ${COURSE} || COALESCE(' ' || ${day('f.date')}, '') AS title
     FROM ${COURSE_TABLES} JOIN finding f ON f.course_id = c.id`,
  report: `SELECT r.id, COALESCE(${name('p')}, ${CLASS}, '') || ' №' || r.id AS title
     FROM report r LEFT JOIN person p ON p.id = r.teacher_id
     LEFT JOIN school_class k ON k.id = r.class_id`,
  change: `SELECT id, '№' || id AS title FROM change`,
  api_token: 'SELECT id, name AS title FROM api_token',
  backup_run: `SELECT id, '№' || id AS title FROM backup_run`,
  job_run: `SELECT id, job || ' ' || slot AS title FROM job_run`,
  panel_session: `SELECT sid AS id, browser AS title FROM session`,
  outbox: `SELECT id, '№' || id AS title FROM outbox`,
  setting: 'SELECT key AS id, key AS title FROM setting',
};

/** Titles of the records of one resource by id; ids that are gone are absent. */
export async function titlesOf(
  db: Db,
  resource: ResourceId,
  ids: readonly (string | number)[],
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows = await db.select<{ id: string | number; title: string }>(
    `SELECT t.id, t.title FROM (${TITLES[resource]}) t WHERE t.id IN (:ids)`,
    { ids },
  );
  return new Map(rows.map(({ id, title }) => [String(id), title]));
}

/**
 * SQL of the ids whose title has all the words typed, in any case, «ё» or «е» for people. Values are
 * escaped.
 */
export function titleSearch(db: Db, resource: ResourceId, typed: string): string {
  const words = typed
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 8);
  const named = resource === 'person' || resource === 'pupil';
  const conditions = words.map((word) =>
    named ? matches(db, 't.name_key', [nameKey(word)]) : matches(db, 't.title', inAnyCase(word)),
  );
  return `SELECT t.id FROM (${TITLES[resource]}) t WHERE ${conditions.join(' AND ') || '1 = 1'}`;
}

/** A word as typed and in the usual cases: SQLite's own LIKE folds the case of Latin letters only. */
export function inAnyCase(word: string): string[] {
  const lower = word.toLowerCase();
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
  return [...new Set([word, lower, capital, word.toUpperCase()])];
}

function matches(db: Db, column: string, variants: readonly string[]): string {
  const likes = variants.map(
    (variant) => `${column} LIKE ${db.sequelize.escape(`%${variant.replace(/[%_\\]/g, '')}%`)}`,
  );
  return `(${likes.join(' OR ')})`;
}
