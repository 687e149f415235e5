import type { Headings } from './headings.ts';

const CLASS = { heading: 'Class', hint: 'As 7А: a class of the sheet Classes.' };
const SUBJECT = { heading: 'Subject', hint: 'The full name from the sheet Subjects.' };
const GROUP = { heading: 'Subgroup', hint: 'Name of the subgroup. Empty: the whole class.' };
const COURSE = { class: CLASS, subject: SUBJECT, group: GROUP };
const NAMES = {
  lastName: { heading: 'Last name', hint: 'Required.' },
  firstName: { heading: 'First name', hint: 'Required.' },
  middleName: { heading: 'Middle name', hint: 'If there is one.' },
};
const PHONE = { heading: 'Phone', hint: 'Written in any way, as +7 900 000-00-00.' };
const PUPIL_KEY = { heading: 'Pupil key', hint: 'A key of the sheet Pupils.' };
const DAY = 'A date, as 2026-09-01.';

/** The words of an English workbook. */
export const en: Headings = {
  sheets: {
    years: 'Academic year',
    terms: 'Terms',
    daysOff: 'Days off',
    bells: 'Bells',
    staff: 'Staff',
    classes: 'Classes',
    pupils: 'Pupils',
    parents: 'Parents',
    subjects: 'Subjects',
    courses: 'Courses',
    groups: 'Subgroups',
    timetable: 'Timetable',
    plans: 'Plans',
  },
  about: {
    years: 'One row: the academic year the whole file is about.',
    terms: 'Quarters, trimesters or half-years. Those of one grade do not overlap.',
    daysOff: 'Holidays and other days without lessons. Sundays need no row.',
    bells: 'When the lesson of each number begins and ends.',
    staff: 'Everybody who works at the school and uses the journal.',
    classes: 'Classes of this year and their class teachers.',
    pupils:
      'Pupils and their classes. To move one, change the class and put the day into In class from.',
    parents: 'A row for each parent and child. A parent of two has two rows with the same key.',
    subjects: 'Names of subjects as the journal writes them.',
    courses: 'Who teaches what to a class. A class that is split has a row for each subgroup.',
    groups: 'Who is in which subgroup. Whoever is no longer listed in one is taken out of it.',
    timetable:
      'The weekly timetable: a row for each lesson. A lesson that is no longer in the timetable of its class ends yesterday.',
    plans: 'Calendar-thematic plans: a row for each topic of a course.',
  },
  columns: {
    years: {
      name: { heading: 'Name', hint: 'As 2026/27.' },
      startsOn: { heading: 'First day', hint: DAY },
      endsOn: { heading: 'Last day', hint: DAY },
    },
    terms: {
      kind: {
        heading: 'Kind of term',
        hint: 'Quarter, trimester or half-year: choose from the list.',
      },
      number: { heading: 'Number', hint: 'Number of the term within the year: 1, 2, 3…' },
      startsOn: { heading: 'First day', hint: DAY },
      endsOn: { heading: 'Last day', hint: DAY },
      minGrade: { heading: 'From grade', hint: 'The lowest grade with this term. Empty: from 1.' },
      maxGrade: { heading: 'To grade', hint: 'The highest grade with this term. Empty: to 11.' },
    },
    daysOff: {
      startsOn: { heading: 'First day', hint: DAY },
      endsOn: { heading: 'Last day', hint: `${DAY} Empty: one day.` },
      name: { heading: 'Name', hint: 'As Autumn holidays.' },
      grade: { heading: 'Only for grade', hint: 'A number from 1 to 11. Empty: for everybody.' },
    },
    bells: {
      number: {
        heading: 'Lesson number',
        hint: 'A whole number; 0 for a lesson before the first.',
      },
      startsAt: { heading: 'Begins', hint: 'A time, as 8:30.' },
      endsAt: { heading: 'Ends', hint: 'A time, as 9:15.' },
    },
    staff: {
      key: {
        heading: 'Key',
        hint: 'A permanent number of the person, as in the personnel list. The next import knows the person by it: do not change it.',
      },
      ...NAMES,
      phone: PHONE,
      roles: { heading: 'Roles', hint: 'Teacher, deputy head, administrator; several by commas.' },
    },
    classes: {
      grade: { heading: 'Grade', hint: 'A number from 1 to 11.' },
      letter: { heading: 'Letter', hint: 'As А. Empty if it is the only class of its grade.' },
      teacherKey: {
        heading: 'Key of class teacher',
        hint: 'A key of the sheet Staff. Empty: not appointed yet.',
      },
    },
    pupils: {
      key: {
        heading: 'Key',
        hint: 'A permanent number of the pupil, as of the personal file. The next import knows the pupil by it: do not change it.',
      },
      ...NAMES,
      bornOn: { heading: 'Date of birth', hint: DAY },
      class: CLASS,
      number: {
        heading: 'Number in list',
        hint: 'In the list of the class. Empty: the former or the next free one.',
      },
      startsOn: {
        heading: 'In class from',
        hint: `${DAY} First day in this class. Empty: the former; at first the first day of the year, for newcomers and moved pupils today.`,
      },
      endsOn: {
        heading: 'In class to',
        hint: `${DAY} The last day, if the pupil has left. Empty: the former.`,
      },
    },
    parents: {
      key: {
        heading: 'Key',
        hint: 'A permanent number of the parent. If the parent works at the school, put their staff key here.',
      },
      ...NAMES,
      phone: PHONE,
      pupilKey: PUPIL_KEY,
      relation: { heading: 'Relation', hint: 'As mother, father, guardian.' },
    },
    subjects: {
      name: { heading: 'Name', hint: 'The full one, as Russian language.' },
      shortName: { heading: 'Short name', hint: 'For narrow screens.' },
    },
    courses: {
      ...COURSE,
      teacherKey: {
        heading: 'Key of teacher',
        hint: 'A key of the sheet Staff, of somebody with the role teacher. Empty: a vacancy.',
      },
      markFree: { heading: 'Without marks', hint: 'Yes or no. Empty: with marks.' },
    },
    groups: {
      class: CLASS,
      subject: SUBJECT,
      group: { heading: 'Subgroup', hint: 'A subgroup of the sheet Courses.' },
      pupilKey: PUPIL_KEY,
    },
    timetable: {
      ...COURSE,
      weekday: { heading: 'Weekday', hint: 'Choose from the list, or a number from 1 to 7.' },
      number: { heading: 'Lesson number', hint: 'A number of the sheet Bells.' },
      room: { heading: 'Room', hint: 'If there is one.' },
      startsOn: {
        heading: 'In force from',
        hint: `${DAY} Empty: the former; at first the first day of the year, for new lessons of a course today.`,
      },
      endsOn: { heading: 'In force to', hint: `${DAY} Empty: to the end of the year.` },
    },
    plans: {
      ...COURSE,
      number: { heading: 'Number', hint: 'Number of the line in the plan of the course: 1, 2, 3…' },
      section: { heading: 'Section', hint: 'Empty: as above.' },
      topic: { heading: 'Topic', hint: 'Required.' },
      hours: { heading: 'Hours', hint: 'A whole number. Empty: 1.' },
      controlWorks: {
        heading: 'Control works',
        hint: 'How many. With practical ones no more than the hours.',
      },
      practicalWorks: { heading: 'Practical works', hint: 'How many.' },
      homework: { heading: 'Homework', hint: 'None in grade 1.' },
      plannedOn: { heading: 'Planned on', hint: DAY },
    },
  },
  words: {
    termKinds: { quarter: 'quarter', trimester: 'trimester', half_year: 'half-year' },
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    flags: { yes: 'yes', no: 'no' },
  },
  roles: { teacher: 'teacher', deputy_head: 'deputy head', administrator: 'administrator' },
  relations: ['mother', 'father', 'guardian', 'grandmother', 'grandfather'],
  guide: {
    title: 'How to fill in',
    lines: [
      'Fill in the sheets in order. A sheet may stay empty or be removed: what it is about stays as it is.',
      'Columns with an asterisk are required. Their order is free; a column that is not required may be removed.',
      'An empty cell erases the former value unless its hint says otherwise. A removed column keeps it.',
      'A check without writing: npm run import -- FILE --dry-run. The import: npm run import -- FILE.',
      'It may be repeated: records are known by their keys, there are no doubles, nothing is removed.',
    ],
    sheet: 'Sheet',
    column: 'Column',
    required: 'Required',
    what: 'What to write',
  },
  lists: 'Lists',
  wrongCell: 'Check the value',
};
