import { describe, expect, it } from 'vitest';
import { type KeptBackup, rotatedOut } from '../../db/rules/backup-rotation.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-25T04:00:00Z');

/** A nightly backup so many days ago. */
function made(daysAgo: number): KeptBackup {
  const madeAt = new Date(NOW.getTime() - daysAgo * DAY_MS);
  const day = madeAt.toISOString().slice(0, 10);
  return { file: day, madeAt, day };
}

function keptOf(backups: KeptBackup[], now = NOW): string[] {
  const removed = new Set(rotatedOut(backups, now));
  return backups.map(({ file }) => file).filter((file) => !removed.has(file));
}

describe('the rotation of backups', () => {
  it('keeps 7 days, 4 weeks and 12 months of two years of nights', () => {
    const nights = Array.from({ length: 730 }, (_, daysAgo) => made(daysAgo));
    expect(keptOf(nights)).toEqual([
      ...['2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20'],
      ...['2026-11-19', '2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30', '2026-08-31'],
      ...['2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28'],
      ...['2026-01-31', '2025-12-31'],
    ]);
  });

  it('comes to the same night by night as at once', () => {
    let folder: KeptBackup[] = [];
    const all: KeptBackup[] = [];
    for (let daysAgo = 399; daysAgo >= 0; daysAgo -= 1) {
      const backup = made(daysAgo);
      all.push(backup);
      folder.push(backup);
      const removed = new Set(rotatedOut(folder, backup.madeAt));
      folder = folder.filter(({ file }) => !removed.has(file));
    }
    expect(folder.map(({ file }) => file)).toEqual(keptOf(all));
  });

  it('counts days that have a backup, so a long pause removes nothing', () => {
    const old = [100, 101, 102, 103].map(made);
    expect(keptOf([made(0), ...old])).toHaveLength(5);
  });

  it('keeps all of the last day, and then the newest of that day', () => {
    const before = { file: 'before the import', madeAt: new Date('2026-11-25T01:00:00Z') };
    const after = { file: 'after the import', madeAt: new Date('2026-11-25T02:00:00Z') };
    const both = [before, after].map((backup) => ({ ...backup, day: '2026-11-25' }));
    expect(keptOf(both)).toHaveLength(2);
    expect(keptOf(both, new Date(NOW.getTime() + DAY_MS))).toEqual(['after the import']);
  });

  it('leaves an empty folder and a single backup alone', () => {
    expect(rotatedOut([], NOW)).toEqual([]);
    expect(rotatedOut([made(900)], NOW)).toEqual([]);
  });
});
