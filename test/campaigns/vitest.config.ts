import { join } from 'node:path';
import { mergeConfig } from 'vitest/config';
import suite from '../../vitest.config.ts';
import { LONG, ONCE } from './long.ts';

const { include: _, exclude: __, ...test } = suite.test ?? {};
export default mergeConfig(
  { ...suite, test },
  {
    root: join(import.meta.dirname, '../..'),
    test: {
      include: [...LONG, 'test/dialogue/foreign-child.test.ts'],
      // On PostgreSQL they would only say the same once more.
      exclude: process.env.TEST_POSTGRES_URL ? [...ONCE] : [],
      provide: { replays: 10_000 },
      // Browsers, processes and whole schools at once keep two cores busy for long.
      testTimeout: 90_000,
    },
  },
);
