import { ApiError, badRequest, forbidden } from './api-error.ts';
import type { Fault, FaultReply } from './sandbox-types.ts';

export type Faults = {
  script(fault: Fault): void;
  /** The scripted reply for this call, counted down; undefined when the call goes on as usual. */
  take(method: string, chatId: number | undefined): FaultReply | undefined;
};

/** Scripted faults, used in the order in which they were scripted. */
export function createFaults(): Faults {
  const scripted: Fault[] = [];
  return {
    script(fault) {
      scripted.push({ ...fault });
    },
    take(method, chatId) {
      const index = scripted.findIndex(
        (fault) =>
          fault.method.toLowerCase() === method.toLowerCase() &&
          (fault.chatId === undefined || fault.chatId === chatId),
      );
      const fault = scripted[index];
      if (!fault) {
        return undefined;
      }
      fault.times -= 1;
      if (fault.times <= 0) {
        scripted.splice(index, 1);
      }
      return fault.reply;
    },
  };
}

/** The error that a scripted status stands for. */
export function faultError(reply: Exclude<FaultReply, { reset: unknown } | { delayMs: unknown }>) {
  switch (reply.status) {
    case 429:
      return new ApiError(429, `Too Many Requests: retry after ${reply.retryAfter}`, {
        retry_after: reply.retryAfter,
      });
    case 400:
      if ('migratedTo' in reply) {
        return new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
          migrate_to_chat_id: reply.migratedTo,
        });
      }
      return badRequest(reply.description.replace(/^Bad Request: /, ''));
    case 403:
      return forbidden(reply.description.replace(/^Forbidden: /, ''));
    case 500:
      return new ApiError(500, 'Internal Server Error');
  }
}
