import { describe, expect, it, vi } from 'vitest';
import { LIBRARIES } from '../libraries.ts';
import { openWorld } from '../world.ts';

const MOTHER = 201;

describe.each(LIBRARIES)('a bot over $library', ({ create }) => {
  it('stops though Telegram hangs, and says after it what was cut off', async () => {
    const world = await openWorld({ create, people: [MOTHER] });
    // Longer than a test may take: neither this call nor the fetch would end by itself.
    const reply = { delayMs: 60_000 };
    world.sandbox.script({ method: 'sendMessage', times: 1, reply });
    await world.start();
    world.sandbox.user(MOTHER).send('/help');
    await vi.waitFor(
      () => expect(world.sandbox.calls().map(({ method }) => method)).toContain('sendMessage'),
      { timeout: 10_000 },
    );
    await world.stop();
    await world.start();
    await vi.waitFor(() => expect(world.words(MOTHER)).toHaveLength(1), { timeout: 10_000 });
    await world.close();
  });
});
