import type { Failure } from './messenger.ts';

/** An error answer of the Bot API. */
export type ApiError = {
  error_code: number;
  description: string;
  parameters?: { retry_after?: number | undefined; migrate_to_chat_id?: number | undefined };
};

const BY_DESCRIPTION: [RegExp, Failure][] = [
  [/message is not modified/i, { kind: 'unchanged' }],
  [/can't parse entities/i, { kind: 'markup' }],
  [
    /message to (edit|delete) not found|message can't be (edited|deleted)|there is no (text|media) in the message to edit/i,
    { kind: 'target-lost' },
  ],
  [/chat not found|user is deactivated|PEER_ID_INVALID/i, { kind: 'gone' }],
];

/** Sorts an error answer by what has to be done about it. */
export function failureOf({ error_code, description, parameters }: ApiError): Failure {
  if (error_code === 429) {
    return { kind: 'flood', retryAfter: parameters?.retry_after ?? 1 };
  }
  if (error_code === 401 || error_code === 404) {
    return { kind: 'unauthorised' };
  }
  if (error_code === 409) {
    return { kind: 'conflict' };
  }
  if (error_code === 403) {
    return { kind: 'gone' };
  }
  if (error_code >= 500) {
    return { kind: 'trouble' };
  }
  if (parameters?.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: `tg:${parameters.migrate_to_chat_id}` };
  }
  const known = BY_DESCRIPTION.find(([pattern]) => pattern.test(description));
  return known ? known[1] : { kind: 'rejected' };
}
