import { EDITABLE } from '../../actions/editable.ts';
import type { Tx } from '../../open.ts';
import { type RawFlag, toFlag } from '../../values.ts';
import { type Fields, IMPORTED, type Imported, type Item, LINKS } from './item.ts';

/** What is stored already; new items join it as the workbook's rows ask for them. */
export type School = { readonly [M in Imported]: Item<M>[] };

const OF_YEAR =
  'IN (SELECT c.id FROM course c JOIN school_class k ON k.id = c.class_id WHERE k.academic_year_id = :yearId)';
// People and classes of all years matter to an import; of the rest only its own year.
const SCOPES: Partial<Record<Imported, string>> = {
  Term: 'academic_year_id = :yearId',
  DayOff: 'academic_year_id = :yearId',
  Course: `id ${OF_YEAR}`,
  CoursePupil: `course_id ${OF_YEAR}`,
  TimetableSlot: `course_id ${OF_YEAR}`,
  PlanItem: `course_id ${OF_YEAR}`,
};

/** All academic years, which decide what else is read. */
export async function readYears(tx: Tx): Promise<Item<'AcademicYear'>[]> {
  const rows = await readTable(tx, 'AcademicYear', 0);
  return rows.map((row) => toItem('AcademicYear', row, new Map())) as Item<'AcademicYear'>[];
}

/** Reads what an import of a year may meet, a table by one query; 0 is a year not stored yet. */
export function readSchool(tx: Tx, years: Item<'AcademicYear'>[], yearId: number): Promise<School> {
  return readTables(years, IMPORTED, (model) => readTable(tx, model, yearId));
}

/**
 * Reads what the plans of these courses may meet: all courses of the year by their names, the lines
 * of these. Whatever else a school has is left out, references to people too: write plans only.
 */
export function readPlansOf(
  tx: Tx,
  years: Item<'AcademicYear'>[],
  yearId: number,
  courseIds: readonly number[],
): Promise<School> {
  return readTables(years, ['Subject', 'SchoolClass', 'Course', 'PlanItem'], (model) =>
    model === 'PlanItem'
      ? readTable(tx, model, yearId, { courseIds })
      : readTable(tx, model, yearId),
  );
}

async function readTables(
  years: Item<'AcademicYear'>[],
  models: readonly Imported[],
  read: (model: Imported) => Promise<Row[]>,
): Promise<School> {
  const school: Record<string, { id: number }[]> = {
    ...Object.fromEntries(IMPORTED.map((model) => [model, []])),
    AcademicYear: years,
  };
  const byId = new Map<string, Map<number, unknown>>();
  byId.set('AcademicYear', new Map(years.map((year) => [year.id, year])));
  for (const model of models.filter((one) => one !== 'AcademicYear')) {
    const items = (await read(model)).map((row) => toItem(model, row, byId));
    school[model] = items;
    byId.set(model, new Map(items.map((item) => [item.id, item])));
  }
  // Each table was read by its own model's fields, which the compiler can't follow.
  return school as unknown as School;
}

type Row = { id: number } & Record<string, unknown>;

function readTable(
  tx: Tx,
  model: Imported,
  yearId: number,
  of?: { courseIds: readonly number[] },
): Promise<Row[]> {
  const { tableName, rawAttributes } = tx.db.models[model];
  const columns = EDITABLE[model].map(
    (field: string) => `${rawAttributes[field]?.field ?? field} AS "${field}"`,
  );
  const scope = of ? 'course_id IN (:courseIds)' : (SCOPES[model] ?? '1 = 1');
  return tx.db.select<Row>(
    `SELECT id, ${columns.join(', ')} FROM ${tableName} WHERE ${scope} ORDER BY id`,
    { yearId, ...of },
    tx,
  );
}

function toItem(
  model: Imported,
  { id, ...row }: Row,
  byId: ReadonlyMap<string, ReadonlyMap<number, unknown>>,
): { model: Imported; id: number; before: object; after: object } {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) {
    if (isLink(field)) {
      fields[field] = value === null ? null : byId.get(LINKS[field])?.get(Number(value));
    } else {
      fields[field] = field === 'markFree' ? toFlag(value as RawFlag) : value;
    }
  }
  return { model, id, before: fields, after: fields };
}

function isLink(field: string): field is keyof typeof LINKS {
  return Object.hasOwn(LINKS, field);
}

/** Adds an item that isn't stored yet. */
export function add<M extends Imported>(school: School, model: M, fields: Fields<M>): Item<M> {
  const item: Item<M> = { model, id: 0, before: null, after: fields };
  const items: Item<M>[] = school[model];
  items.push(item);
  return item;
}
