import type { By } from '../../db/actions/by.ts';
import type { FieldValues } from '../../db/actions/edit-record.ts';
import type { Models } from '../../db/models.ts';
import type { Tx } from '../../db/open.ts';
import type { ResourceId } from '../access.ts';
import type { Fault } from '../locale/locale.ts';

/** How a form of the panel writes: each calls verbs of `db/actions`, which check the right again. */
export type Writer = {
  create?: (tx: Tx, by: By, values: FieldValues) => Promise<string | number>;
  /** `seen` is the version the form was opened at, where the record has versions. */
  update?: (tx: Tx, by: By, id: string, values: FieldValues, seen: number) => Promise<void>;
  remove?: (tx: Tx, by: By, id: string, seen: number) => Promise<void>;
};

/** What the panel shows of one model. Columns that stand in no list here are never read at all. */
export type ResourceSpec = {
  id: ResourceId;
  model: keyof Models;
  list: readonly string[];
  /** Shown on the record's own page besides those of the list. */
  show?: readonly string[];
  /** Numbers counted beside a row and shown in its list: SQL of each, over the row of this model. */
  counts?: Readonly<Record<string, string>>;
  filter: readonly string[];
  /** Fields of the form that makes a record. */
  form?: readonly string[];
  /** Fields of the form that can't be changed once the record is made. */
  fixed?: readonly string[];
  /** Columns whose values are few, with their names in the locale. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** What a text must look like, and the fault it has otherwise. */
  shapes?: Readonly<Record<string, { shape: RegExp; fault: Fault }>>;
  /** Long texts, typed in a box of several lines. */
  long?: readonly string[];
  /** Rows with these values are for administrators alone, whoever else may read the rest. */
  withheld?: { column: string; values: readonly string[] };
  sort: { sortBy: string; direction: 'asc' | 'desc' };
  writer?: Writer;
};

/** A section of the panel's menu. */
export type Section = { name: string; icon: string; resources: readonly ResourceSpec[] };

// Fields of a form and of a filter that no column stands behind.
const TYPED_ONLY = ['title', 'reason', 'reply'];

/** Every column the panel may read, filter and sort by, or hand out. */
export function columnsOf({ list, show = [], filter, form = [] }: ResourceSpec): string[] {
  const stored = (name: string) => !TYPED_ONLY.includes(name);
  return [...new Set([...list, ...show, ...filter.filter(stored), ...form.filter(stored)])];
}
