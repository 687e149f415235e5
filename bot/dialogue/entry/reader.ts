import type { NameFinder } from './name-finder.ts';
import type { PupilRef } from './types.ts';

/** Against what a body is read. */
export type Reader = {
  names: NameFinder;
  roster: readonly PupilRef[];
};
