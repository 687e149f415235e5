/**
 * The records an administrator keeps by hand and the fields of each that may be written so. What is
 * absent here (credentials, the journal, the audit) has verbs of its own or none.
 */
export const EDITABLE = {
  Person: ['key', 'lastName', 'firstName', 'middleName', 'phone', 'language', 'state'],
  Role: ['personId', 'role'],
  Pupil: ['key', 'lastName', 'firstName', 'middleName', 'bornOn'],
  Guardianship: ['personId', 'pupilId', 'relation', 'state'],
  ChatLink: ['state'],
  AcademicYear: ['name', 'startsOn', 'endsOn', 'state'],
  Term: ['academicYearId', 'kind', 'number', 'startsOn', 'endsOn', 'minGrade', 'maxGrade', 'state'],
  DayOff: ['academicYearId', 'startsOn', 'endsOn', 'name', 'grade'],
  Bell: ['number', 'startsAt', 'endsAt'],
  Subject: ['name', 'shortName', 'thresholdThree', 'thresholdFour', 'thresholdFive'],
  SchoolClass: ['academicYearId', 'grade', 'letter', 'classTeacherId'],
  Enrolment: ['pupilId', 'classId', 'number', 'startsOn', 'endsOn', 'orderIn', 'orderOut'],
  Course: ['classId', 'subjectId', 'groupName', 'teacherId', 'markFree'],
  CoursePupil: ['courseId', 'pupilId'],
  TimetableSlot: ['courseId', 'weekday', 'number', 'room', 'startsOn', 'endsOn'],
  Substitution: ['courseId', 'date', 'number', 'teacherId'],
  TimetableChange: ['courseId', 'date', 'number', 'kind', 'toDate', 'toNumber', 'reason'],
  PlanItem: [
    'courseId',
    'number',
    'section',
    'topic',
    'hours',
    'controlWorks',
    'practicalWorks',
    'homework',
    'plannedOn',
  ],
  Setting: ['key', 'value'],
} as const;

export type EditableModel = keyof typeof EDITABLE;
