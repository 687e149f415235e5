import { on, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ErrorFacts } from '../../db/error-facts.ts';
import type { DrawnFile } from '../dialogue/reply.ts';
import { DeliveryFailure } from '../messengers/messenger.ts';
import type { Made, Underway } from './document-thread.ts';

// The largest print of a school takes a second or two; the machine may be busy, and the first one
// waits for its libraries too.
const LIMIT_MS = 20_000;
// What a thread may take, so that one monstrous document ends it and not the process.
const MEMORY_MB = 512;

export type Documents = {
  /**
   * Makes a document into bytes off the main thread, one after the other. Fails as trouble, to be
   * tried again, when the thread died or took too long over it, or when `signal` is aborted. `tell`
   * hears how much is done, in percent, where that is known.
   */
  make: (
    file: DrawnFile,
    signal: AbortSignal,
    tell?: (percent: number) => void,
  ) => Promise<Uint8Array>;
  /** Ends the thread; a later document starts another. */
  close: () => Promise<void>;
};

/** One thread for heavy documents. It starts with the first of them and again after its death. */
export function createDocuments({ limitMs = LIMIT_MS, memoryMb = MEMORY_MB } = {}): Documents {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const makeNext: Documents['make'] = async (file, signal, tell) => {
    signal.throwIfAborted();
    thread ??= start(memoryMb);
    const worker = thread;
    const over = new AbortController();
    const end = () => over.abort();
    const timer = setTimeout(end, limitMs);
    signal.addEventListener('abort', end, { signal: over.signal });
    try {
      const answer = Promise.race([
        lastWord(worker, over.signal, tell),
        death(worker, over.signal),
      ]);
      worker.postMessage(file);
      const made = await answer;
      if ('failed' in made) {
        throw new BrokenDocument(made.failed);
      }
      return made.bytes;
    } catch (error) {
      if (!(error instanceof BrokenDocument)) {
        // It may still be at work on this one.
        thread = null;
        await worker.terminate();
      }
      throw error;
    } finally {
      clearTimeout(timer);
      end();
    }
  };

  return {
    make: async (file, signal, tell) => {
      const made = last.then(() => makeNext(file, signal, tell));
      last = made.catch(() => undefined);
      try {
        return await made;
      } catch (error) {
        throw error instanceof BrokenDocument
          ? error
          : new DeliveryFailure({ kind: 'trouble' }, error);
      }
    },
    close: async () => {
      const worker = thread;
      thread = null;
      await worker?.terminate();
    },
  };
}

/** A document that can't be made, however often it is tried: a defect of ours. */
class BrokenDocument extends Error {
  constructor({ name, at }: ErrorFacts) {
    super('a document was not made');
    this.name = name;
    // Of where it broke, which is in the thread: this is what the log tells.
    this.stack = at.map((frame) => `    ${frame}`).join('\n');
  }
}

function start(memoryMb: number): Worker {
  const worker = new Worker(new URL('./document-thread.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // A thread without work doesn't keep the process alive.
  worker.unref();
  // Whoever waits for a document hears of its death; between documents nobody does, and nobody need.
  worker.on('error', () => undefined);
  return worker;
}

/** Waits for what a thread answers in the end. */
async function lastWord(
  worker: Worker,
  signal: AbortSignal,
  tell: (percent: number) => void = () => undefined,
): Promise<Made> {
  // Keeps what comes between two looks.
  for await (const [said] of on(worker, 'message', { signal }) as AsyncIterable<
    [Made | Underway]
  >) {
    if (!('percent' in said)) {
      return said;
    }
    tell(said.percent);
  }
  throw new Error('the thread of documents fell silent');
}

async function death(worker: Worker, signal: AbortSignal): Promise<never> {
  await once(worker, 'exit', { signal });
  throw new Error('the thread of documents died');
}
