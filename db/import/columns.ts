import { HOMEWORK_LIMIT } from '../actions/set-homework.ts';
import { TOPIC_LIMIT } from '../actions/set-topic.ts';
import type { SheetName, SheetRow } from './sheets.ts';

/** What a cell of a column may hold. */
export type CellKind =
  | { is: 'text'; limit: number }
  | { is: 'day' }
  | { is: 'time' }
  | { is: 'number'; min: number; max: number }
  /** One of the workbook's words, in its language. */
  | { is: 'word'; of: 'termKinds' | 'weekdays' | 'flags' }
  | { is: 'roles' }
  | { is: 'letter' }
  | { is: 'class' };

/** Where the drop-down list of a column comes from, if not from its kind. */
export type ListSource = 'classes' | 'subjects' | 'staff' | 'pupils' | 'relations';

export type Column = {
  kind: CellKind;
  /** A row without this cell is refused. */
  required: boolean;
  list?: ListSource;
  /** In characters. */
  width: number;
};

export type SheetColumns = {
  [S in SheetName]: { [C in keyof SheetRow[S]]: Column };
};

const KEY_LIMIT = 50;
const NAME_LIMIT = 100;

const text = (limit: number, width: number, more: Partial<Column> = {}): Column => ({
  kind: { is: 'text', limit },
  required: true,
  width,
  ...more,
});
const number = (min: number, max: number, more: Partial<Column> = {}): Column => ({
  kind: { is: 'number', min, max },
  required: true,
  width: 10,
  ...more,
});
const OPTIONAL = { required: false };
const DAY: Column = { kind: { is: 'day' }, required: true, width: 14 };
const TIME: Column = { kind: { is: 'time' }, required: true, width: 10 };
const CLASS: Column = { kind: { is: 'class' }, required: true, list: 'classes', width: 10 };
const KEY = text(KEY_LIMIT, 16);
const NAME = text(NAME_LIMIT, 18);
const MAYBE_DAY = { ...DAY, ...OPTIONAL };
// Some schools ring a lesson 0 before the first one.
const LESSON_NUMBER = number(0, 15);

const COURSE = {
  class: CLASS,
  subject: text(NAME_LIMIT, 26, { list: 'subjects' }),
  group: text(KEY_LIMIT, 14, OPTIONAL),
};
const NAMES = { lastName: NAME, firstName: NAME, middleName: { ...NAME, ...OPTIONAL } };

/** Every sheet and column, in the order they are written. */
export const COLUMNS: SheetColumns = {
  years: { name: text(KEY_LIMIT, 16), startsOn: DAY, endsOn: DAY },
  terms: {
    kind: { kind: { is: 'word', of: 'termKinds' }, required: true, width: 14 },
    number: number(1, 6),
    startsOn: DAY,
    endsOn: DAY,
    minGrade: number(1, 11, OPTIONAL),
    maxGrade: number(1, 11, OPTIONAL),
  },
  daysOff: {
    startsOn: DAY,
    endsOn: MAYBE_DAY,
    name: text(NAME_LIMIT, 30),
    grade: number(1, 11, OPTIONAL),
  },
  bells: { number: LESSON_NUMBER, startsAt: TIME, endsAt: TIME },
  staff: {
    key: KEY,
    ...NAMES,
    phone: text(KEY_LIMIT, 18, OPTIONAL),
    roles: { kind: { is: 'roles' }, required: true, width: 28 },
  },
  classes: {
    grade: number(1, 11),
    letter: { kind: { is: 'letter' }, required: false, width: 10 },
    teacherKey: text(KEY_LIMIT, 16, { ...OPTIONAL, list: 'staff' }),
  },
  pupils: {
    key: KEY,
    ...NAMES,
    bornOn: MAYBE_DAY,
    class: CLASS,
    number: number(1, 99, OPTIONAL),
    startsOn: MAYBE_DAY,
    endsOn: MAYBE_DAY,
  },
  parents: {
    key: KEY,
    ...NAMES,
    phone: text(KEY_LIMIT, 18, OPTIONAL),
    pupilKey: text(KEY_LIMIT, 16, { list: 'pupils' }),
    relation: text(KEY_LIMIT, 14, { ...OPTIONAL, list: 'relations' }),
  },
  subjects: { name: text(NAME_LIMIT, 30), shortName: text(KEY_LIMIT, 16, OPTIONAL) },
  courses: {
    ...COURSE,
    teacherKey: text(KEY_LIMIT, 16, { ...OPTIONAL, list: 'staff' }),
    markFree: { kind: { is: 'word', of: 'flags' }, required: false, width: 12 },
  },
  groups: {
    ...COURSE,
    group: text(KEY_LIMIT, 14),
    pupilKey: text(KEY_LIMIT, 16, { list: 'pupils' }),
  },
  timetable: {
    ...COURSE,
    weekday: { kind: { is: 'word', of: 'weekdays' }, required: true, width: 14 },
    number: LESSON_NUMBER,
    room: text(KEY_LIMIT, 10, OPTIONAL),
    startsOn: MAYBE_DAY,
    endsOn: MAYBE_DAY,
  },
  plans: {
    ...COURSE,
    number: number(1, 999),
    section: text(TOPIC_LIMIT, 26, OPTIONAL),
    topic: text(TOPIC_LIMIT, 44),
    hours: number(1, 99, OPTIONAL),
    controlWorks: number(0, 99, OPTIONAL),
    practicalWorks: number(0, 99, OPTIONAL),
    homework: text(HOMEWORK_LIMIT, 36, OPTIONAL),
    plannedOn: MAYBE_DAY,
  },
};

export const SHEET_NAMES = Object.keys(COLUMNS) as SheetName[];
