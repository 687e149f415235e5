import { DeliveryFailure } from './messenger.ts';
import { CALL_SECONDS } from './telegram-limits.ts';

/** What Telegram says of a file it is ready to give. */
export type TelegramFile = { file_path?: string; file_size?: number };

// Telegram gives a bot no more, and nothing that claims less may take more of our memory.
const LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * Downloads a file of at most 20 MB that `getFile` has named; no library has a call for it. Throws a
 * DeliveryFailure within half a minute; an aborted `signal` makes it fail at once.
 */
export async function downloadFile(
  { token, apiRoot }: { token: string; apiRoot: string },
  { file_path = '', file_size = 0 }: TelegramFile,
  stop: AbortSignal,
): Promise<Uint8Array> {
  if (file_path === '' || file_size > LIMIT_BYTES) {
    throw new DeliveryFailure({ kind: 'rejected' }, null);
  }
  const path = file_path.split('/').map(encodeURIComponent).join('/');
  const signal = AbortSignal.any([stop, AbortSignal.timeout(CALL_SECONDS * 1000)]);
  try {
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal });
    if (!response.ok) {
      await response.body?.cancel();
      throw new DeliveryFailure({ kind: response.status >= 500 ? 'trouble' : 'rejected' }, null);
    }
    return await readBody(response);
  } catch (error) {
    throw error instanceof DeliveryFailure
      ? error
      : new DeliveryFailure({ kind: 'trouble' }, error);
  }
}

async function readBody({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) {
      throw new DeliveryFailure({ kind: 'rejected' }, null);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
