import { nameKey } from '../../rules/name-key.ts';
import { className } from '../class-name.ts';
import type { Language } from '../headings/headings.ts';
import type { ImportProblem, ProblemData, ProblemKey } from '../problem.ts';
import type { Cells, ReadRow, ReadSchool } from '../read/read-school.ts';
import type { SheetName } from '../sheets.ts';
import { type AnyItem, type Fields, fieldsOf, type Imported, type Item } from './item.ts';
import type { School } from './stored-school.ts';

/** An import on its way: what is stored, what was read, and what is found wrong. */
export type Draft = {
  school: School;
  year: Item<'AcademicYear'>;
  /** The school's day. */
  today: string;
  read: ReadSchool;
  problems: ImportProblem[];
  /** By their keys: what the workbook's rows may refer to. */
  people: Map<string, Item<'Person'>>;
  pupils: Map<string, Item<'Pupil'>>;
  classes: Map<string, Item<'SchoolClass'>>;
  subjects: Map<string, Item<'Subject'>>;
  courses: Map<string, Item<'Course'>>;
  /** The items that each row has made or met, its main one first. */
  rows: Map<SheetName, [AnyItem, ...AnyItem[]][]>;
  /** The items of courses in the workbook that it no longer names. */
  gone: Map<SheetName, AnyItem[]>;
};

export function createDraft(
  of: Pick<Draft, 'school' | 'year' | 'today' | 'read' | 'problems'>,
): Draft {
  const { school, year } = of;
  const classes = school.SchoolClass.filter((item) => fieldsOf(item).academicYearId === year);
  return {
    ...of,
    people: byKey(school.Person, ({ key }) => key),
    pupils: byKey(school.Pupil, ({ key }) => key),
    classes: byKey(classes, ({ grade, letter }) => className(`${grade}${letter}`)),
    subjects: byKey(school.Subject, ({ name }) => nameKey(name)),
    courses: new Map(school.Course.map((course) => [keyOfCourse(course), course])),
    rows: new Map(),
    gone: new Map(),
  };
}

function byKey<M extends Imported>(
  items: readonly Item<M>[],
  keyOf: (fields: Fields<M>) => string | null,
): Map<string, Item<M>> {
  const index = new Map<string, Item<M>>();
  for (const item of items) {
    const key = keyOf(fieldsOf(item));
    if (key !== null) {
      index.set(key, item);
    }
  }
  return index;
}

function keyOfCourse(course: Item<'Course'>): string {
  const { classId, subjectId, groupName } = fieldsOf(course);
  const { grade, letter } = fieldsOf(classId);
  const { name } = fieldsOf(subjectId);
  return courseKey({ class: `${grade}${letter}`, subject: name, group: groupName });
}

/** What makes a course: the class, the subject and the subgroup, however they are written. */
export function courseKey(cells: {
  class?: string;
  subject?: string;
  group?: string | null | undefined;
}): string {
  const { class: name = '', subject = '', group } = cells;
  return [className(name) ?? name, nameKey(subject), nameKey(group ?? '')].join('|');
}

/** One sheet of a draft: its rows and the place where its problems and results go. */
export type Desk<S extends SheetName> = {
  /** Empty if the workbook has no such sheet. */
  rows: readonly ReadRow<S>[];
  language: Language;
  /** Names what is wrong at a row; a problem of the whole row has no column. */
  report: (
    row: number,
    column: (keyof Cells<S> & string) | null,
    problem: ProblemKey,
    data?: ProblemData,
  ) => void;
  /** Counts a row by what became of its items, the main one first. */
  count: (main: AnyItem, ...others: AnyItem[]) => void;
  /** Counts an item the workbook no longer names. */
  countGone: (item: AnyItem) => void;
};

/** Sits down to one sheet of a draft. */
export function openDesk<S extends SheetName>(draft: Draft, name: S): Desk<S> {
  const sheet = draft.read[name];
  const rows: [AnyItem, ...AnyItem[]][] = [];
  const gone: AnyItem[] = [];
  draft.rows.set(name, rows);
  draft.gone.set(name, gone);
  return {
    rows: sheet?.rows ?? [],
    language: sheet?.language ?? 'ru',
    report: (row, column, problem, data = {}) =>
      draft.problems.push({
        sheet: sheet?.title ?? null,
        row,
        column: (column && sheet?.places[column]) ?? null,
        problem,
        data,
      }),
    count: (...items) => rows.push(items),
    countGone: (item) => gone.push(item),
  };
}

/**
 * Rows with a key each; a repeated row is passed over, one with the same key and other cells is
 * reported at `column`.
 */
export function distinct<S extends SheetName>(
  desk: Desk<S>,
  column: (keyof Cells<S> & string) | null,
  keyOf: (cells: Cells<S>) => string,
): ReadRow<S>[] {
  const first = new Map<string, ReadRow<S>>();
  for (const row of desk.rows) {
    const key = keyOf(row.cells);
    const other = first.get(key);
    if (!other) {
      first.set(key, row);
    } else if (JSON.stringify(other.cells) !== JSON.stringify(row.cells)) {
      desk.report(row.row, column, 'same-key', { row: other.row });
    }
  }
  return [...first.values()];
}
