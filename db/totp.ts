import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from './code-hash.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
// A telephone's clock may be one step off.
const DRIFT = [0, -1, 1] as const;

/** A new secret for an authenticator: 160 bits in base32, 32 characters. */
export function newTotpSecret(): string {
  // 256 is a whole number of alphabets, so every letter is equally likely.
  return [...randomBytes(32)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The step of 30 seconds whose code this is, about now; null if of none. RFC 6238, SHA-1. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / STEP_MS);
  const step = DRIFT.map((drift) => current + drift).find((one) =>
    sameSecret(totpCode(secret, one), code),
  );
  return step ?? null;
}

/** The code of a step since 1970. */
export function totpCode(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
