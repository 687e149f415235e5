import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { actOnPhone } from './page-actions.ts';
import { streamChanges } from './page-events.ts';
import { chatView, stateView } from './page-views.ts';
import { readBody } from './params.ts';
import type { SandboxLink } from './sandbox-types.ts';
import type { State } from './state.ts';

export type PageRoutes = {
  /** Answers the chat page's own requests; everything it does not know is 404. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void>;
};

const FOLDER = new URL('./page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const HEADERS = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The chat page: its files, its JSON, its stream of changes, and what a visitor does on a phone. */
export function createPageRoutes(state: State, links: readonly SandboxLink[]): PageRoutes {
  async function get(response: ServerResponse, path: string, query: URLSearchParams) {
    const [, asset] = /^\/page\/([a-z-]+\.(?:css|js|svg))$/.exec(path) ?? [];
    const [, chatId] = /^\/page\/chats\/(\d+)$/.exec(path) ?? [];
    const [, fileId] = /^\/page\/files\/([\w-]+)$/.exec(path) ?? [];
    const chat = state.chats.get(Number(chatId));
    if (path === '/' || asset) {
      return sendAsset(response, asset ?? 'index.html');
    }
    if (path === '/page/state') {
      return sendJson(response, 200, stateView(state, links));
    }
    if (path === '/page/events') {
      return streamChanges(state, response);
    }
    if (chat?.person) {
      return sendJson(response, 200, chatView(state, chat));
    }
    return sendFile(state, response, fileId, query.has('download'));
  }

  return {
    async answer(request, response, path, query) {
      if (request.method === 'GET') {
        return get(response, path, query);
      }
      const [, personId, action] = /^\/page\/people\/(\d+)\/([a-z]+)$/.exec(path) ?? [];
      if (request.method !== 'POST' || action === undefined) {
        return sendJson(response, 404, { error: 'not found' });
      }
      try {
        const body = await readBody(request);
        actOnPhone(state, Number(personId), action, body, query);
        sendJson(response, 200, {});
      } catch (error) {
        sendJson(response, 409, { error: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}

async function sendAsset(response: ServerResponse, name: string): Promise<void> {
  const content = await readFile(new URL(name, FOLDER)).catch(() => undefined);
  if (!content) {
    return sendJson(response, 404, { error: 'not found' });
  }
  response.writeHead(200, { ...HEADERS, 'content-type': TYPES[extname(name)] });
  response.end(content);
}

/** A picture may be shown in the page; everything else is only ever downloaded. */
function sendFile(
  state: State,
  response: ServerResponse,
  id: string | undefined,
  download: boolean,
): void {
  const file = id === undefined ? undefined : state.files.byId(id);
  if (!file) {
    sendJson(response, 404, { error: 'not found' });
    return;
  }
  const shown = !download && /^image\/(png|jpeg|gif|webp)$/.test(file.mime);
  response.writeHead(200, {
    ...HEADERS,
    'content-type': shown ? file.mime : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
