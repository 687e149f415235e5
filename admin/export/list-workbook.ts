import type { BaseRecord } from 'adminjs';
import { dayOf, timeOf } from '../../db/days.ts';
import { HEAD_FILL } from '../../db/import/write/style.ts';
import type { Db } from '../../db/open.ts';
import { isResourceId } from '../access.ts';
import type { Language } from '../deps.ts';
import { panelLocale } from '../locale/locale.ts';
import type { PanelResource } from '../resources/panel-resource.ts';
import { titlesOf } from '../resources/titles.ts';

type Column = {
  name: string;
  heading: string;
  kind: string;
  /** Whose titles stand for its ids. */
  reference: string | null;
  labels: Record<string, string> | null;
};
type CellValue = string | number | Date | null;

const WIDTHS: Record<string, number> = { number: 10, date: 12, datetime: 18, boolean: 8 };
const WIDE = 28;
const FORMATS: Record<string, string> = { date: 'dd.mm.yyyy', datetime: 'dd.mm.yyyy hh:mm' };

/**
 * Rows of a list as a workbook (XLSX bytes): headings and names in the reader's language, titles for
 * ids, real dates and numbers. Texts stay texts: one that begins with «=» is no formula.
 */
export async function listWorkbook(
  db: Db,
  resource: PanelResource,
  pages: AsyncIterable<BaseRecord[]>,
  language: Language,
): Promise<Buffer> {
  const columns = columnsOf(resource, language);
  // Loaded with the first list that is taken out: it is heavy.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName(panelLocale(language).labels[resource.spec.id]), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ kind }) => ({
    width: WIDTHS[kind] ?? WIDE,
    style: { numFmt: FORMATS[kind] ?? (kind === 'number' ? '0' : '@') },
  }));
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  head.font = { bold: true };
  head.fill = HEAD_FILL;
  for await (const records of pages) {
    const titles = await titlesOfPage(db, columns, records);
    for (const record of records) {
      sheet.addRow(columns.map((column) => cellOf(db, column, record.params[column.name], titles)));
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Excel takes 31 characters at most, and not each of them. */
function sheetName(name: string): string {
  return name.replace(/[*?:\\/[\]]/g, '').slice(0, 31);
}

function columnsOf(resource: PanelResource, language: Language): Column[] {
  const { spec } = resource;
  const { properties, resources } = panelLocale(language);
  const own: {
    properties?: Record<string, string>;
    labels?: Record<string, Record<string, string>>;
  } = Reflect.get(resources, spec.id) ?? {};
  return [...spec.list, ...Object.keys(spec.counts ?? {})].map((name) => {
    const property = resource.property(name);
    return {
      name,
      heading: own.properties?.[name] ?? String(Reflect.get(properties, name) ?? name),
      kind: property?.type() ?? 'number',
      reference: property?.reference() ?? null,
      labels: own.labels?.[name] ?? null,
    };
  });
}

type Titles = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function titlesOfPage(
  db: Db,
  columns: readonly Column[],
  records: readonly BaseRecord[],
): Promise<Titles> {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, reference } of columns) {
    if (reference !== null && isResourceId(reference)) {
      const ids = records.flatMap(({ params }) => (params[name] ? [params[name]] : []));
      titles.set(name, await titlesOf(db, reference, ids));
    }
  }
  return titles;
}

function cellOf(db: Db, column: Column, value: unknown, titles: Titles): CellValue {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  if (column.reference !== null) {
    return titles.get(column.name)?.get(String(value)) ?? null;
  }
  if (column.labels) {
    return column.labels[String(value)] ?? String(value);
  }
  if (column.kind === 'date') {
    return new Date(`${String(value).slice(0, 10)}T00:00:00Z`);
  }
  if (column.kind === 'datetime') {
    return wallClock(db, new Date(String(value)));
  }
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'boolean') {
    return value ? '✓' : null;
  }
  return String(value);
}

/** A workbook has no time zones: what the school's clock showed, as if it were UTC. */
function wallClock(db: Db, instant: Date): Date {
  const day = dayOf(instant, db.timezone);
  return new Date(`${day}T${timeOf(instant, db.timezone)}:00Z`);
}
