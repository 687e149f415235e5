import type { PropertyType } from 'adminjs';
import type { FieldValue, FieldValues } from '../../db/actions/edit-record.ts';
import type { Fault } from '../locale/locale.ts';
import type { ResourceSpec } from './spec.ts';

type Shape = { shape: RegExp; fault: Fault };

/** What is wrong, by field. */
export type FormFaults = Record<string, Fault>;

export type Form = {
  values: FieldValues;
  faults: FormFaults;
  /** Version the form was opened at; 0 where records have none. */
  seen: number;
};

export type FormField = {
  type: PropertyType;
  required: boolean;
  /** What the column has when nothing is given; undefined where something must be. */
  fallback: unknown;
};

/**
 * Reads a form as it was posted, field by field: what isn't in the resource's form is dropped, an
 * emptied field is null and never 0. On a change (`stored` is given) a field that wasn't posted keeps
 * its value and fixed fields must be as they are.
 */
export function readForm(
  spec: ResourceSpec,
  fieldOf: (name: string) => FormField | null,
  posted: Record<string, unknown>,
  stored: Record<string, unknown> | null,
): Form {
  const values: FieldValues = {};
  const faults: FormFaults = {};
  for (const name of spec.form ?? []) {
    const typed = posted[name] === undefined ? stored?.[name] : posted[name];
    const changed = stored !== null && String(typed ?? '') !== String(stored[name] ?? '');
    if (changed && spec.fixed?.includes(name)) {
      faults[name] = 'fixed';
      continue;
    }
    const field = fieldOf(name);
    if (stored === null && isEmpty(typed) && field?.fallback !== undefined) {
      continue;
    }
    const read = readField(typed, field, spec.choices?.[name], spec.shapes?.[name]);
    if ('fault' in read) {
      faults[name] = read.fault;
    } else {
      values[name] = read.value;
    }
  }
  return { values, faults, seen: Number(posted.version ?? 0) };
}

function readField(
  typed: unknown,
  field: FormField | null,
  choices: readonly string[] | undefined,
  shape: Shape | undefined,
): { value: FieldValue } | { fault: Fault } {
  const type = field?.type ?? 'string';
  const text = String(typed ?? '').trim();
  if (type === 'boolean') {
    return { value: text === 'true' };
  }
  if (text === '') {
    const nothing = field?.fallback === '' ? '' : null;
    return field?.required && nothing === null ? { fault: 'required' } : { value: nothing };
  }
  if (choices && !choices.includes(text)) {
    return { fault: 'notAChoice' };
  }
  if (type === 'number' || type === 'float' || type === 'reference') {
    const number = Number(text);
    const whole = type === 'float' || Number.isSafeInteger(number);
    return Number.isFinite(number) && whole ? { value: number } : { fault: 'notANumber' };
  }
  if (type === 'date') {
    return isDay(text.slice(0, 10)) ? { value: text.slice(0, 10) } : { fault: 'notADay' };
  }
  return shape?.shape.test(text) === false ? { fault: shape.fault } : { value: text };
}

function isEmpty(typed: unknown): boolean {
  return typed === undefined || typed === null || typed === '';
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
