import { makeBackup } from '../../db/backup/make-backup.ts';
import { openDb } from '../../db/open.ts';
import { testClock } from '../clock.ts';
import { KEY } from './key.ts';

// A backup in a process of its own, so that a test can kill it.
const [url = '', folder = '', now] = process.argv.slice(2);
const db = await openDb({ url, clock: testClock(now), timezone: 'Europe/Moscow' });
await makeBackup(db, { databaseUrl: url, folder, key: KEY, ownKey: true, hook: null }, 'console');
await db.close();
