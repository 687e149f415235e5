import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDb, type TestDb } from '../database.ts';

describe('the write queue', () => {
  let test: TestDb;

  beforeAll(async () => {
    test = await openTestDb(() => new Date());
  });
  afterAll(() => test.close());

  it('lets a hundred concurrent writers all succeed', async () => {
    const { db } = test;
    await db.write(({ transaction }) =>
      db.models.Setting.create({ key: 'counter', value: '0' }, { transaction }),
    );
    await Promise.all(
      Array.from({ length: 100 }, () =>
        db.write(async ({ transaction }) => {
          const row = await db.models.Setting.findByPk('counter', {
            transaction,
            rejectOnEmpty: true,
          });
          await row.update({ value: String(Number(row.value) + 1) }, { transaction });
        }),
      ),
    );
    const row = await db.models.Setting.findByPk('counter');
    expect(row?.value).toBe('100');
  });

  it('rolls back one writer alone, also when others share its commit', async () => {
    const { db } = test;
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        db.write(async ({ transaction }) => {
          await db.models.Setting.create({ key: `writer-${index}`, value: 'x' }, { transaction });
          if (index % 3 === 1) {
            throw new Error('changed my mind');
          }
        }),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 9 }, (_, index) => (index % 3 === 1 ? 'rejected' : 'fulfilled')),
    );
    const rows = await db.select<{ key: string }>(
      "SELECT key FROM setting WHERE key LIKE 'writer-%' ORDER BY key",
    );
    expect(rows.map(({ key }) => key)).toEqual(
      [0, 2, 3, 5, 6, 8].map((index) => `writer-${index}`),
    );
  });

  it('tells everybody when the database gives up the transaction they shared', async () => {
    const { db } = test;
    const create = (key: string) =>
      db.write(({ transaction }) => db.models.Setting.create({ key, value: 'x' }, { transaction }));
    const results = await Promise.allSettled([
      create('before'),
      create('shared-1'),
      db.write(async ({ run }) => {
        // As SQLite does by itself when the disk is full.
        await run('ROLLBACK', {});
        throw new Error('the disk is full');
      }),
      create('shared-2'),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    await create('after');
    const rows = await db.select<{ key: string }>(
      "SELECT key FROM setting WHERE key IN ('before', 'shared-1', 'shared-2', 'after')",
    );
    expect(rows.map(({ key }) => key).sort()).toEqual(['after', 'before']);
  });

  it('refuses a unique clash without harming its neighbours', async () => {
    const { db } = test;
    const create = (key: string) =>
      db.write(({ transaction }) => db.models.Setting.create({ key, value: 'x' }, { transaction }));
    const results = await Promise.allSettled(['a', 'b', 'a', 'c'].map(create));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('does not let a write without a transaction through on SQLite', async () => {
    const { db } = test;
    if (db.dialect === 'sqlite') {
      await expect(db.models.Setting.create({ key: 'stray', value: 'x' })).rejects.toThrow();
    }
  });

  it('runs every transaction under the PRAGMAs of the product', async () => {
    const { db } = test;
    if (db.dialect === 'sqlite') {
      const read = async (pragma: string) =>
        db.write(async (tx) =>
          Object.values((await db.select(`PRAGMA ${pragma}`, {}, tx))[0] ?? {}).at(0),
        );
      expect(await read('busy_timeout')).toBe(5000);
      expect(await read('synchronous')).toBe(2);
      expect(await read('foreign_keys')).toBe(1);
      expect(await read('journal_mode')).toBe('wal');
    }
  });
});
