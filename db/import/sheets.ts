/**
 * What one workbook of a school holds: a row type for each sheet. Days are 'YYYY-MM-DD', times
 * 'HH:MM', an empty optional cell is null. One workbook is about one academic year.
 */
export type SheetRow = {
  /** Exactly one row. */
  years: { name: string; startsOn: string; endsOn: string };
  terms: {
    kind: TermKind;
    number: number;
    startsOn: string;
    endsOn: string;
    /** Null: from the first grade. */
    minGrade: number | null;
    /** Null: to the eleventh. */
    maxGrade: number | null;
  };
  daysOff: {
    startsOn: string;
    /** Null: one day. */
    endsOn: string | null;
    name: string;
    /** Null: everybody. */
    grade: number | null;
  };
  bells: { number: number; startsAt: string; endsAt: string };
  staff: PersonCells & { roles: readonly StaffRole[] };
  /** Without a letter: the only class of its grade. */
  classes: { grade: number; letter: string | null; teacherKey: string | null };
  pupils: Names & {
    key: string;
    bornOn: string | null;
    /** «7А»: of this year. */
    class: string;
    /** In the class list. Null: kept, or the next free one. */
    number: number | null;
    /** First day in the class. Null: kept; at first the year's, for newcomers today. */
    startsOn: string | null;
    /** Last day, of a pupil who has left. Null: kept. */
    endsOn: string | null;
  };
  /** One row for a parent and a child; a parent of two stands here twice, by the same key. */
  parents: PersonCells & { pupilKey: string; relation: string | null };
  subjects: { name: string; shortName: string | null };
  /** Without a teacher: a vacancy. Marks are given unless `markFree`. */
  courses: CourseCells & { teacherKey: string | null; markFree: boolean | null };
  /** Who is in a subgroup. */
  groups: CourseCells & { pupilKey: string };
  timetable: CourseCells & {
    /** 1 is Monday. */
    weekday: number;
    number: number;
    room: string | null;
    startsOn: string | null;
    endsOn: string | null;
  };
  /** КТП: one line of the calendar-thematic plan of a course. */
  plans: CourseCells & {
    number: number;
    section: string | null;
    topic: string;
    /** Null: one hour. */
    hours: number | null;
    controlWorks: number | null;
    practicalWorks: number | null;
    homework: string | null;
    plannedOn: string | null;
  };
};

export type TermKind = 'quarter' | 'trimester' | 'half_year';
export type StaffRole = 'teacher' | 'deputy_head' | 'administrator';

type Names = { lastName: string; firstName: string; middleName: string | null };
type PersonCells = Names & { key: string; phone: string | null };
/** Names a course: «7А», the subject's full name, the subgroup (null: the whole class). */
export type CourseCells = { class: string; subject: string; group: string | null };

export type SheetName = keyof SheetRow;
export type SheetRows = { [S in SheetName]: readonly SheetRow[S][] };
