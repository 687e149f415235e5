import type { IncomingMessage } from 'node:http';

const HOST = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;

/**
 * Why a request must not be answered, or undefined. A foreign Host is DNS rebinding: a page of the Internet that made its
 * own name point here. A foreign Origin is such a page that posts here directly.
 */
export function refusal(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  if (!HOST.test(host)) {
    return 'Only localhost and 127.0.0.1 are answered here.';
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return 'Requests from other sites are refused.';
  }
  return undefined;
}
