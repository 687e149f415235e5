import { badRequest } from './api-error.ts';

export type UploadedFile = { name: string; bytes: Uint8Array };
export type Multipart = { fields: Map<string, string>; files: Map<string, UploadedFile> };

const BREAK = Buffer.from('\r\n');
const BLANK = Buffer.from('\r\n\r\n');

/**
 * Reads a whole multipart/form-data body. Tolerant where Telegram is: messenger libraries write
 * `content-disposition:form-data;name="x"` without the spaces that the parser inside Node insists on.
 */
export function readMultipart(body: Buffer, contentType: string): Multipart {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) {
    throw badRequest("can't parse multipart body: boundary is missing");
  }
  const result: Multipart = { fields: new Map(), files: new Map() };
  const opening = Buffer.from(`--${name}`);
  const separator = Buffer.concat([BREAK, opening]);
  let at = body.indexOf(opening);
  if (at === -1) {
    throw badRequest("can't parse multipart body: boundary not found");
  }
  at += opening.length;
  while (!body.subarray(at, at + 2).equals(Buffer.from('--'))) {
    const head = body.indexOf(BLANK, at);
    const next = head === -1 ? -1 : body.indexOf(separator, head);
    if (next === -1) {
      throw badRequest("can't parse multipart body: it ends too early");
    }
    addPart(
      result,
      body.subarray(at, head).toString('utf8'),
      body.subarray(head + BLANK.length, next),
    );
    at = next + separator.length;
  }
  return result;
}

function addPart(result: Multipart, headers: string, content: Buffer): void {
  const disposition = /content-disposition:\s*form-data\s*;(.*)/i.exec(headers)?.[1] ?? '';
  const name = parameter(disposition, 'name');
  const fileName = parameter(disposition, 'filename');
  if (name === undefined) {
    return;
  }
  if (fileName === undefined) {
    result.fields.set(name, content.toString('utf8'));
  } else {
    result.files.set(name, { name: fileName, bytes: new Uint8Array(content) });
  }
}

function parameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
    disposition,
  );
  return found ? (found[1]?.replace(/\\(.)/g, '$1') ?? found[2]) : undefined;
}
