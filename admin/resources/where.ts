import type { Filter } from 'adminjs';
import { literal, Op, type WhereOptions } from 'sequelize';
import type { Db } from '../../db/open.ts';
import type { ResourceId } from '../access.ts';
import type { ResourceSpec } from './spec.ts';
import { inAnyCase, titleSearch } from './titles.ts';

// What isn't called `id`.
const KEYS: Partial<Record<ResourceId, string>> = { setting: 'key', panel_session: 'sid' };

type FilterElement = Filter['filters'][string];

/** The rows a filter of the panel means. What isn't in the resource's own list of filters finds nothing. */
export function whereOf(db: Db, spec: ResourceSpec, filter: Filter): WhereOptions {
  const conditions = Object.values(filter.filters).map((element) => condition(db, spec, element));
  return { [Op.and]: conditions };
}

function condition(db: Db, spec: ResourceSpec, { path, property, value }: FilterElement) {
  if (path === 'title' && typeof value === 'string') {
    return literal(`${columnOfId(spec)} IN (${titleSearch(db, spec.id, value)})`);
  }
  if (!property || !spec.filter.includes(path)) {
    return literal('1 = 0');
  }
  const type = property.type();
  if (type === 'date' || type === 'datetime') {
    const { from, to } = typeof value === 'object' ? value : { from: value, to: value };
    const isDay = type === 'date';
    return {
      [path]: {
        ...(isDate(from) ? { [Op.gte]: isDay ? from.slice(0, 10) : new Date(from) } : {}),
        ...(isDate(to) ? { [Op.lte]: isDay ? to.slice(0, 10) : new Date(to) } : {}),
      },
    };
  }
  if (typeof value !== 'string') {
    return literal('1 = 0');
  }
  if (type === 'boolean') {
    return { [path]: value === 'true' };
  }
  if (type === 'number' || type === 'float' || type === 'reference') {
    return Number.isFinite(Number(value)) ? { [path]: Number(value) } : literal('1 = 0');
  }
  if (spec.choices?.[path]) {
    return { [path]: value };
  }
  return { [Op.or]: inAnyCase(value).map((typed) => ({ [path]: { [Op.like]: `%${typed}%` } })) };
}

/** The key of the rows of a resource, as SQL over its model names it. */
export function columnOfId(spec: ResourceSpec): string {
  return `"${spec.model}"."${KEYS[spec.id] ?? 'id'}"`;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
