import { ValidationError } from 'adminjs';
import {
  ForeignKeyConstraintError,
  ValidationError as InvalidRow,
  UniqueConstraintError,
} from 'sequelize';
import { Refusal } from '../../db/errors.ts';
import type { Language } from '../deps.ts';
import { panelLocale } from '../locale/locale.ts';
import type { FormFaults } from './form.ts';
import type { ResourceSpec, Writer } from './spec.ts';

// AdminJS takes an error that marks no field for a success, so each sentence stands at one.
const FIELD_OF_REASON: Record<string, string> = {
  'wrong-mark': 'value',
  'wrong-term-mark': 'value',
  'not-in-class': 'pupilId',
  'grade-one-no-homework': 'homework',
  'reason-closed': 'reason',
  'reason-late': 'reason',
};

/** The faults of a form, in the reader's language. */
export function faultsError(faults: FormFaults, language: Language): ValidationError {
  const { faults: sentences } = panelLocale(language);
  return new ValidationError(
    Object.fromEntries(
      Object.entries(faults).map(([field, fault]) => [
        field,
        { type: fault, message: sentences[fault] },
      ]),
    ),
  );
}

/** What stopped a write, as red fields and a sentence; anything unexpected is handed back as it is. */
export function writeError(
  error: unknown,
  verb: keyof Writer,
  spec: ResourceSpec,
  language: Language,
): unknown {
  const { faults, refusal } = panelLocale(language);
  if (error instanceof Refusal) {
    return at(FIELD_OF_REASON[error.reason] ?? firstField(spec), refusal(error));
  }
  if (error instanceof Error && isCheck(error)) {
    return at(firstField(spec), faults.unfit);
  }
  if (error instanceof UniqueConstraintError) {
    return at(firstField(spec), faults.taken);
  }
  if (error instanceof ForeignKeyConstraintError) {
    return at(firstField(spec), verb === 'remove' ? faults.inUse : faults.noSuch);
  }
  if (error instanceof InvalidRow) {
    const fields = error.errors.map(({ path }) => [path ?? '', 'required' as const]);
    return faultsError(Object.fromEntries(fields), language);
  }
  return error;
}

function at(field: string, message: string): ValidationError {
  return new ValidationError({ [field]: { message } }, { message });
}

function firstField({ form = [], fixed = [] }: ResourceSpec): string {
  return form.find((field) => !fixed.includes(field)) ?? form[0] ?? 'id';
}

// A CHECK of the schema: SQLite tells it by words (Sequelize takes it for a UNIQUE), PostgreSQL by code.
function isCheck(error: Error): boolean {
  const { message, code } = (Reflect.get(error, 'original') ?? {}) as Record<string, unknown>;
  return code === '23514' || String(message).includes('CHECK constraint failed');
}
