import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LONG } from './test/campaigns/long.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', ...LONG],
    globalSetup: ['test/global-setup.ts'],
    // Events that are replayed to find another family's child; the campaign replays all of them.
    provide: { replays: 1_000 },
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No module of ours keeps state, so test files of a process may share them: half the time.
    isolate: false,
    // More than there are cores: a test that waits for a messenger's pace lets another one compute.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
  },
});
