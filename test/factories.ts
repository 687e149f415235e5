import type { Db, Tx } from '../db/open.ts';
import { nameKey } from '../db/rules/name-key.ts';

const YEAR = { name: '2026/27', startsOn: '2026-09-01', endsOn: '2027-05-31' };
const QUARTERS = [
  ['2026-09-01', '2026-10-25'],
  ['2026-11-02', '2026-12-29'],
  ['2027-01-11', '2027-03-21'],
  ['2027-03-29', '2027-05-31'],
] as const;
const BELLS = [
  ['08:30', '09:15'],
  ['09:25', '10:10'],
  ['10:25', '11:10'],
  ['11:25', '12:10'],
  ['12:20', '13:05'],
  ['13:15', '14:00'],
  ['14:10', '14:55'],
] as const;

type StaffRole = 'teacher' | 'deputy_head' | 'administrator';
type PersonOptions = { chat?: string; roles?: StaffRole[]; language?: 'ru' | 'en' };
type LessonOptions = { course: number; date: string; number?: number };

/**
 * Makes what a test's story speaks of, in the school year 2026/27 with four quarters and seven
 * bells, and gives its id. Parents that are missing (the year, the class, the subject) are made too.
 */
export function factories(db: Db) {
  /** «Фамилия Имя Отчество»; `chat` links an address to the person. */
  const aPerson = (name: string, { chat, roles = [], language }: PersonOptions = {}) =>
    db.write(async (tx) => {
      const person = await tx.db.models.Person.create(
        { ...nameParts(name), language: language ?? null },
        within(tx),
      );
      for (const role of roles) {
        await tx.db.models.Role.create({ personId: person.id, role }, within(tx));
      }
      if (chat) {
        const link = { personId: person.id, address: chat, linkedAt: tx.now };
        await tx.db.models.ChatLink.create(link, within(tx));
      }
      return person.id;
    });

  const aTeacher = (name: string, options: Omit<PersonOptions, 'roles'> = {}) =>
    aPerson(name, { ...options, roles: ['teacher'] });

  /** A parent of these pupils, with consent given unless `consent` is null. */
  const aParent = (
    name: string,
    {
      of,
      consent = '1',
      ...options
    }: Omit<PersonOptions, 'roles'> & { of: number[]; consent?: string | null },
  ) =>
    aPerson(name, options).then((personId) =>
      db.write(async (tx) => {
        for (const pupilId of of) {
          const given = { consentVersion: consent, consentAt: consent === null ? null : tx.now };
          const tie = { personId, pupilId, createdAt: tx.now, ...given };
          await tx.db.models.Guardianship.create(tie, within(tx));
        }
        return personId;
      }),
    );

  /** The class of this name («7А»); made if it isn't there. */
  const aClass = (name: string, options: { teacher?: number } = {}) =>
    db.write(async (tx) => {
      const classId = await findClass(tx, name);
      if (options.teacher !== undefined) {
        const classTeacher = { classTeacherId: options.teacher };
        await tx.db.models.SchoolClass.update(classTeacher, {
          where: { id: classId },
          ...within(tx),
        });
      }
      return classId;
    });

  /** A pupil of a class, next in its list; `from` and `to` are first and last days there. */
  const aPupil = (
    name: string,
    options: { class?: string; number?: number; from?: string; to?: string } = {},
  ) =>
    db.write(async (tx) => {
      const classId = await findClass(tx, options.class ?? '7А');
      const { Pupil, Enrolment } = tx.db.models;
      const pupil = await Pupil.create(nameParts(name), within(tx));
      const others = await Enrolment.count({ where: { classId }, ...within(tx) });
      await Enrolment.create(
        {
          pupilId: pupil.id,
          classId,
          number: options.number ?? others + 1,
          startsOn: options.from ?? YEAR.startsOn,
          endsOn: options.to ?? null,
        },
        within(tx),
      );
      return pupil.id;
    });

  /** A subject taught to a class, or to a subgroup of it with these pupils. */
  const aCourse = (
    options: {
      class?: string;
      subject?: string;
      teacher?: number;
      group?: { name: string; pupils: number[] };
      markFree?: boolean;
    } = {},
  ) =>
    db.write(async (tx) => {
      const { Subject, Course, CoursePupil } = tx.db.models;
      const name = options.subject ?? 'Алгебра';
      const classId = await findClass(tx, options.class ?? '7А');
      const [subject] = await Subject.findOrCreate({ where: { name }, ...within(tx) });
      const course = await Course.create(
        {
          classId,
          subjectId: subject.id,
          teacherId: options.teacher ?? null,
          groupName: options.group?.name ?? '',
          markFree: options.markFree ?? false,
        },
        within(tx),
      );
      for (const pupilId of options.group?.pupils ?? []) {
        await CoursePupil.create({ courseId: course.id, pupilId }, within(tx));
      }
      return course.id;
    });

  /** A place in the weekly timetable; `weekday` is 1 for Monday. Bells are rung from then on. */
  const aSlot = (
    course: number,
    weekday: number,
    number: number,
    options: { room?: string; from?: string; to?: string } = {},
  ) =>
    db.write(async (tx) => {
      await ringBells(tx);
      const slot = await tx.db.models.TimetableSlot.create(
        {
          courseId: course,
          weekday,
          number,
          room: options.room ?? null,
          startsOn: options.from ?? YEAR.startsOn,
          endsOn: options.to ?? null,
        },
        within(tx),
      );
      return slot.id;
    });

  const aSubstitution = (options: {
    course: number;
    date: string;
    number: number;
    teacher: number;
  }) =>
    db.write(async (tx) => {
      const { course, date, number, teacher } = options;
      const row = { courseId: course, date, number, teacherId: teacher };
      return (await tx.db.models.Substitution.create(row, within(tx))).id;
    });

  /** Cancels a lesson of the timetable, or moves it to `to`. */
  const aTimetableChange = (options: {
    course: number;
    date: string;
    number: number;
    to?: { date: string; number: number };
    reason?: string;
  }) =>
    db.write(async (tx) => {
      const { course, date, number, to, reason } = options;
      const change = {
        courseId: course,
        date,
        number,
        kind: to ? ('moved' as const) : ('cancelled' as const),
        toDate: to?.date ?? null,
        toNumber: to?.number ?? null,
        reason: reason ?? null,
      };
      return (await tx.db.models.TimetableChange.create(change, within(tx))).id;
    });

  const aDayOff = (startsOn: string, options: { endsOn?: string; name?: string; grade?: number }) =>
    db.write(async (tx) => {
      const row = {
        academicYearId: await theYear(tx),
        startsOn,
        endsOn: options.endsOn ?? startsOn,
        name: options.name ?? 'праздник',
        grade: options.grade ?? null,
      };
      return (await tx.db.models.DayOff.create(row, within(tx))).id;
    });

  /** Closes the quarter with this number. */
  const aClosedQuarter = (number: number) =>
    db.write(async (tx) => {
      await theYear(tx);
      await tx.db.models.Term.update({ state: 'closed' }, { where: { number }, ...within(tx) });
    });

  /** The next line of a course's plan. */
  const aPlanItem = (
    course: number,
    topic: string,
    options: { homework?: string; hours?: number } = {},
  ) =>
    db.write(async (tx) => {
      const { PlanItem } = tx.db.models;
      const others = await PlanItem.count({ where: { courseId: course }, ...within(tx) });
      const { homework = null, hours = 1 } = options;
      const row = { courseId: course, number: others + 1, topic, homework, hours };
      return (await PlanItem.create(row, within(tx))).id;
    });

  /** A stored lesson, past every check; the journal's verbs make their own. */
  const aLesson = (
    options: LessonOptions & {
      topic?: string;
      homework?: string;
      rollCalled?: boolean;
      plan?: number;
    },
  ) =>
    db.write(async (tx) => {
      const lesson = await tx.db.models.Lesson.create(
        {
          courseId: options.course,
          date: options.date,
          number: options.number ?? 1,
          topic: options.topic ?? null,
          homework: options.homework ?? null,
          planItemId: options.plan ?? null,
          attendanceAt: options.rollCalled ? tx.now : null,
        },
        within(tx),
      );
      return lesson.id;
    });

  /** A stored mark (null is work owed) at a lesson that is made if it isn't there. */
  const aMark = (
    options: LessonOptions & {
      pupil: number;
      value: number | null;
      author: number;
      kind?: string;
      weight?: number;
      comment?: string;
    },
  ) =>
    db.write(async (tx) => {
      const mark = await tx.db.models.Mark.create(
        {
          lessonId: await lessonAt(tx, options),
          pupilId: options.pupil,
          date: options.date,
          value: options.value,
          kind: options.kind ?? 'answer',
          weight: options.weight ?? 1,
          comment: options.comment ?? null,
          authorId: options.author,
        },
        within(tx),
      );
      return mark.id;
    });

  /** A stored absence at a lesson that is made if it isn't there. */
  const anAbsence = (
    options: LessonOptions & {
      pupil: number;
      author: number;
      code?: 'absent' | 'ill' | 'excused' | 'late';
    },
  ) =>
    db.write(async (tx) => {
      const absence = await tx.db.models.Absence.create(
        {
          lessonId: await lessonAt(tx, options),
          pupilId: options.pupil,
          date: options.date,
          code: options.code ?? 'absent',
          authorId: options.author,
        },
        within(tx),
      );
      return absence.id;
    });

  return {
    aPerson,
    aTeacher,
    aParent,
    aClass,
    aPupil,
    aCourse,
    aSlot,
    aSubstitution,
    aTimetableChange,
    aDayOff,
    aClosedQuarter,
    aPlanItem,
    aLesson,
    aMark,
    anAbsence,
  };
}

const within = (tx: Tx) => ({ transaction: tx.transaction });

function nameParts(name: string) {
  const [lastName = '', firstName = 'Имя', ...rest] = name.split(' ');
  return { lastName, firstName, middleName: rest.join(' ') || null, nameKey: nameKey(name) };
}

/** The one school year with its quarters. */
async function theYear(tx: Tx): Promise<number> {
  const { AcademicYear, Term } = tx.db.models;
  const { name } = YEAR;
  const [year, fresh] = await AcademicYear.findOrCreate({
    where: { name },
    defaults: YEAR,
    ...within(tx),
  });
  if (fresh) {
    const quarters = QUARTERS.map(([startsOn, endsOn], index) => ({
      academicYearId: year.id,
      kind: 'quarter' as const,
      number: index + 1,
      startsOn,
      endsOn,
    }));
    await Term.bulkCreate(quarters, within(tx));
  }
  return year.id;
}

async function findClass(tx: Tx, name: string): Promise<number> {
  const grade = Number.parseInt(name, 10);
  const letter = name.slice(String(grade).length);
  const academicYearId = await theYear(tx);
  const where = { academicYearId, grade, letter };
  const [found] = await tx.db.models.SchoolClass.findOrCreate({ where, ...within(tx) });
  return found.id;
}

async function ringBells(tx: Tx): Promise<void> {
  const { Bell } = tx.db.models;
  if ((await Bell.count(within(tx))) === 0) {
    const bells = BELLS.map(([startsAt, endsAt], index) => ({
      number: index + 1,
      startsAt,
      endsAt,
    }));
    await Bell.bulkCreate(bells, within(tx));
  }
}

async function lessonAt(
  tx: Tx,
  { course, date, number = 1 }: { course: number; date: string; number?: number },
): Promise<number> {
  const where = { courseId: course, date, number };
  const [lesson] = await tx.db.models.Lesson.findOrCreate({ where, ...within(tx) });
  return lesson.id;
}
