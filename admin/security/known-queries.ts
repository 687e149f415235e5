import type { Request, RequestHandler } from 'express';
import { isResourceId, type ResourceId } from '../access.ts';
import { columnsOf, type ResourceSpec } from '../resources/spec.ts';

const ACTIONS = [
  'list',
  'show',
  'search',
  'new',
  'edit',
  'delete',
  'bulkDelete',
  'giveLogin',
  'exportList',
];
const PLAIN = ['page', 'perPage', 'sortBy', 'direction', 'searchProperty', 'recordIds'];
const FILTER = 'filters.';
const MAX_ROWS = 100;

const PATH =
  /^\/api\/resources\/([^/]+)(?:\/(?:actions|bulk)\/([^/]+)|\/records\/[^/]+\/([^/]+)|$)/;

/**
 * Answers 404 to resources and actions that don't exist and 400 to filters, sorting and parameters
 * that a list doesn't offer, so that hidden columns can't be asked about. Pages are cut to 100 rows.
 */
export function knownQueries(specs: ReadonlyMap<ResourceId, ResourceSpec>): RequestHandler {
  return (req, res, next) => {
    if (!req.path.startsWith('/api/resources/')) {
      next();
      return;
    }
    const [, id = '', action = ''] = (PATH.exec(req.path) ?? []).filter(Boolean);
    const spec = isResourceId(id) ? specs.get(id) : undefined;
    if (!spec || !ACTIONS.includes(action)) {
      res.status(404).json({ message: 'Not found' });
    } else if (Object.entries(req.query).every((pair) => isKnown(spec, pair))) {
      limitRows(req);
      next();
    } else {
      res.status(400).json({ message: 'Bad query' });
    }
  };
}

function isKnown(spec: ResourceSpec, [name, value]: [string, unknown]): boolean {
  if (typeof value !== 'string') {
    return false;
  }
  if (name.startsWith(FILTER)) {
    const [column] = name.slice(FILTER.length).split('~~');
    return spec.filter.includes(column ?? '') || column === 'title';
  }
  if (name === 'sortBy') {
    return value === 'id' || columnsOf(spec).includes(value);
  }
  if (name === 'searchProperty') {
    return value === 'title';
  }
  if (name === 'direction') {
    return value === 'asc' || value === 'desc';
  }
  return PLAIN.includes(name);
}

function limitRows(req: Request): void {
  const { perPage, page } = req.query;
  const whole = (value: unknown, most: number) =>
    String(Math.min(Math.max(1, Math.trunc(Number(value)) || 1), most));
  const query = {
    ...req.query,
    ...(perPage === undefined ? {} : { perPage: whole(perPage, MAX_ROWS) }),
    ...(page === undefined ? {} : { page: whole(page, Number.MAX_SAFE_INTEGER) }),
  };
  // Express computes `query` from the address at each reading; AdminJS is to read the limited one.
  Object.defineProperty(req, 'query', { value: query });
}
