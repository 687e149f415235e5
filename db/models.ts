import type { ModelStatic, Sequelize } from 'sequelize';
import { type Absence, defineAbsence } from './models/absence.ts';
import { type AbsenceExcuse, defineAbsenceExcuse } from './models/absence-excuse.ts';
import { type AcademicYear, defineAcademicYear } from './models/academic-year.ts';
import { type Acknowledgement, defineAcknowledgement } from './models/acknowledgement.ts';
import { type ApiToken, defineApiToken } from './models/api-token.ts';
import { type BackupRun, defineBackupRun } from './models/backup-run.ts';
import { type BehaviourNote, defineBehaviourNote } from './models/behaviour-note.ts';
import { type Bell, defineBell } from './models/bell.ts';
import { type BotLease, defineBotLease } from './models/bot-lease.ts';
import { type Change, defineChange } from './models/change.ts';
import { type ChatLink, defineChatLink } from './models/chat-link.ts';
import { type ClassHours, defineClassHours } from './models/class-hours.ts';
import { type CodeAttempt, defineCodeAttempt } from './models/code-attempt.ts';
import { type Course, defineCourse } from './models/course.ts';
import { type CoursePupil, defineCoursePupil } from './models/course-pupil.ts';
import { type Credential, defineCredential } from './models/credential.ts';
import { type DayOff, defineDayOff } from './models/day-off.ts';
import { type Dialog, defineDialog } from './models/dialog.ts';
import { defineEnrolment, type Enrolment } from './models/enrolment.ts';
import { defineFinding, type Finding } from './models/finding.ts';
import { defineGuardianship, type Guardianship } from './models/guardianship.ts';
import { defineHomeworkFile, type HomeworkFile } from './models/homework-file.ts';
import { defineInboxEvent, type InboxEvent } from './models/inbox-event.ts';
import { defineInvite, type Invite } from './models/invite.ts';
import { defineJobRun, type JobRun } from './models/job-run.ts';
import { defineLesson, type Lesson } from './models/lesson.ts';
import { defineLoginAttempt, type LoginAttempt } from './models/login-attempt.ts';
import { defineMark, type Mark } from './models/mark.ts';
import { defineMessage, type Message } from './models/message.ts';
import { defineMessageReceipt, type MessageReceipt } from './models/message-receipt.ts';
import { defineNotice, type Notice } from './models/notice.ts';
import { defineNoticeChoice, type NoticeChoice } from './models/notice-choice.ts';
import { defineOutboxMessage, type OutboxMessage } from './models/outbox-message.ts';
import { definePanelSession, type PanelSession } from './models/panel-session.ts';
import { definePanelToken, type PanelToken } from './models/panel-token.ts';
import { definePerson, type Person } from './models/person.ts';
import { definePlanItem, type PlanItem } from './models/plan-item.ts';
import { definePreference, type Preference } from './models/preference.ts';
import { definePromotionChoice, type PromotionChoice } from './models/promotion-choice.ts';
import { definePupil, type Pupil } from './models/pupil.ts';
import { defineReport, type Report } from './models/report.ts';
import { defineRole, type Role } from './models/role.ts';
import { defineSchoolClass, type SchoolClass } from './models/school-class.ts';
import { defineSecondFactor, type SecondFactor } from './models/second-factor.ts';
import { defineSetting, type Setting } from './models/setting.ts';
import { defineSubject, type Subject } from './models/subject.ts';
import { defineSubstitution, type Substitution } from './models/substitution.ts';
import { defineSupportMessage, type SupportMessage } from './models/support-message.ts';
import { defineSupportRequest, type SupportRequest } from './models/support-request.ts';
import { defineTerm, type Term } from './models/term.ts';
import { defineTermMark, type TermMark } from './models/term-mark.ts';
import { defineThread, type Thread } from './models/thread.ts';
import { defineTimetableChange, type TimetableChange } from './models/timetable-change.ts';
import { defineTimetableSlot, type TimetableSlot } from './models/timetable-slot.ts';
import { defineViewEvent, type ViewEvent } from './models/view-event.ts';
import {
  defineWeekAcknowledgement,
  type WeekAcknowledgement,
} from './models/week-acknowledgement.ts';

/** Every model, bound to one database. */
export type Models = {
  AcademicYear: ModelStatic<AcademicYear>;
  Term: ModelStatic<Term>;
  DayOff: ModelStatic<DayOff>;
  Bell: ModelStatic<Bell>;
  Subject: ModelStatic<Subject>;
  Person: ModelStatic<Person>;
  Role: ModelStatic<Role>;
  SchoolClass: ModelStatic<SchoolClass>;
  Pupil: ModelStatic<Pupil>;
  Enrolment: ModelStatic<Enrolment>;
  Guardianship: ModelStatic<Guardianship>;
  Course: ModelStatic<Course>;
  CoursePupil: ModelStatic<CoursePupil>;
  TimetableSlot: ModelStatic<TimetableSlot>;
  Substitution: ModelStatic<Substitution>;
  TimetableChange: ModelStatic<TimetableChange>;
  PlanItem: ModelStatic<PlanItem>;
  Lesson: ModelStatic<Lesson>;
  HomeworkFile: ModelStatic<HomeworkFile>;
  Mark: ModelStatic<Mark>;
  Absence: ModelStatic<Absence>;
  TermMark: ModelStatic<TermMark>;
  Change: ModelStatic<Change>;
  InboxEvent: ModelStatic<InboxEvent>;
  OutboxMessage: ModelStatic<OutboxMessage>;
  Notice: ModelStatic<Notice>;
  Dialog: ModelStatic<Dialog>;
  JobRun: ModelStatic<JobRun>;
  BackupRun: ModelStatic<BackupRun>;
  Setting: ModelStatic<Setting>;
  ChatLink: ModelStatic<ChatLink>;
  Invite: ModelStatic<Invite>;
  CodeAttempt: ModelStatic<CodeAttempt>;
  Credential: ModelStatic<Credential>;
  PanelToken: ModelStatic<PanelToken>;
  SecondFactor: ModelStatic<SecondFactor>;
  ApiToken: ModelStatic<ApiToken>;
  BotLease: ModelStatic<BotLease>;
  LoginAttempt: ModelStatic<LoginAttempt>;
  PanelSession: ModelStatic<PanelSession>;
  Preference: ModelStatic<Preference>;
  NoticeChoice: ModelStatic<NoticeChoice>;
  Thread: ModelStatic<Thread>;
  Message: ModelStatic<Message>;
  MessageReceipt: ModelStatic<MessageReceipt>;
  ClassHours: ModelStatic<ClassHours>;
  PromotionChoice: ModelStatic<PromotionChoice>;
  BehaviourNote: ModelStatic<BehaviourNote>;
  Acknowledgement: ModelStatic<Acknowledgement>;
  WeekAcknowledgement: ModelStatic<WeekAcknowledgement>;
  AbsenceExcuse: ModelStatic<AbsenceExcuse>;
  SupportRequest: ModelStatic<SupportRequest>;
  SupportMessage: ModelStatic<SupportMessage>;
  ViewEvent: ModelStatic<ViewEvent>;
  Finding: ModelStatic<Finding>;
  Report: ModelStatic<Report>;
};

/**
 * Binds all models to a database and ties them together. Each call binds classes of its own, so that
 * two databases can be open in one process.
 */
export function defineModels(sequelize: Sequelize): Models {
  const models: Models = {
    AcademicYear: defineAcademicYear(sequelize),
    Term: defineTerm(sequelize),
    DayOff: defineDayOff(sequelize),
    Bell: defineBell(sequelize),
    Subject: defineSubject(sequelize),
    Person: definePerson(sequelize),
    Role: defineRole(sequelize),
    SchoolClass: defineSchoolClass(sequelize),
    Pupil: definePupil(sequelize),
    Enrolment: defineEnrolment(sequelize),
    Guardianship: defineGuardianship(sequelize),
    Course: defineCourse(sequelize),
    CoursePupil: defineCoursePupil(sequelize),
    TimetableSlot: defineTimetableSlot(sequelize),
    Substitution: defineSubstitution(sequelize),
    TimetableChange: defineTimetableChange(sequelize),
    PlanItem: definePlanItem(sequelize),
    Lesson: defineLesson(sequelize),
    HomeworkFile: defineHomeworkFile(sequelize),
    Mark: defineMark(sequelize),
    Absence: defineAbsence(sequelize),
    TermMark: defineTermMark(sequelize),
    Change: defineChange(sequelize),
    InboxEvent: defineInboxEvent(sequelize),
    OutboxMessage: defineOutboxMessage(sequelize),
    Notice: defineNotice(sequelize),
    Dialog: defineDialog(sequelize),
    JobRun: defineJobRun(sequelize),
    BackupRun: defineBackupRun(sequelize),
    Setting: defineSetting(sequelize),
    ChatLink: defineChatLink(sequelize),
    Invite: defineInvite(sequelize),
    CodeAttempt: defineCodeAttempt(sequelize),
    Credential: defineCredential(sequelize),
    PanelToken: definePanelToken(sequelize),
    SecondFactor: defineSecondFactor(sequelize),
    ApiToken: defineApiToken(sequelize),
    BotLease: defineBotLease(sequelize),
    LoginAttempt: defineLoginAttempt(sequelize),
    PanelSession: definePanelSession(sequelize),
    Preference: definePreference(sequelize),
    NoticeChoice: defineNoticeChoice(sequelize),
    Thread: defineThread(sequelize),
    Message: defineMessage(sequelize),
    MessageReceipt: defineMessageReceipt(sequelize),
    ClassHours: defineClassHours(sequelize),
    PromotionChoice: definePromotionChoice(sequelize),
    BehaviourNote: defineBehaviourNote(sequelize),
    Acknowledgement: defineAcknowledgement(sequelize),
    WeekAcknowledgement: defineWeekAcknowledgement(sequelize),
    AbsenceExcuse: defineAbsenceExcuse(sequelize),
    SupportRequest: defineSupportRequest(sequelize),
    SupportMessage: defineSupportMessage(sequelize),
    ViewEvent: defineViewEvent(sequelize),
    Finding: defineFinding(sequelize),
    Report: defineReport(sequelize),
  };
  associate(models);
  return models;
}

function associate(m: Models): void {
  m.Term.belongsTo(m.AcademicYear, { as: 'academicYear', foreignKey: 'academicYearId' });
  m.DayOff.belongsTo(m.AcademicYear, { as: 'academicYear', foreignKey: 'academicYearId' });
  m.Role.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.SchoolClass.belongsTo(m.AcademicYear, { as: 'academicYear', foreignKey: 'academicYearId' });
  m.SchoolClass.belongsTo(m.Person, { as: 'classTeacher', foreignKey: 'classTeacherId' });
  m.Enrolment.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Enrolment.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.Guardianship.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.Guardianship.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Course.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.Course.belongsTo(m.Subject, { as: 'subject', foreignKey: 'subjectId' });
  m.Course.belongsTo(m.Person, { as: 'teacher', foreignKey: 'teacherId' });
  m.CoursePupil.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.CoursePupil.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.TimetableSlot.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.Substitution.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.Substitution.belongsTo(m.Person, { as: 'teacher', foreignKey: 'teacherId' });
  m.TimetableChange.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.PlanItem.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.Lesson.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.Lesson.belongsTo(m.PlanItem, { as: 'planItem', foreignKey: 'planItemId' });
  m.Lesson.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.HomeworkFile.belongsTo(m.Lesson, { as: 'lesson', foreignKey: 'lessonId' });
  m.HomeworkFile.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.Mark.belongsTo(m.Lesson, { as: 'lesson', foreignKey: 'lessonId' });
  m.Mark.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Mark.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.Absence.belongsTo(m.Lesson, { as: 'lesson', foreignKey: 'lessonId' });
  m.Absence.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Absence.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.TermMark.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.TermMark.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.TermMark.belongsTo(m.Term, { as: 'term', foreignKey: 'termId' });
  m.TermMark.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.Change.belongsTo(m.Person, { as: 'actor', foreignKey: 'actorId' });
  m.Notice.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.Notice.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.ChatLink.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.Invite.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.Invite.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Invite.belongsTo(m.Person, { as: 'createdBy', foreignKey: 'createdById' });
  m.Invite.belongsTo(m.Person, { as: 'usedBy', foreignKey: 'usedById' });
  m.Preference.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.NoticeChoice.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.NoticeChoice.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.PanelToken.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.ApiToken.belongsTo(m.Person, { as: 'madeBy', foreignKey: 'madeById' });
  m.Thread.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Thread.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.Message.belongsTo(m.Thread, { as: 'thread', foreignKey: 'threadId' });
  m.Message.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.MessageReceipt.belongsTo(m.Message, { as: 'message', foreignKey: 'messageId' });
  m.MessageReceipt.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.ClassHours.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.PromotionChoice.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.PromotionChoice.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.BehaviourNote.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.BehaviourNote.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.Acknowledgement.belongsTo(m.BehaviourNote, { as: 'note', foreignKey: 'noteId' });
  m.Acknowledgement.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.WeekAcknowledgement.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.WeekAcknowledgement.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.AbsenceExcuse.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.AbsenceExcuse.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.AbsenceExcuse.belongsTo(m.Person, { as: 'decidedBy', foreignKey: 'decidedById' });
  m.SupportRequest.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.SupportRequest.belongsTo(m.Person, { as: 'answeredBy', foreignKey: 'answeredById' });
  m.SupportMessage.belongsTo(m.SupportRequest, { as: 'request', foreignKey: 'requestId' });
  m.SupportMessage.belongsTo(m.Person, { as: 'author', foreignKey: 'authorId' });
  m.ViewEvent.belongsTo(m.Person, { as: 'person', foreignKey: 'personId' });
  m.ViewEvent.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Finding.belongsTo(m.Course, { as: 'course', foreignKey: 'courseId' });
  m.Finding.belongsTo(m.Term, { as: 'term', foreignKey: 'termId' });
  m.Finding.belongsTo(m.Person, { as: 'teacher', foreignKey: 'teacherId' });
  m.Finding.belongsTo(m.Pupil, { as: 'pupil', foreignKey: 'pupilId' });
  m.Report.belongsTo(m.Person, { as: 'teacher', foreignKey: 'teacherId' });
  m.Report.belongsTo(m.SchoolClass, { as: 'class', foreignKey: 'classId' });
  m.Report.belongsTo(m.AcademicYear, { as: 'academicYear', foreignKey: 'academicYearId' });
  m.Report.belongsTo(m.Term, { as: 'term', foreignKey: 'termId' });
  m.Report.belongsTo(m.Person, { as: 'approvedBy', foreignKey: 'approvedById' });
}
