// Telegram allows about 30 messages a second to all chats and one a second to a chat. Gaps a little
// wider than that keep every sliding window inside the limit, however the network squeezes them.
const GAP_MS = 34;
const CHAT_GAP_MS = 1_020;
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
