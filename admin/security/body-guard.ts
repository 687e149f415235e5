import express, {
  type Request,
  type RequestHandler,
  Router,
  type Response as ServerResponse,
} from 'express';

/** The largest form of the panel is a lesson's homework of a few kilobytes. */
const BODY_LIMIT = 64 * 1024;

/**
 * Reads a form of a logged-in user into `req.fields`, in memory and text fields only. Files, other
 * kinds of bodies and large ones are refused. Stands behind the login, so a stranger's body is never
 * read at all.
 */
export function bodyGuard(): Router {
  const router = Router();
  router.use(refuseOthers, express.raw({ type: 'multipart/form-data', limit: BODY_LIMIT }));
  router.use(async (req, res, next) => {
    if (req.method !== 'POST') {
      next();
      return;
    }
    const fields = await readFields(req);
    if (!fields) {
      refuse(res, 415);
      return;
    }
    Reflect.set(req, 'fields', fields);
    next();
  });
  return router;
}

const refuseOthers: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next();
  } else if (req.method !== 'POST') {
    refuse(res, 405);
  } else if (hasBody(req) && !req.is('multipart/form-data')) {
    refuse(res, 415);
  } else {
    next();
  }
};

function hasBody(req: Request): boolean {
  return req.get('transfer-encoding') !== undefined || Number(req.get('content-length') ?? 0) > 0;
}

/** The text fields of a multipart form, or null if it holds a file or can't be read. */
async function readFields(req: Request): Promise<Record<string, string> | null> {
  const body: unknown = req.body;
  if (!Buffer.isBuffer(body)) {
    return {};
  }
  try {
    const headers = { 'content-type': req.get('content-type') ?? '' };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const fields: Record<string, string> = {};
    for (const [name, value] of form) {
      if (typeof value !== 'string') {
        return null;
      }
      fields[name] = value;
    }
    return fields;
  } catch {
    return null;
  }
}

/** Answers without reading the rest of the body. */
function refuse(res: ServerResponse, status: number): void {
  res.status(status).set('Connection', 'close').type('text').send('Refused');
}
