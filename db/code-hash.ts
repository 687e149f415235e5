import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, hasMarkOfCode } from './rules/codes.ts';

/** What is stored of a code or a token: HMAC-SHA256 with the server's own pepper, in hex. */
export function hashCode(secret: string, pepper: string): string {
  return createHmac('sha256', pepper).update(secret).digest('hex');
}

/** A new code to be typed: 65 random bits. */
export function newCode(): string {
  for (;;) {
    // 256 is a whole number of alphabets, so every letter is equally likely.
    const code = [...randomBytes(CODE_LENGTH)]
      .map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length])
      .join('');
    if (hasMarkOfCode(code)) {
      return code;
    }
  }
}

/** A new token that a program keeps or a link carries: 128 random bits. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** What is stored of a token: it can't be guessed, so a plain SHA-256 is enough. In hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Proof, 22 characters long, that this chat has shown the code of an invitation and was asked for
 * consent of this version. It stands in the payload of the answer's button, so that nobody can press
 * it for another chat or another invitation.
 */
export function consentProof(
  { inviteId, chat, version }: { inviteId: number; chat: string; version: string },
  pepper: string,
): string {
  return createHmac('sha256', pepper)
    .update(`consent\n${inviteId}\n${chat}\n${version}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** Compares secrets in a time that says nothing of where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
