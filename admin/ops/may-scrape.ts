import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/**
 * Whether a request may read the metrics: it shows the token or, where none is set, comes from a
 * program on this machine itself. A proxy here speaks for others, and says so in its headers.
 */
export function mayScrape(req: IncomingMessage, token: string | null): boolean {
  if (token !== null) {
    return same(req.headers.authorization ?? '', `Bearer ${token}`);
  }
  const local = LOOPBACK.includes(req.socket.remoteAddress ?? '');
  return local && FORWARDED.every((header) => req.headers[header] === undefined);
}

/** Takes as long for any two texts. */
function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
