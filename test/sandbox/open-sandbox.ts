import { type Sandbox, type SandboxPerson, startSandbox } from '../../bot/sandbox/start-sandbox.ts';

export const TOKEN = '4242:sandbox-test-token';

export const PEOPLE: readonly SandboxPerson[] = [
  {
    id: 101,
    firstName: 'Анна',
    lastName: 'Белова',
    note: 'учитель математики',
    hint: 'Нажмите «Старт»',
    started: true,
  },
  { id: 203, firstName: 'Мария', lastName: 'Петрова', note: 'мама ученика 7А', started: true },
  { id: 305, firstName: 'Олег', note: 'ещё не писал боту' },
];

export type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** One Bot API call as JSON. */
export async function call(
  sandbox: Sandbox,
  method: string,
  payload: Record<string, unknown> = {},
): Promise<Answer & { status: number }> {
  const response = await fetch(`${sandbox.apiRoot}/bot${sandbox.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}

/** A sandbox with three people and a clock that can be moved by seconds. */
export async function openSandbox(): Promise<Sandbox & { pass(seconds: number): void }> {
  let now = Date.UTC(2026, 10, 24, 9, 0, 0);
  const sandbox = await startSandbox({
    token: TOKEN,
    people: PEOPLE,
    clock: () => new Date(now),
    botUsername: 'journal_test_bot',
    botName: 'Журнал',
    links: [{ label: 'Панель', href: 'http://127.0.0.1:1/admin' }],
  });
  return {
    ...sandbox,
    pass(seconds) {
      now += seconds * 1000;
    },
  };
}

/** A PNG of one pixel. */
export const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
