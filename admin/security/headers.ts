import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The nonce of this response, for whoever writes its HTML. */
export function nonceOf(res: { locals: Record<string, unknown> }): string {
  return String(res.locals.nonce);
}

// The panel's component library adds empty style elements and fills them by script, which needs no
// more leave than this: the hash of nothing.
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const ownNonce = (_req: unknown, res: object) =>
  `'nonce-${nonceOf(res as { locals: Record<string, unknown> })}'`;

/** Headers of every answer of the panel; pages may load nothing from anywhere else. */
export function securityHeaders(secure: boolean): RequestHandler[] {
  return [
    (_req, res, next) => {
      res.locals.nonce = randomBytes(16).toString('base64');
      res.set('Cache-Control', 'no-store');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", ownNonce],
          styleSrc: ["'self'", EMPTY_STYLE, ownNonce],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // A page without a referrer would send its forms with the origin "null".
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: secure,
    }),
  ];
}
