import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryFailure, type Messenger } from '../../bot/messengers/messenger.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { TOKEN } from '../bot-facts.ts';
import { testClock } from '../clock.ts';
import { LIBRARIES } from '../libraries.ts';

const TEACHER = 1;
const STOP = new AbortController().signal;

describe.each(LIBRARIES)('a file fetched by $library', ({ create }) => {
  let sandbox: Sandbox;
  let messenger: Messenger;

  beforeEach(async () => {
    sandbox = await startSandbox({
      token: TOKEN,
      clock: testClock(),
      people: [{ id: TEACHER, firstName: 'P1', note: '', started: true }],
    });
    messenger = create(TOKEN, sandbox.apiRoot);
  });
  afterEach(() => sandbox.close());

  async function sent(bytes: Uint8Array): Promise<string> {
    sandbox.user(TEACHER).sendDocument(bytes, 'КТП 7А.xlsx');
    const { events } = await messenger.poll(0, STOP);
    const event = events.at(-1);
    if (event?.kind !== 'file' || event.fileId === undefined) {
      throw new Error('no file arrived');
    }
    return event.fileId;
  }

  const failureOf = (fetching: Promise<unknown>) =>
    fetching.then(
      () => 'fetched',
      (error: unknown) => {
        expect(String(error instanceof Error ? error.stack : error)).not.toContain(TOKEN);
        return error instanceof DeliveryFailure ? error.failure.kind : error;
      },
    );

  it('comes byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
    const fetched = await messenger.fetchFile(await sent(bytes), STOP);
    expect(Buffer.from(fetched).equals(Buffer.from(bytes))).toBe(true);
  });

  it('that is unknown, over 20 MB or not given now is a failure without the token', async () => {
    expect(await failureOf(messenger.fetchFile('nobody-sent-it', STOP))).toBe('rejected');
    const big = await sent(new Uint8Array(20 * 1024 * 1024 + 1));
    expect(await failureOf(messenger.fetchFile(big, STOP))).toBe('rejected');
    sandbox.script({ method: 'getFile', times: 1, reply: { status: 500 } });
    expect(await failureOf(messenger.fetchFile(big, STOP))).toBe('trouble');
  });

  it('is given up when the bot stops, or when nobody answers', async () => {
    const fileId = await sent(Uint8Array.of(1, 2, 3));
    expect(await failureOf(messenger.fetchFile(fileId, AbortSignal.abort()))).toBe('trouble');
    await sandbox.close();
    expect(await failureOf(messenger.fetchFile(fileId, STOP))).toBe('trouble');
  });
});
