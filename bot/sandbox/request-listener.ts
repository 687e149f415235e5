import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BotApi } from './bot-api.ts';
import { refusal } from './guard.ts';
import type { PageRoutes } from './page-routes.ts';
import type { State } from './state.ts';

/** Sends each request to the Bot API, to the bot's files or to the chat page, after the guard. */
export function createRequestListener(parts: {
  state: State;
  botApi: BotApi;
  page: PageRoutes;
}): RequestListener {
  return (request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
      } else {
        plain(response, 500, error instanceof Error ? error.message : String(error));
      }
    });
  };
}

async function route(
  { state, botApi, page }: { state: State; botApi: BotApi; page: PageRoutes },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reason = refusal(request);
  if (reason) {
    plain(response, 403, reason);
    return;
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodePath(pathname);
  if (path.startsWith('/bot')) {
    return botApi.answer(request, response, path.slice('/bot'.length), searchParams);
  }
  if (path.startsWith('/file/bot')) {
    sendBotFile(state, response, path.slice('/file/bot'.length));
    return;
  }
  return page.answer(request, response, path, searchParams);
}

/** `/file/bot<token>/<file_path>`, as getFile names it. */
function sendBotFile(state: State, response: ServerResponse, rest: string): void {
  const prefix = `${state.token}/`;
  if (!rest.startsWith(prefix)) {
    plain(response, 401, 'Unauthorized');
    return;
  }
  const file = state.files.byPath(rest.slice(prefix.length));
  if (!file) {
    plain(response, 404, 'Not Found');
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes.length,
  });
  response.end(file.bytes);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
