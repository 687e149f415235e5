import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What passes between a bot and its messenger, at the three moments a crash can part. */
export type Moment = {
  method: string;
  phase: 'asked' | 'accepted' | 'answered';
  /** The answer holds updates. */
  full: boolean;
  /** The call confirms the updates of the one before. */
  confirms: boolean;
};

export type Line = {
  apiRoot: string;
  /** Waits until what is under way has reached the messenger or was cut. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * A line between a bot and the messenger at `target`. `watch` sees each moment and may hold it up;
 * where it answers `cut`, the bot is gone: what was asked doesn't arrive, what was answered neither.
 */
export async function openLine(
  target: string,
  watch: (moment: Moment) => Promise<'cut' | 'pass'>,
): Promise<Line> {
  const underWay = new Set<Promise<void>>();
  let confirmed = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const body = await bytesOf(request);
    const method = /[^/?]+(?=\?|$)/.exec(request.url ?? '')?.[0] ?? '';
    const offset = method === 'getUpdates' ? offsetOf(request, body) : 0;
    const confirms = offset > confirmed;
    confirmed = Math.max(confirmed, offset);
    const moment = { method, confirms, full: false };
    if ((await watch({ ...moment, phase: 'asked' })) === 'cut') {
      response.destroy();
      return;
    }
    // A poll that nobody waits for any more would take the next one's updates.
    const signal = method === 'getUpdates' ? gone.signal : null;
    const type = request.headers['content-type'];
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'POST',
      signal,
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      ...(type ? { headers: { 'content-type': type } } : {}),
    });
    const text = await answer.text();
    const full = method === 'getUpdates' && text.includes('"update_id"');
    if ((await watch({ ...moment, full, phase: 'accepted' })) === 'cut') {
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    await new Promise<void>((resolve) => response.end(text, resolve));
    await watch({ ...moment, full, phase: 'answered' });
  }

  const server = createServer((request, response) => {
    const passing = pass(request, response)
      .catch(() => response.destroy())
      .then(() => {
        underWay.delete(passing);
      });
    underWay.add(passing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    idle: async () => {
      await Promise.all(underWay);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Both libraries send JSON; the address is the other place Telegram reads it from. */
function offsetOf(request: IncomingMessage, body: Buffer): number {
  const [, offset = '0'] = /offset\W+(\d+)/.exec(`${request.url} ${body.toString()}`) ?? [];
  return Number(offset);
}
