import type { Model, ModelStatic } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { AcademicYear } from '../models/academic-year.ts';
import type { Term } from '../models/term.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { nameKey } from '../rules/name-key.ts';
import { brokenRange } from '../rules/setting-ranges.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkTerm, checkYear } from './check-calendar.ts';
import { EDITABLE, type EditableModel } from './editable.ts';

export type FieldValue = string | number | boolean | null;
export type FieldValues = Record<string, FieldValue>;

export type EditRecord = {
  model: EditableModel;
  /** Primary key of the record to change or remove; null makes a new one. */
  id: string | number | null;
  /** The fields to write, others keep their value; null removes the record. */
  values: FieldValues | null;
};

/**
 * Makes, changes or removes one record an administrator keeps by hand, with its audit line. Fields
 * outside EDITABLE are ignored. Refuses what would leave the school without an administrator and a
 * setting out of its range, a closed term, and terms or years that overlap; constraint errors of the database pass through. Returns the record's
 * primary key.
 */
export async function editRecord(
  tx: Tx,
  by: By,
  { model, id, values }: EditRecord,
): Promise<string | number> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const Kind: ModelStatic<Model> = tx.db.models[model];
  const { transaction } = tx;
  const row = id === null ? Kind.build() : await Kind.findByPk(id, { transaction });
  if (!row) {
    throw new Refusal('not-found');
  }
  const before = id === null ? null : snapshot(model, row);
  if (model === 'Term' && before?.state === 'closed') {
    throw new Refusal('term-closed', { date: String(before.endsOn) });
  }
  const administrators = await countAdministrators(tx);
  if (values === null) {
    await row.destroy({ transaction });
  } else {
    row.set(allowed(model, values));
    if (model === 'Setting') {
      checkSetting(String(row.get('key')), String(row.get('value')));
    }
    if (model === 'Term') {
      await checkTerm(tx, row as Term);
    }
    if (model === 'AcademicYear') {
      await checkYear(tx, row as AcademicYear);
    }
    fillIn(tx, model, row, Kind.getAttributes());
    await row.save({ transaction, silent: true });
  }
  if (administrators > 0 && (await countAdministrators(tx)) === 0) {
    throw new Refusal('not-allowed');
  }
  const key = row.get(Kind.primaryKeyAttribute) as string | number;
  await writeChanges(tx, by, [
    {
      record: Kind.getTableName().toString(),
      recordId: typeof key === 'number' ? key : 0,
      pupilId: (model === 'Pupil' ? row.get('id') : row.get('pupilId')) as number | null,
      before,
      after: values === null ? null : snapshot(model, row),
    },
  ]);
  return key;
}

function allowed(model: EditableModel, values: FieldValues): FieldValues {
  const fields: readonly string[] = EDITABLE[model];
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields.includes(name)));
}

function fillIn(tx: Tx, model: EditableModel, row: Model, columns: object): void {
  if (model === 'Person' || model === 'Pupil') {
    const parts = [row.get('lastName'), row.get('firstName'), row.get('middleName')];
    row.set('nameKey', nameKey(parts.filter(Boolean).join(' ')));
  }
  if ('createdAt' in columns && row.isNewRecord) {
    row.set('createdAt', tx.now);
  }
  if ('updatedAt' in columns) {
    row.set('updatedAt', tx.now);
  }
}

function checkSetting(key: string, value: string): void {
  const range = brokenRange(key, value);
  if (range) {
    const { least, most, whole } = range;
    throw new Refusal('setting-out-of-range', { least, most, whole: whole ? 1 : 0 });
  }
}

function snapshot(model: EditableModel, row: Model): FieldValues {
  return Object.fromEntries(
    EDITABLE[model].map((field) => [field, (row.get(field) ?? null) as FieldValue]),
  );
}

async function countAdministrators(tx: Tx): Promise<number> {
  const [row] = await tx.db.select<{ count: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS count FROM role r JOIN person p ON p.id = r.person_id
      WHERE r.role = 'administrator' AND p.state = 'active'`,
    {},
    tx,
  );
  return row?.count ?? 0;
}
