// Telegram allows about 30 messages a second to all chats and one a second to a chat. The gaps are a
// little wider: 31 messages take 1080 ms, two to a chat 1060, so a network that holds up the first
// of them for half a tenth of a second doesn't squeeze them into one second.
const GAP_MS = 36;
const CHAT_GAP_MS = 1_060;
// A timer that fires late gives this much back to the next message.
const LATENESS_MS = 5;
// Enough chats to remember: those spoken to within the last second, many times over.
const REMEMBERED = 10_000;

/** Says when the next message may go, by a monotonic clock in milliseconds. */
export type Pace = {
  /** Milliseconds until a notice may go to this chat; 0 is now. */
  wait: (chat: string) => number;
  /** A message goes out now. Replies count for their chat only: answering isn't bulk sending. */
  sent: (chat: string, reply: boolean) => void;
  /** Everybody waits: Telegram said so. */
  pause: (ms: number) => void;
  /** Milliseconds until the pause ends; 0 if there is none. */
  paused: () => number;
};

export function createPace(monotonic: () => number): Pace {
  const chats = new Map<string, number>();
  let free = 0;
  let pausedUntil = 0;

  return {
    wait: (chat) => {
      const at = Math.max(free, chats.get(chat) ?? 0, pausedUntil);
      return Math.max(0, at - monotonic());
    },
    sent: (chat, reply) => {
      const now = monotonic();
      chats.delete(chat);
      chats.set(chat, now + CHAT_GAP_MS);
      const oldest = chats.size > REMEMBERED ? chats.keys().next().value : undefined;
      if (oldest !== undefined) {
        chats.delete(oldest);
      }
      if (!reply) {
        free = Math.max(now - LATENESS_MS, free) + GAP_MS;
      }
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, monotonic() + ms);
    },
    paused: () => Math.max(0, pausedUntil - monotonic()),
  };
}
