import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocuments, type Documents } from '../../bot/delivery/documents.ts';
import type { DrawnFile } from '../../bot/dialogue/reply.ts';
import { DeliveryFailure } from '../../bot/messengers/messenger.ts';
import { longPaper } from '../long-paper.ts';

const PDF = '%PDF-';
const LONG = 120_000;
const never = new AbortController().signal;

let documents: Documents;
afterEach(() => documents.close());

/** A print of one table with so many rows. */
function print(rows: number, as: 'pdf' | 'xlsx' = 'pdf'): DrawnFile {
  return { kind: 'document', name: `x.${as}`, paper: longPaper(rows), as };
}

const headOf = (bytes: Uint8Array) => Buffer.from(bytes).subarray(0, PDF.length).toString();

describe('documents', () => {
  it(
    'are made while the main thread goes on',
    async () => {
      documents = createDocuments({ limitMs: LONG });
      await documents.make(print(1), never);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const bytes = await documents.make(print(1_500), never);
      delay.disable();
      expect(headOf(bytes)).toBe(PDF);
      // On the main thread this print stops everything for as long as it takes: over half a second.
      expect(delay.max / 1e6).toBeLessThan(400);
    },
    LONG,
  );

  it(
    'that take too long fail as trouble',
    async () => {
      documents = createDocuments({ limitMs: 1 });
      await expect(documents.make(print(1), never)).rejects.toMatchObject({
        failure: { kind: 'trouble' },
      });
    },
    LONG,
  );

  it(
    'too large for the memory end the thread and themselves, and nothing else',
    async () => {
      documents = createDocuments({ limitMs: LONG, memoryMb: 64 });
      const made = await Promise.allSettled([
        documents.make(print(100_000, 'xlsx'), never),
        documents.make(print(1), never),
      ]);
      expect(made.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
      const [{ reason } = { reason: null }] = made.filter((one) => one.status === 'rejected');
      expect(reason).toBeInstanceOf(DeliveryFailure);
      expect(reason).toMatchObject({ failure: { kind: 'trouble' } });
    },
    LONG,
  );

  it(
    'are given up at once when the bot stops, and later ones are made by a new thread',
    async () => {
      documents = createDocuments({ limitMs: LONG });
      const stopping = new AbortController();
      const making = Promise.allSettled([
        documents.make(print(3_000), stopping.signal),
        documents.make(print(3_000), stopping.signal),
      ]);
      const began = performance.now();
      stopping.abort();
      const results = await making;
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(performance.now() - began).toBeLessThan(4_000);
      expect(headOf(await documents.make(print(1), never))).toBe(PDF);
    },
    LONG,
  );

  it(
    'that can’t be made are a defect, not trouble to be tried again',
    async () => {
      documents = createDocuments({ limitMs: LONG });
      const broken = { kind: 'document', name: 'x', packed: { as: 'record', text: 'no gzip' } };
      const failed = documents.make(broken as DrawnFile, never);
      await expect(failed).rejects.not.toBeInstanceOf(DeliveryFailure);
      expect(headOf(await documents.make(print(1), never))).toBe(PDF);
    },
    LONG,
  );
});
