import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../db/error-facts.ts';
import { isStillWaiting } from '../../db/reports/unsent-messages.ts';
import type { DrawnFile, Meanwhile } from '../dialogue/reply.ts';
import type { LineDeps } from './deps.ts';
import type { Documents } from './documents.ts';
import type { Pace } from './pace.ts';

// What is quicker than this needs no words.
const MOMENT_MS = 2_000;
// A chat takes an edit a second.
const BETWEEN_MS = 1_500;

/** The document isn't wanted any more: nothing is to be sent. */
export class CalledOff extends Error {}

/**
 * Makes a document and, once that takes longer than a moment, shows on the screen it was asked from
 * how much is done, with a button to call it off. The words in sight are no part of the outbox: a
 * crash loses them, and whoever makes the document again says the last of them (`again`). Throws
 * CalledOff when the message was given up meanwhile.
 */
export async function makeInSight(
  {
    db,
    messenger,
    log,
    documents,
    pace,
  }: Pick<LineDeps, 'db' | 'messenger' | 'log'> & { documents: Documents; pace: Pace },
  { id, chat, again }: { id: number; chat: string; again: boolean },
  { screen, busy, stop, done, back }: Meanwhile,
  file: DrawnFile,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  let percent: number | null = null;
  let shown = again ? '?' : '';
  const made = documents.make(file, either, (now) => {
    percent = now;
  });
  const ended = made.then(
    () => true,
    () => true,
  );

  /** Where it can't be asked now, it is at the next look. */
  async function isWanted(): Promise<boolean> {
    try {
      return await isStillWaiting(db, id);
    } catch (error) {
      log.warn({ outboxId: id, error: errorFacts(error) }, 'could not look after a document');
      return true;
    }
  }

  async function show(text: string, buttons: Meanwhile['back']): Promise<void> {
    if (text === shown) {
      return;
    }
    shown = text;
    pace.sent(chat, true);
    try {
      await messenger.deliver(chat, { text, buttons, replace: screen }, signal);
    } catch (error) {
      // The words alone are lost: what the chat has asked for comes all the same.
      log.debug({ outboxId: id, error: errorFacts(error) }, 'progress was not shown');
    }
  }

  let pause = MOMENT_MS;
  while (!(await Promise.race([ended, sleep(pause, false, { signal: over.signal })]))) {
    if (!(await isWanted())) {
      over.abort();
      throw new CalledOff();
    }
    await show(percent === null ? busy : `${busy} ${percent} %`, [[stop]]);
    pause = BETWEEN_MS;
  }
  over.abort();
  const bytes = await made;
  if (shown !== '') {
    if (!(await isWanted())) {
      throw new CalledOff();
    }
    await show(done, back);
  }
  return bytes;
}
