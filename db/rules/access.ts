export type Role = 'teacher' | 'class_teacher' | 'parent' | 'deputy_head' | 'administrator';

/** Whoever acts, as the database knows them at this moment. */
export type Actor = {
  personId: number;
  roles: readonly Role[];
  /** Classes of open years this person is the class teacher of. */
  classIds: readonly number[];
  /** Own children: active guardianships. */
  childIds: readonly number[];
};

/** What access to a lesson depends on. */
export type LessonFacts = {
  classId: number;
  teacherId: number | null;
  substituteId: number | null;
};

/** What access to a course's term marks depends on. */
export type CourseFacts = {
  classId: number;
  teacherId: number | null;
  /** Of the course's class, also in a year that is over. */
  classTeacherId?: number | null;
};

/** A class of any year and its class teacher of that year. */
export type ArchiveFacts = { classId: number; classTeacherId: number | null };

/** What cutting a chat off depends on: whose it is, and the classes of that person's children. */
export type LinkFacts = { personId: number; staff: boolean; classIds: readonly number[] };
/** What access to a family's correspondence depends on. */
export type ThreadFacts = {
  classId: number;
  pupilId: number;
  /** The pupil is in that class today. */
  enrolled: boolean;
  /** The actor is a parent who agreed to get this child's data here. */
  consented: boolean;
};

/** What writing of a pupil's behaviour depends on: the class of today and who teaches the pupil. */
export type BehaviourFacts = { classId: number; enrolled: boolean; teacherIds: readonly number[] };

/** Whose a periodic report is: a teacher's, a class's, or (both null) the school's. */
export type ReportFacts = { teacherId: number | null; classId: number | null };

type Subjects = {
  'lesson.read': LessonFacts;
  'lesson.write': LessonFacts;
  'course.read': CourseFacts;
  'term.decide': CourseFacts;
  'plan.write': CourseFacts;
  'journal.correct-closed': null;
  'term.close': null;
  'archive.read': ArchiveFacts;
  'child.read': { pupilId: number };
  'class.read': { classId: number };
  'class.roll': { classId: number };
  'invite.family': { classId: number };
  'invite.staff': null;
  'link.cut': LinkFacts;
  'school.read': null;
  'thread.read': ThreadFacts;
  'thread.write': ThreadFacts;
  'behaviour.write': BehaviourFacts;
  'behaviour.read': ThreadFacts;
  'excuse.write': ThreadFacts;
  'absence.excuse': Pick<ThreadFacts, 'classId' | 'enrolled'>;
  'support.ask': null;
  'support.read': { personId: number };
  'support.answer': null;
  'report.read': ReportFacts;
  'report.approve': ReportFacts;
  'panel.open': null;
  'school.write': null;
};

export type Action = keyof Subjects;

/**
 * Who may do what: the whole table of rights of the school regulation (clauses 1.6, 2.1–2.6, 3.2).
 * Pupils appear nowhere, as they are no actors. Callers pass facts read in the same transaction.
 */
const RULES: { [A in Action]: (actor: Actor, subject: Subjects[A]) => boolean } = {
  'lesson.read': (actor, lesson) =>
    teaches(actor, lesson) || actor.classIds.includes(lesson.classId) || overseesSchool(actor),
  'lesson.write': (actor, lesson) => teaches(actor, lesson) || is(actor, 'administrator'),
  // Of a course taken over for a lesson only that lesson is read: its journal is the teacher's own.
  'course.read': (actor, course) =>
    ownsCourse(actor, course) ||
    actor.classIds.includes(course.classId) ||
    ledThen(actor, course) ||
    overseesSchool(actor),
  'term.decide': (actor, course) => ownsCourse(actor, course) || is(actor, 'administrator'),
  'plan.write': (actor, course) => ownsCourse(actor, course) || is(actor, 'administrator'),
  'journal.correct-closed': overseesSchool,
  'term.close': overseesSchool,
  'archive.read': (actor, klass) =>
    actor.classIds.includes(klass.classId) || ledThen(actor, klass) || overseesSchool(actor),
  'child.read': (actor, { pupilId }) => actor.childIds.includes(pupilId),
  'class.read': (actor, { classId }) => actor.classIds.includes(classId) || overseesSchool(actor),
  // The class teacher answers for the list of the class: who came, who left, by which order.
  'class.roll': (actor, { classId }) =>
    actor.classIds.includes(classId) || is(actor, 'administrator'),
  'invite.family': (actor, { classId }) =>
    actor.classIds.includes(classId) || is(actor, 'administrator'),
  'invite.staff': (actor) => is(actor, 'administrator'),
  'link.cut': (actor, { personId, staff, classIds }) =>
    actor.personId === personId ||
    is(actor, 'administrator') ||
    (!staff && classIds.some((classId) => actor.classIds.includes(classId))),
  'school.read': overseesSchool,
  // Nobody oversees correspondence: not the deputy head, not the administrator.
  'thread.read': (actor, thread) => leadsNow(actor, thread) || isFamily(actor, thread),
  'thread.write': (actor, thread) =>
    leadsNow(actor, thread) || (isFamily(actor, thread) && thread.enrolled),
  'behaviour.write': (actor, pupil) =>
    leadsNow(actor, pupil) ||
    (pupil.enrolled && is(actor, 'teacher') && pupil.teacherIds.includes(actor.personId)),
  'behaviour.read': (actor, pupil) =>
    leadsNow(actor, pupil) || isFamily(actor, pupil) || overseesSchool(actor),
  'excuse.write': isFamily,
  // Only between н, б and у of the own class, by the verb that does just that: never a mark.
  'absence.excuse': leadsNow,
  // Everybody here has the right to be advised (3.1.1); nobody reads another's questions.
  'support.ask': ({ personId }) => personId !== 0,
  'support.read': (actor, { personId }) =>
    actor.personId === personId || is(actor, 'administrator'),
  'support.answer': (actor) => is(actor, 'administrator'),
  'report.read': (actor, report) => authors(actor, report) || overseesSchool(actor),
  // Whoever answers for a report signs it, and nobody for them.
  'report.approve': authors,
  // Each sees there just their own; what it is, the panel's table of rights says.
  'panel.open': (actor) =>
    overseesSchool(actor) || is(actor, 'teacher') || is(actor, 'class_teacher'),
  'school.write': (actor) => is(actor, 'administrator'),
};

export function can<A extends Action>(actor: Actor, action: A, subject: Subjects[A]): boolean {
  return RULES[action](actor, subject);
}

function is(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}

function overseesSchool(actor: Actor): boolean {
  return is(actor, 'deputy_head') || is(actor, 'administrator');
}

/** Term marks are the course's own teacher's: a substitute has none of them. */
function ownsCourse(actor: Actor, { teacherId }: CourseFacts): boolean {
  return is(actor, 'teacher') && teacherId === actor.personId;
}

/** The class teacher of a year keeps the right to read that year's journal while on the staff. */
function ledThen(actor: Actor, { classTeacherId }: { classTeacherId?: number | null }): boolean {
  return (is(actor, 'teacher') || is(actor, 'class_teacher')) && classTeacherId === actor.personId;
}

function authors(actor: Actor, { teacherId, classId }: ReportFacts): boolean {
  if (teacherId !== null) {
    return is(actor, 'teacher') && teacherId === actor.personId;
  }
  return classId === null ? is(actor, 'deputy_head') : actor.classIds.includes(classId);
}

function teaches(actor: Actor, lesson: LessonFacts): boolean {
  return (
    is(actor, 'teacher') &&
    (lesson.teacherId === actor.personId || lesson.substituteId === actor.personId)
  );
}

/** The class teacher of this moment; whoever led the class before is nobody here. */
export function leadsNow(
  actor: Actor,
  { classId, enrolled }: Pick<ThreadFacts, 'classId' | 'enrolled'>,
): boolean {
  return enrolled && actor.classIds.includes(classId);
}

function isFamily(actor: Actor, { pupilId, consented }: ThreadFacts): boolean {
  return consented && actor.childIds.includes(pupilId);
}
