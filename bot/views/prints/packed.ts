import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * A long text as letters to lie in a message: a child's record of years is some 300 kB of JSON and a
 * tenth of it packed.
 */
export function pack(text: string): string {
  return gzipSync(text).toString('base64');
}

export function unpack(packed: string): string {
  return gunzipSync(Buffer.from(packed, 'base64')).toString();
}
