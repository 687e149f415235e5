import { describe, expect, inject, it } from 'vitest';
import { LIBRARIES } from '../../libraries.ts';
import { openDatabases } from '../crash/databases.ts';
import { runStorm } from './run-storm.ts';

// `npm run fuzz` sends as many as one likes.
const UPDATES = 1_000;
const SEED = 20261125;
const PATIENCE_MS = 300_000;

describe('hostile updates', () => {
  it.each(LIBRARIES)(
    'over $library change nothing and hold up nobody',
    async ({ library }) => {
      const { postgres } = inject('template');
      const databases = await openDatabases(postgres ? 'postgres' : 'sqlite', postgres ?? '');
      const { url, drop } = await databases.create(`storm_${library.toLowerCase()}`);
      try {
        const storm = await runStorm({ library, url, updates: UPDATES, seed: SEED });
        expect(storm.problems).toEqual([]);
        expect(storm.updates).toBe(UPDATES);
      } finally {
        await drop();
        await databases.close();
      }
    },
    PATIENCE_MS,
  );
});
