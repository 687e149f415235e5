import { join } from 'node:path';
import { mergeConfig } from 'vitest/config';
import suite from '../../vitest.config.ts';

// What takes too long to be run at every change: whole processes, whole schools, ten thousand cases.
const { include: _, exclude: __, ...test } = suite.test ?? {};
export default mergeConfig(
  { ...suite, test },
  {
    root: join(import.meta.dirname, '../..'),
    test: {
      include: ['test/campaigns/**/*.test.ts', 'test/dialogue/foreign-child.test.ts'],
      provide: { replays: 10_000 },
    },
  },
);
