import { hash, verify } from '@node-rs/argon2';

/** The shortest password the panel takes, in characters. */
export const PASSWORD_MIN = 12;
/** The longest one: hashing more would only serve whoever wants to keep the server busy. */
export const PASSWORD_MAX = 200;

// The OWASP minimum for argon2id (the library's default algorithm): 19 MiB, two passes.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Hash of a random password nobody knows, of the same cost as a real one.
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$A+bpw3OSNqPcgwQRQFrVkw$JOpQaQ+3eBNcbTzKnMLZ2Asq4xW26rFkbgDyfROt08s';

/** Hashes a password by argon2id. Takes ~30 ms of a worker thread: call it before a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether a password fits a stored hash. With no hash it takes as long and answers no, so that an
 * unknown login can't be told from a wrong password by the clock.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password.slice(0, PASSWORD_MAX));
  return fits && stored !== null;
}
