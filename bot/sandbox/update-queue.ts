import type { WireHappening, WireUpdate } from './wire.ts';

export type UpdateQueue = {
  /** Gives the happening its id and keeps it, unless its kind is not among the allowed updates. */
  push(happening: WireHappening): void;
  /** Keeps an update as it is, whatever is in it; the next id is its own unless it has one. Returns that. */
  insert(update: object): number;
  /** What getUpdates returns; a positive offset forgets all before it, a negative one all but the last. */
  read(offset: number, limit: number): WireUpdate[];
  /** Forgets one delivered update (webhooks). */
  remove(id: number): void;
  all(): readonly WireUpdate[];
  clear(): void;
  /** undefined or empty: every kind. Holds for the updates that come later. */
  allow(kinds: readonly string[] | undefined): void;
  allowed(): readonly string[];
  /** The listener is called after each push. Returns how to stop. */
  onPush(listener: () => void): () => void;
};

/** Pending updates of the bot, in memory, ids growing by one. */
export function createUpdateQueue(firstId: number): UpdateQueue {
  let pending: WireUpdate[] = [];
  let nextId = firstId;
  let kinds: readonly string[] = [];
  const listeners = new Set<() => void>();

  function keep(update: WireUpdate) {
    pending.push(update);
    for (const listener of [...listeners]) {
      listener();
    }
  }

  return {
    push(happening) {
      const kind = Object.keys(happening)[0] ?? '';
      if (kinds.length > 0 && !kinds.includes(kind)) {
        return;
      }
      keep({ update_id: nextId++, ...happening });
    },
    insert(update) {
      const id = nextId++;
      const numbered = { update_id: id, ...update };
      keep(numbered as unknown as WireUpdate);
      return numbered.update_id;
    },
    read(offset, limit) {
      if (offset < 0) {
        pending = pending.slice(offset);
      } else if (offset > 0) {
        pending = pending.filter((update) => update.update_id >= offset);
      }
      return pending.slice(0, limit);
    },
    remove(id) {
      pending = pending.filter((update) => update.update_id !== id);
    },
    all: () => pending,
    clear() {
      pending = [];
    },
    allow(wanted) {
      kinds = wanted ?? [];
    },
    allowed: () => kinds,
    onPush(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
