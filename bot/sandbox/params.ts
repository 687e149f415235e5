import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './api-error.ts';
import { BODY_BYTES } from './limits.ts';
import { readMultipart, type UploadedFile } from './multipart.ts';

/** Parameters of one call, from the query, JSON, a urlencoded or a multipart body alike. */
export type Params = {
  values: Readonly<Record<string, unknown>>;
  files: ReadonlyMap<string, UploadedFile>;
};

/** Reads the parameters of a Bot API request. Throws 413 for a body that is too large, 400 for one that can't be parsed. */
export async function readParams(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Params> {
  const body = await readBody(request);
  const values: Record<string, unknown> = Object.fromEntries(query);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) {
    return { values, files: new Map() };
  }
  if (/^application\/json\b/i.test(type)) {
    return { values: { ...values, ...parseObject(body.toString('utf8')) }, files: new Map() };
  }
  if (/^multipart\/form-data\b/i.test(type)) {
    const { fields, files } = readMultipart(body, type);
    return { values: { ...values, ...Object.fromEntries(fields) }, files };
  }
  const form = new URLSearchParams(body.toString('utf8'));
  return { values: { ...values, ...Object.fromEntries(form) }, files: new Map() };
}

/** The whole request body; 413 above the limit. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_BYTES) {
      throw new ApiError(413, 'Request Entity Too Large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A text parameter; numbers become text. Undefined when it is absent. */
export function textParam(params: Params, name: string): string | undefined {
  const value = params.values[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** A whole number parameter; undefined when it is absent or not a number. */
export function integerParam(params: Params, name: string): number | undefined {
  const text = textParam(params, name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** A flag: true, "true", "True" or 1. */
export function flagParam(params: Params, name: string): boolean {
  return ['true', '1'].includes((textParam(params, name) ?? '').toLowerCase());
}

/** A parameter that is an object or a list: as such in JSON, as JSON text in the other forms. */
export function jsonParam(params: Params, name: string, what: string): unknown {
  const value = params.values[name];
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return { ...value };
    }
  } catch {
    // Falls through to the refusal below, which is the same for a number or a list.
  }
  throw badRequest("can't parse request body: it must be a JSON object");
}
