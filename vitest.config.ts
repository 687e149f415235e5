import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/global-setup.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // No module of ours keeps state, so test files of a process may share them: half the time.
    isolate: false,
    // One fewer than there are cores would be a single one where there are two.
    maxWorkers: '100%',
  },
});
