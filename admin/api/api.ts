import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { errorFacts } from '../../db/error-facts.ts';
import type { Db } from '../../db/open.ts';
import { securityHeaders } from '../security/headers.ts';
import { bearer } from './bearer.ts';
import { csvOf } from './csv.ts';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { openApi } from './open-api.ts';
import { Problem, sendProblem } from './problem.ts';
import { cursorAfter, readQuery } from './query.ts';

export type ApiDeps = {
  db: Db;
  log: Logger;
  /** The public origin is https. */
  secure: boolean;
};

/**
 * The read-only export for another system, to be mounted at /api. Knows nothing of the panel's
 * sessions: who has a token in force reads the whole export, and nobody writes anything.
 */
export function createApi({ db, log, secure }: ApiDeps): express.Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy on the same machine may name the visitor's address; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(securityHeaders(secure));
  app.use((req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      // The body is never read.
      res.set({ Allow: 'GET, HEAD', Connection: 'close' });
      throw new Problem(405, 'The export is only read: send GET.');
    }
    next();
  });
  app.get('/v1/openapi.json', (_req, res) => {
    // Nothing of the school stands in it, so anybody may read and keep it.
    res.set('Cache-Control', 'public, max-age=3600').json(openApi());
  });
  app.use('/v1', bearer(db));
  for (const endpoint of ENDPOINTS) {
    app.get(`/v1/${endpoint.path}`, async (req, res) => {
      const rows = await answer(db, endpoint, req, res);
      const { path } = endpoint;
      log.info({ apiTokenId: res.locals.tokenId, path, rows }, 'api: read');
    });
  }
  app.use(() => {
    throw new Problem(404, 'There is no such path: /api/v1/openapi.json lists what there is.');
  });
  app.use(lastResort(log));
  return app;
}

/** Answers with one page; gives the number of its rows. */
async function answer(
  db: Db,
  { path, schema, read }: Endpoint,
  req: Request,
  res: Response,
): Promise<number> {
  const { format, ...slice } = readQuery(req.query);
  const wanted = format ?? req.accepts(['json', 'csv']);
  if (!wanted) {
    throw new Problem(406, 'There are application/json and text/csv.');
  }
  const found = await read(db, { ...slice, limit: slice.limit + 1 });
  const rows = found.slice(0, slice.limit);
  const last = rows.at(-1);
  const next = found.length > rows.length && last ? cursorAfter(last) : null;
  res.vary('Accept').vary('Authorization');
  if (next) {
    const query = new URLSearchParams({ ...(req.query as Record<string, string>), cursor: next });
    res.set('Link', `<${req.baseUrl}${req.path}?${query}>; rel="next"`);
  }
  if (wanted === 'csv') {
    res.attachment(`${path}.csv`).type('text/csv; charset=utf-8; header=present');
    res.send(csvOf(Object.keys(schema.shape), rows));
  } else {
    res.json({ rows, next });
  }
  return rows.length;
}

/** A problem as it is; whatever nobody foresaw goes to the log, and one sentence to the caller. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
    } else if (error instanceof Problem) {
      sendProblem(res, error);
    } else {
      log.error({ error: errorFacts(error), path: req.path }, 'api: request failed');
      sendProblem(res, new Problem(500, 'Something went wrong here: try again later.'));
    }
  };
}
