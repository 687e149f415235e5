import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CONSENT_VERSION } from '../../bot/dialogue/consent-version.ts';
import { openDemo } from '../../db/demo/open-demo.ts';
import { testClock } from '../clock.ts';

const MAKING_MS = 180_000;
const PEPPER = 'a pepper of the demo';

test(
  'the demo is made anew on another day, and where its codes would not fit',
  async () => {
    const clock = testClock('2026-09-25T07:30+03:00');
    const root = await mkdtemp(join(tmpdir(), 'zhurnal-demo-'));
    const open = async (pepper: string) => {
      const { db, people } = await openDemo({
        folder: join(root, 'demo'),
        ...{ clock, timezone: 'Europe/Moscow', pepper, consentVersion: CONSENT_VERSION },
      });
      const [marks] = await db.select<{ newest: string }>('SELECT MAX(date) AS newest FROM lesson');
      const [invites] = await db.select<{ hashes: string }>(
        'SELECT MIN(code_hash) AS hashes FROM invite',
      );
      await db.close();
      return { newest: marks?.newest, code: invites?.hashes, names: people.map((p) => p.lastName) };
    };
    const first = await open(PEPPER);
    expect(first.newest).toBe('2026-09-24');
    clock.advance({ days: 3 });
    const second = await open(PEPPER);
    expect(second.newest).toBe('2026-09-25');
    expect(second.names).toEqual(first.names);
    expect((await open(PEPPER)).code).toBe(second.code);
    expect((await open('another pepper')).code).not.toBe(second.code);
    await rm(root, { recursive: true });
  },
  MAKING_MS,
);
