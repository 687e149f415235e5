import { beforeEach, describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../bot/delivery/pace.ts';

describe('the pace', () => {
  let now: number;
  let pace: Pace;

  beforeEach(() => {
    now = 1_000;
    pace = createPace(() => now);
  });

  /** Sends notices to these chats as early as allowed, each call `late` ms after its time. */
  function sendAll(chats: readonly string[], late = 0): number[] {
    return chats.map((chat) => {
      now += pace.wait(chat) + late;
      pace.sent(chat, false);
      return now;
    });
  }

  const crowd = Array.from({ length: 300 }, (_, index) => `tg:${index}`);
  const mostWithin = (times: readonly number[], ms: number) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

  it.each([0, 3, 20])(
    'lets thirty notices through in any second, timers being %i ms late',
    (late) => {
      const times = sendAll(crowd, late);
      // Even if the network holds the first of them up for 75 ms.
      expect(mostWithin(times, 1_075)).toBeLessThanOrEqual(30);
    },
  );

  it('is no slower than needed', () => {
    const times = sendAll(crowd);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(300 * 37);
  });

  it('leaves a second between two messages of a chat, an answer counted', () => {
    pace.sent('tg:1', true);
    expect(pace.wait('tg:1')).toBeGreaterThan(1_000);
    expect(pace.wait('tg:2')).toBe(0);
    now += pace.wait('tg:1');
    pace.sent('tg:1', false);
    expect(pace.wait('tg:1')).toBeGreaterThan(1_000);
  });

  it('stops everything for as long as Telegram says, the longest word counting', () => {
    pace.pause(5_000);
    pace.pause(1_000);
    expect(pace.paused()).toBe(5_000);
    expect(pace.wait('tg:1')).toBe(5_000);
    now += 5_000;
    expect(pace.paused()).toBe(0);
    expect(pace.wait('tg:1')).toBe(0);
  });
});
