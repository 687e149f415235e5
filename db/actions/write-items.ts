import { type AnyItem, IMPORTED, type Imported, isChanged } from '../import/plan/item.ts';
import type { School } from '../import/plan/stored-school.ts';
import type { Tx } from '../open.ts';
import { nameKey } from '../rules/name-key.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';
import { updateRows } from './update-rows.ts';

// A statement may not have too many values.
const CHUNK = 500;

type Values = Record<string, unknown>;

/** Writes what an import has decided, a table by a few statements, with all audit lines. */
export async function writeItems(tx: Tx, by: By, school: School): Promise<void> {
  const changes: ChangeEntry[] = [];
  for (const model of [...IMPORTED].reverse()) {
    const gone = school[model].filter(({ after }) => after === null);
    await remove(tx, model, gone);
    changes.push(...gone.map((item) => changeOf(tx, item)));
  }
  for (const model of IMPORTED) {
    const items: AnyItem[] = school[model];
    const changed = items.filter(isChanged);
    const added = items.filter(({ before }) => before === null);
    await update(tx, model, changed);
    await insert(tx, model, added);
    changes.push(...[...changed, ...added].map((item) => changeOf(tx, item)));
  }
  await writeChanges(tx, by, changes);
}

async function insert(tx: Tx, model: Imported, items: readonly AnyItem[]): Promise<void> {
  const rows = items.map(({ after }) => ({ ...valuesOf(after), ...derived(tx, model, after) }));
  const fields = Object.keys(rows[0] ?? {});
  const ids = await insertRows(
    tx,
    tableOf(tx, model),
    fields.map((field) => columnOf(tx, model, field)),
    rows.map((row: Values) => fields.map((field) => row[field])),
  );
  for (const [index, item] of items.entries()) {
    item.id = ids[index] ?? 0;
  }
}

async function update(tx: Tx, model: Imported, items: readonly AnyItem[]): Promise<void> {
  const rows = items.map(({ id, after }) => ({
    id,
    ...valuesOf(after),
    ...derived(tx, model, after),
  }));
  const fields = Object.keys(rows[0] ?? {});
  const touched = fields.filter(
    (field) => isDerived(field) || items.some((item) => differs(item, field)),
  );
  await updateRows(
    tx,
    tableOf(tx, model),
    fields.map((field) => columnOf(tx, model, field)),
    touched.map((field) => columnOf(tx, model, field)),
    rows.map((row: Values) => fields.map((field) => row[field])),
  );
}

async function remove(tx: Tx, model: Imported, items: readonly AnyItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += CHUNK) {
    const ids = items.slice(from, from + CHUNK).map(({ id }) => id);
    await tx.run(`DELETE FROM ${tableOf(tx, model)} WHERE id IN (:ids)`, { ids });
  }
}

/** What a table keeps besides the fields that are edited. */
function derived(tx: Tx, model: Imported, after: object | null): Values {
  const fields: Values = { ...after };
  if (model === 'Person' || model === 'Pupil') {
    const name = [fields.lastName, fields.firstName, fields.middleName];
    const text = nameKey(name.filter(Boolean).join(' '));
    return { nameKey: text, createdAt: tx.now, updatedAt: tx.now };
  }
  return model === 'Guardianship' ? { createdAt: tx.now } : {};
}

function isDerived(field: string): boolean {
  return field === 'nameKey' || field === 'updatedAt';
}

function differs({ before, after }: AnyItem, field: string): boolean {
  const [old, fresh]: Values[] = [{ ...before }, { ...after }];
  return old?.[field] !== fresh?.[field];
}

/** Fields as they are stored and remembered: a reference is the id of what it refers to. */
function valuesOf(fields: object | null): Values {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([field, value]) => [
      field,
      value !== null && typeof value === 'object' ? (value as { id: number }).id : value,
    ]),
  );
}

function changeOf(tx: Tx, { model, id, before, after }: AnyItem): ChangeEntry {
  const [old, fresh] = [before && valuesOf(before), after && valuesOf(after)];
  const pupilId = model === 'Pupil' ? id : (fresh ?? old)?.pupilId;
  return {
    record: tableOf(tx, model),
    recordId: id,
    pupilId: typeof pupilId === 'number' ? pupilId : null,
    before: old,
    after: fresh,
  };
}

function tableOf(tx: Tx, model: Imported): string {
  return tx.db.models[model].tableName;
}

function columnOf(tx: Tx, model: Imported, field: string): string {
  return tx.db.models[model].rawAttributes[field]?.field ?? field;
}
