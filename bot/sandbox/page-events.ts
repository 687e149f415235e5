import type { ServerResponse } from 'node:http';
import { messageView } from './page-views.ts';
import type { Change, State } from './state.ts';

const HEARTBEAT_MS = 20_000;

/** Server-sent events: every change of every private chat, until the page goes away. */
export function streamChanges(state: State, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write('retry: 1000\n\n');
  const stop = state.onChange((change) =>
    response.write(`data: ${JSON.stringify(view(change))}\n\n`),
  );
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

function view(change: Change) {
  return change.kind === 'message' ? { ...change, message: messageView(change.message) } : change;
}
