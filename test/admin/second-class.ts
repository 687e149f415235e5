import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { setPassword } from '../../db/actions/set-password.ts';
import { hashPassword } from '../../db/passwords.ts';
import { nameKey } from '../../db/rules/name-key.ts';
import type { PanelClient } from './panel-client.ts';
import { PASSWORD, type PanelWorld } from './panel-world.ts';

export type SecondClass = {
  /** Class teacher of 7А, who teaches nothing. */
  leader: PanelClient;
  /** Teaches physics in 8Б and is its class teacher. */
  stranger: PanelClient;
  leaderId: number;
  strangerId: number;
  /** Of 8Б: a row of each resource that somebody of 7А must never see. */
  rows: Record<string, number>;
};

/** Gives 7А a class teacher and adds 8Б with a teacher, a pupil, her father and a journal of its own. */
export async function addSecondClass({ db, school, visitor }: PanelWorld): Promise<SecondClass> {
  const passwordHash = await hashPassword(PASSWORD);
  const day = '2026-10-12';
  const made = await db.write(async (tx) => {
    const m = tx.db.models;
    const { transaction, now } = tx;
    const within = { transaction };
    const named = (lastName: string, firstName: string) => ({
      lastName,
      firstName,
      nameKey: nameKey(`${lastName} ${firstName}`),
    });
    const leaderId = (await m.Person.create(named('Лосева', 'Нина'), within)).id;
    const strangerId = (await m.Person.create(named('Чужова', 'Ольга'), within)).id;
    const fatherId = (await m.Person.create(named('Чужих', 'Артур'), within)).id;
    await m.Role.create({ personId: strangerId, role: 'teacher' }, within);
    const by = { actor: SYSTEM_ACTOR, door: 'import' as const, operation: 'test:second' };
    await setPassword(tx, by, { personId: leaderId, login: 'leader', passwordHash });
    await setPassword(tx, by, { personId: strangerId, login: 'stranger', passwordHash });
    await m.SchoolClass.update(
      { classTeacherId: leaderId },
      { where: { id: school.classId }, transaction },
    );
    const klass = await m.SchoolClass.create(
      { academicYearId: school.yearId, grade: 8, letter: 'Б', classTeacherId: strangerId },
      within,
    );
    const pupil = await m.Pupil.create(named('Чужестранцева', 'Яна'), within);
    const enrolment = await m.Enrolment.create(
      { pupilId: pupil.id, classId: klass.id, number: 1, startsOn: '2026-09-01' },
      within,
    );
    const guardianship = await m.Guardianship.create(
      { personId: fatherId, pupilId: pupil.id, createdAt: now },
      within,
    );
    const subject = await m.Subject.create({ name: 'Физика' }, within);
    const course = await m.Course.create(
      { classId: klass.id, subjectId: subject.id, teacherId: strangerId },
      within,
    );
    const courseId = course.id;
    const pupilId = pupil.id;
    const coursePupil = await m.CoursePupil.create({ courseId, pupilId }, within);
    const slot = await m.TimetableSlot.create(
      { courseId, weekday: 1, number: 3, startsOn: '2026-09-01' },
      within,
    );
    const substitution = await m.Substitution.create(
      { courseId, date: '2026-10-19', number: 3, teacherId: strangerId },
      within,
    );
    const change = await m.TimetableChange.create(
      { courseId, number: 3, date: '2026-10-19', kind: 'cancelled' },
      within,
    );
    const item = await m.PlanItem.create({ courseId, number: 1, topic: 'Чужая тема' }, within);
    const lesson = await m.Lesson.create({ courseId, date: day, number: 3 }, within);
    const ofLesson = { lessonId: lesson.id, pupilId, date: day, authorId: strangerId };
    const mark = await m.Mark.create(
      { ...ofLesson, value: 5, kind: 'answer', weight: 1, comment: 'чужая отметка' },
      within,
    );
    const absence = await m.Absence.create({ ...ofLesson, code: 'late' }, within);
    const termMark = await m.TermMark.create(
      { courseId, pupilId, value: '5', authorId: strangerId },
      within,
    );
    const file = await m.HomeworkFile.create(
      {
        ...{ lessonId: lesson.id, kind: 'photo', name: 'чужое.jpg', mime: 'image/jpeg' },
        ...{ messenger: 'tg', fileId: 'f', authorId: strangerId },
      },
      within,
    );
    const note = await m.BehaviourNote.create(
      {
        ...{ pupilId, authorId: strangerId, kind: 'bad', text: 'чужая запись', date: day },
        operation: 'chat:8',
      },
      within,
    );
    const excuse = await m.AbsenceExcuse.create(
      { pupilId, date: day, personId: fatherId, answer: 'ill' },
      within,
    );
    const madeAt = now;
    const ofYear = { academicYearId: school.yearId, data: '{}' };
    await m.Report.create({ ...ofYear, kind: 'class', classId: school.classId, madeAt }, within);
    const report = await m.Report.create(
      {
        ...{ ...ofYear, kind: 'teacher', teacherId: strangerId, madeAt },
      },
      within,
    );
    const rows = {
      person: fatherId,
      pupil: pupilId,
      guardianship: guardianship.id,
      school_class: klass.id,
      enrolment: enrolment.id,
      course: courseId,
      course_pupil: coursePupil.id,
      timetable_slot: slot.id,
      substitution: substitution.id,
      timetable_change: change.id,
      plan_item: item.id,
      lesson: lesson.id,
      homework_file: file.id,
      mark: mark.id,
      absence: absence.id,
      term_mark: termMark.id,
      behaviour_note: note.id,
      absence_excuse: excuse.id,
      report: report.id,
    };
    return { leaderId, strangerId, rows };
  });
  const entered = async (login: string) => {
    const client = visitor();
    const answer = await client.login(login, PASSWORD);
    if (answer.status !== 303) {
      throw new Error(`${login} was not let in: ${answer.status}`);
    }
    return client;
  };
  return { ...made, leader: await entered('leader'), stranger: await entered('stranger') };
}
