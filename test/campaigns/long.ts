/**
 * Test files that take too long to be run at every change: whole processes and schools, a real
 * browser, restores, each cell of the panel's rights. `npm run campaigns` runs them.
 */
export const LONG: readonly string[] = [
  'test/campaigns/**/*.test.ts',
  'test/sandbox/page.test.ts',
  'test/admin/browser.test.ts',
  'test/admin/rights.test.ts',
  'test/jobs/three-years.test.ts',
  'test/e2e/hanging-calls.test.ts',
  'test/e2e/full-disk.test.ts',
  'test/e2e/read-only.test.ts',
  'test/demo/open-demo.test.ts',
  'test/demo/calendar.test.ts',
  'test/backup/make-backup.test.ts',
  'test/backup/restore-backup.test.ts',
  'test/e2e/long-document.test.ts',
];

/**
 * Those that say the same on either database: they make a SQLite file of their own, or try a browser
 * or the messenger.
 */
export const ONCE: readonly string[] = [
  'test/campaigns/demo-anew.test.ts',
  'test/campaigns/headless-server.test.ts',
  'test/campaigns/logs.test.ts',
  'test/campaigns/npm-start.test.ts',
  'test/sandbox/page.test.ts',
  'test/demo/open-demo.test.ts',
  'test/demo/calendar.test.ts',
  'test/admin/browser.test.ts',
  'test/e2e/hanging-calls.test.ts',
  'test/e2e/long-document.test.ts',
];
