import { DateTime } from 'luxon';
import type { Scalar } from './cell-scalar.ts';

// A spreadsheet counts days from 30.12.1899; a bare number counts as a day from 2000 to 2099.
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;
const FORMATS = ['yyyy-MM-dd', 'd.M.yyyy', 'd/M/yyyy', 'd.M.yy'];

/** The day ('YYYY-MM-DD') a cell means: a date, its number, or a text as 01.09.2026; else null. */
export function parseDay(scalar: Scalar): string | null {
  if (scalar instanceof Date) {
    return dayOfSerial(scalar.getTime() / DAY_MS + SERIAL_OF_1970);
  }
  if (typeof scalar === 'number') {
    return dayOfSerial(scalar);
  }
  if (typeof scalar !== 'string') {
    return null;
  }
  const text = scalar.replace(/\s*(г\.?)?$/u, '').replace(/[ T]0?0:00(:00)?$/, '');
  for (const format of FORMATS) {
    const day = DateTime.fromFormat(text, format, { zone: 'utc' });
    if (day.isValid) {
      return day.toFormat('yyyy-MM-dd');
    }
  }
  return null;
}

function dayOfSerial(serial: number): string | null {
  const isDay = serial >= FIRST_SERIAL && serial < LAST_SERIAL;
  return isDay
    ? new Date((Math.floor(serial) - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10)
    : null;
}

/** The time ('HH:MM') a cell means: a time, a part of a day, or a text as 8:30; else null. */
export function parseTime(scalar: Scalar): string | null {
  if (scalar instanceof Date) {
    return timeOfSerial(scalar.getTime() / DAY_MS + SERIAL_OF_1970);
  }
  if (typeof scalar === 'number') {
    return timeOfSerial(scalar);
  }
  const [, hours, minutes] = /^(\d{1,2})[:.-](\d{2})(?::00)?$/.exec(String(scalar)) ?? [];
  const isTime = hours !== undefined && Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

function timeOfSerial(serial: number): string | null {
  if (serial < 0 || serial >= 1) {
    return null;
  }
  const minutes = Math.round(serial * 24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
