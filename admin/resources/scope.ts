import type { Db } from '../../db/open.ts';
import type { Actor } from '../../db/rules/access.ts';
import { type PanelRole, type ResourceId, rolesThatMay } from '../access.ts';

/** What the rows of somebody are told by. All three come from the database. */
type Self = { me: number; classes: string; today: string };
/** SQL of the ids of the rows that are somebody's, or all of them. */
type Rows = 'all' | ((self: Self) => string);
/** `rows` may be listed and opened; `named` may be titled and found besides, where others refer to them. */
type Scope = { rows: Rows; named?: Rows };

const ofCourses =
  (courses: (self: Self) => string, table: string) =>
  (self: Self): string =>
    `SELECT id FROM ${table} WHERE course_id IN (${courses(self)})`;
const ofLessons =
  (lessons: (self: Self) => string, table: string) =>
  (self: Self): string =>
    `SELECT id FROM ${table} WHERE lesson_id IN (${lessons(self)})`;
const ofPupils =
  (pupils: (self: Self) => string, table: string) =>
  (self: Self): string =>
    `SELECT id FROM ${table} WHERE pupil_id IN (${pupils(self)})`;

const own = ({ me }: Self) => `SELECT id FROM course WHERE teacher_id = ${me}`;
// Of a course taken over for a lesson its name is known and that lesson; nothing else of it.
const ownOrTakenOver = (self: Self) =>
  `${own(self)} UNION SELECT course_id FROM substitution WHERE teacher_id = ${self.me}`;
const taughtLessons = (self: Self) =>
  `SELECT id FROM lesson WHERE course_id IN (${own(self)}) UNION
   SELECT l.id FROM lesson l JOIN substitution s ON s.course_id = l.course_id AND s.date = l.date
     AND s.number = l.number WHERE s.teacher_id = ${self.me}`;
const taughtClasses = (self: Self) =>
  `SELECT class_id FROM course WHERE id IN (${ownOrTakenOver(self)})`;
const taughtPupils = (self: Self) =>
  `SELECT pupil_id FROM enrolment WHERE class_id IN (${taughtClasses(self)})`;

const classCourses = ({ classes }: Self) => `SELECT id FROM course WHERE class_id IN (${classes})`;
const classLessons = (self: Self) =>
  `SELECT id FROM lesson WHERE course_id IN (${classCourses(self)})`;
const everInClass = ({ classes }: Self) =>
  `SELECT pupil_id FROM enrolment WHERE class_id IN (${classes})`;
const nowInClass = (self: Self) =>
  `${everInClass(self)} AND starts_on <= '${self.today}'
     AND (ends_on IS NULL OR ends_on >= '${self.today}')`;

const staff = () =>
  `SELECT person_id FROM role UNION SELECT teacher_id FROM course WHERE teacher_id IS NOT NULL
   UNION SELECT class_teacher_id FROM school_class WHERE class_teacher_id IS NOT NULL`;
const parents = (self: Self) =>
  `SELECT person_id FROM guardianship WHERE pupil_id IN (${nowInClass(self)})`;
const nothing = () => 'SELECT id FROM person WHERE 1 = 0';

const ownSessions = ({ me }: Self) => `SELECT sid FROM session WHERE person_id = ${me}`;

const common = {
  panel_session: { rows: ownSessions },
  subject: { rows: 'all' },
  academic_year: { rows: 'all' },
  term: { rows: 'all' },
  day_off: { rows: 'all' },
  bell: { rows: 'all' },
} as const;

/** Whose rows are whose: what stands nowhere is nobody's among teachers and the deputy head's whole. */
const SCOPES: Record<Exclude<PanelRole, 'administrator'>, Partial<Record<ResourceId, Scope>>> = {
  // The rest of the school is the deputy head's to read.
  deputy_head: { panel_session: { rows: ownSessions } },
  teacher: {
    ...common,
    person: { rows: nothing, named: staff },
    pupil: { rows: nothing, named: taughtPupils },
    school_class: { rows: taughtClasses },
    course: { rows: ownOrTakenOver },
    course_pupil: { rows: ofCourses(own, 'course_pupil') },
    timetable_slot: { rows: ofCourses(own, 'timetable_slot') },
    substitution: {
      rows: (self) =>
        `${ofCourses(own, 'substitution')(self)} UNION
         SELECT id FROM substitution WHERE teacher_id = ${self.me}`,
    },
    timetable_change: { rows: ofCourses(own, 'timetable_change') },
    plan_item: { rows: ofCourses(own, 'plan_item') },
    lesson: { rows: taughtLessons },
    homework_file: { rows: ofLessons(taughtLessons, 'homework_file') },
    mark: { rows: ofLessons(taughtLessons, 'mark') },
    absence: { rows: ofLessons(taughtLessons, 'absence') },
    term_mark: { rows: ofCourses(own, 'term_mark') },
    report: { rows: ({ me }) => `SELECT id FROM report WHERE teacher_id = ${me}` },
  },
  class_teacher: {
    ...common,
    person: { rows: nothing, named: (self) => `${staff()} UNION ${parents(self)}` },
    pupil: { rows: nowInClass, named: everInClass },
    guardianship: { rows: ofPupils(nowInClass, 'guardianship') },
    school_class: { rows: ({ classes }) => classes },
    enrolment: { rows: ({ classes }) => `SELECT id FROM enrolment WHERE class_id IN (${classes})` },
    course: { rows: classCourses },
    course_pupil: { rows: ofCourses(classCourses, 'course_pupil') },
    timetable_slot: { rows: ofCourses(classCourses, 'timetable_slot') },
    substitution: { rows: ofCourses(classCourses, 'substitution') },
    timetable_change: { rows: ofCourses(classCourses, 'timetable_change') },
    plan_item: { rows: ofCourses(classCourses, 'plan_item') },
    lesson: { rows: classLessons },
    homework_file: { rows: ofLessons(classLessons, 'homework_file') },
    mark: { rows: ofLessons(classLessons, 'mark') },
    absence: { rows: ofLessons(classLessons, 'absence') },
    term_mark: { rows: ofCourses(classCourses, 'term_mark') },
    behaviour_note: { rows: ofPupils(nowInClass, 'behaviour_note') },
    absence_excuse: { rows: ofPupils(nowInClass, 'absence_excuse') },
    report: {
      rows: ({ classes }) =>
        `SELECT id FROM report WHERE teacher_id IS NULL AND class_id IN (${classes})`,
    },
  },
};

/**
 * SQL of the condition that a row is one an actor may do this with: each of their roles that has the
 * right adds its rows, and without any there are none. Null where that is every row. `column` is the
 * key of the row; searching and titling reach what is referred to as well.
 */
export function scopeOf(
  db: Db,
  actor: Actor,
  { resource, action, column }: { resource: ResourceId; action: string; column: string },
): string | null {
  const self: Self = {
    me: actor.personId,
    classes: actor.classIds.join(',') || 'NULL',
    today: db.today(),
  };
  const parts = rolesThatMay(actor, resource, action).map((role) => rowsOf(role, resource, action));
  if (parts.includes('all')) {
    return null;
  }
  const conditions = parts.flatMap((rows) =>
    typeof rows === 'function' ? [`${column} IN (${rows(self)})`] : [],
  );
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : '1 = 0';
}

function rowsOf(role: PanelRole, resource: ResourceId, action: string): Rows | null {
  if (role === 'administrator') {
    return 'all';
  }
  const scope = SCOPES[role][resource];
  if (role === 'deputy_head') {
    return scope?.rows ?? 'all';
  }
  return (action === 'search' ? scope?.named : undefined) ?? scope?.rows ?? null;
}
