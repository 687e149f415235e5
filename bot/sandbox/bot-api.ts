import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import type { CallLog } from './calls.ts';
import { type Faults, faultError } from './faults.ts';
import { createLongPoll } from './long-poll.ts';
import { findMethod } from './methods/table.ts';
import { integerParam, type Params, readParams } from './params.ts';
import type { FaultReply } from './sandbox-types.ts';
import type { State } from './state.ts';
import { createWebhook } from './webhook.ts';

type Options = { state: State; calls: CallLog; faults: Faults; delayMs: () => number };

export type BotApi = {
  /** Answers `/bot<token>/<method>`; `rest` is what follows `/bot`. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    rest: string,
    query: URLSearchParams,
  ): Promise<void>;
  /** Ends the waiting poller and the webhook. */
  close(): void;
};

/** The Bot API over HTTP: token, parameters, scripted faults, the method, Telegram's answer. */
export function createBotApi({ state, calls, faults, delayMs }: Options): BotApi {
  const longPoll = createLongPoll(state.updates);
  const webhook = createWebhook(state, async (name, values) =>
    run(name, { values, files: new Map() }, new AbortController().signal),
  );

  async function run(name: string, params: Params, gone: AbortSignal): Promise<unknown> {
    const method = findMethod(name);
    if (!method) {
      throw new ApiError(404, 'Not Found');
    }
    return method.run(params, { state, longPoll, webhook, gone });
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    rest: string,
    query: URLSearchParams,
  ) {
    const slash = rest.indexOf('/');
    const token = slash === -1 ? rest : rest.slice(0, slash);
    const method = rest.slice(token.length + 1);
    if (token !== state.token) {
      reply(response, new ApiError(401, 'Unauthorized'));
      return;
    }
    if (request.method !== 'GET' && request.method !== 'POST') {
      reply(response, new ApiError(405, 'Method Not Allowed'));
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const params = await readParams(request, query);
      await answerCall(findMethod(method)?.name ?? method, params, response, gone.signal);
    } catch (error) {
      reply(response, asApiError(error));
    }
  }

  async function answerCall(
    method: string,
    params: Params,
    response: ServerResponse,
    gone: AbortSignal,
  ) {
    const chatId = integerParam(params, 'chat_id');
    const names = [...params.files].map(([field, file]) => [field, file.name]);
    const answered = calls.arrived({
      at: state.clock(),
      method,
      ...(chatId !== undefined && { chatId }),
      payload: { ...params.values, ...Object.fromEntries(names) },
    });
    const fault = faults.take(method, chatId);
    const delay = delayMs() + (fault && 'delayMs' in fault ? fault.delayMs : 0);
    if (delay > 0) {
      await pause(delay);
    }
    const result = await attempt(method, params, gone, fault);
    if (fault && 'reset' in fault) {
      response.socket?.resetAndDestroy();
      return;
    }
    answered(reply(response, result));
  }

  async function attempt(
    method: string,
    params: Params,
    gone: AbortSignal,
    fault: FaultReply | undefined,
  ): Promise<{ result: unknown } | ApiError> {
    if (fault && 'status' in fault) {
      return faultError(fault);
    }
    if (fault && 'reset' in fault && fault.reset === 'before') {
      return { result: null };
    }
    try {
      return { result: await run(method, params, gone) };
    } catch (error) {
      return asApiError(error);
    }
  }

  return {
    answer,
    close() {
      longPoll.terminate('the end of the sandbox');
      webhook.remove();
    },
  };
}

function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new ApiError(500, `Internal Server Error: ${reason}`);
}

/** Writes Telegram's answer and returns its HTTP status. */
function reply(response: ServerResponse, outcome: { result: unknown } | ApiError): number {
  const failed = outcome instanceof ApiError;
  const status = failed ? outcome.code : 200;
  const body = JSON.stringify(
    failed
      ? {
          ok: false,
          error_code: outcome.code,
          description: outcome.message,
          ...(outcome.parameters && { parameters: outcome.parameters }),
        }
      : { ok: true, result: outcome.result },
  );
  if (!response.destroyed) {
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  }
  return status;
}
