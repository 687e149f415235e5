/** A source of chance that gives the same sequence for the same seed. */
export type Random = {
  /** From 0 up to 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  /** One of the items; throws if there are none. */
  pick: <T>(items: readonly T[]) => T;
  /** The items in another order. */
  shuffle: <T>(items: readonly T[]) => T[];
};

/** Mulberry32: small, quick, and good enough to invent a school. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => {
      if (items.length === 0) {
        throw new Error('nothing to pick from');
      }
      return items[whole(0, items.length - 1)] as T;
    },
    shuffle: <T>(items: readonly T[]) => {
      const keyed = items.map((item) => ({ item, at: next() }));
      return keyed.sort((left, right) => left.at - right.at).map(({ item }) => item);
    },
  };
}
