import type { TermValue } from './term-mark.ts';

/**
 * A short mark of what would be accepted: 32 bits of FNV-1a over pupils and values, in base 36. A
 * button carries it, so that a tap accepts what was shown and nothing that has come since.
 */
export function acceptKey(
  sure: readonly { pupilId: number; proposal: TermValue | null }[],
): string {
  let hash = 0x811c9dc5;
  for (const character of sure.map(({ pupilId, proposal }) => `${pupilId}=${proposal};`).join('')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
