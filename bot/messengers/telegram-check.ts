import { CALL_SECONDS } from './telegram-limits.ts';

/** What Telegram says of a token to somebody who only asks. */
export type TelegramFacts = {
  /** `refused`: the token is not valid. `silent`: there was no answer of the Bot API. */
  token: 'accepted' | 'refused' | 'silent';
  username: string;
  /** The messages of the bot are sent to another program's address. */
  webhook: boolean;
  /** The messenger's clock; null if it didn't say. */
  time: Date | null;
};

type Answer = { ok?: boolean; result?: { username?: string; url?: string } };

/**
 * Asks who the token is and whether anything else has its messages. It fetches none: that would cut
 * off whoever is fetching them, which may be the journal itself.
 */
export async function askTelegram(token: string, apiRoot: string): Promise<TelegramFacts> {
  const silent = { token: 'silent', username: '', webhook: false, time: null } as const;
  const call = async (method: string) => {
    const signal = AbortSignal.timeout(CALL_SECONDS * 1000);
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, { signal });
    return { response, answer: (await response.json()) as Answer };
  };
  try {
    const { response, answer } = await call('getMe');
    const date = response.headers.get('date');
    const time = date === null ? null : new Date(date);
    if (!answer.ok) {
      const refused = response.status === 401 || response.status === 404;
      return { ...silent, token: refused ? 'refused' : 'silent', time };
    }
    const hook = (await call('getWebhookInfo')).answer.result?.url ?? '';
    const username = answer.result?.username ?? '';
    return { token: 'accepted', username, webhook: hook !== '', time };
  } catch {
    return silent;
  }
}
