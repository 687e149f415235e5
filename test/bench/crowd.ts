import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';

/** What a crowd of users saw: how many replies a second, and how long each took. */
export type CrowdResult = { perSecond: number; p50: number; p99: number };

/** How many users write how often. */
export type Crowd = { users: number; rounds: number; text: string };

export const CROWD_TOKEN = '1:token-of-the-benchmark-sandbox';
const FIRST_USER = 5_000;

/** The chats of a crowd of this size. */
export function crowdIds(size: number): number[] {
  return Array.from({ length: size }, (_, index) => FIRST_USER + index);
}

export function crowdSandbox(size: number): Promise<Sandbox> {
  return startSandbox({
    token: CROWD_TOKEN,
    clock: () => new Date(),
    people: crowdIds(size).map((id) => ({ id, firstName: `U${id}`, note: '', started: true })),
  });
}

/**
 * Every user of the crowd writes `text`, waits for the reply, and writes again, `rounds` times: a
 * closed loop, so that a slow bot is asked less rather than drowned.
 */
export async function askAll(
  sandbox: Sandbox,
  { users, rounds, text }: Crowd,
): Promise<CrowdResult> {
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(
    crowdIds(users).map(async (id) => {
      const user = sandbox.user(id);
      for (let round = 0; round < rounds; round += 1) {
        const asked = performance.now();
        const after = user.send(text);
        await user.waitFor(({ from }) => from === 'bot', { after, timeoutMs: 60_000 });
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((left, right) => left - right);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { perSecond: (users * rounds) / seconds, p50: at(0.5), p99: at(0.99) };
}
