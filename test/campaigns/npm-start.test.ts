import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePair } from './free-pair.ts';

// The whole product starts here, with other tests at its side.
const STARTING_MS = 120_000;
const FAKE_TOKEN = '123456:a-token-of-nobody-at-all';

describe('npm start', () => {
  let folder: string;
  let port: number;
  let server: ChildProcess;
  let printed: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-start-'));
    port = await freePair();
    printed = '';
  });
  afterEach(async () => {
    if (server.exitCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true });
  });

  /** Starts the product as `npm start` does and resolves when it says it is ready. */
  function start(environment: Record<string, string> = {}): Promise<void> {
    const { BOT_TOKEN: _, DATABASE_URL: __, ...inherited } = process.env;
    server = spawn(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...inherited, DATA_DIR: folder, PORT: String(port), LANGUAGE: 'ru', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      server.once('exit', () => reject(new Error(`it ended: ${printed}`)));
      server.stdout?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes('Готово')) {
          resolve();
        }
      });
    });
  }

  async function stop(): Promise<number | null> {
    server.removeAllListeners('exit');
    server.kill('SIGTERM');
    const [code] = await once(server, 'exit');
    return code;
  }

  test(
    'without a token is a demo on the loopback alone, which ends when it is told to',
    async () => {
      await start();
      const lines = printed.split('\n');
      expect(lines[0]).toContain('демонстрация');
      expect(lines[0]).toContain('BOT_TOKEN');
      expect(printed).toContain(`http://127.0.0.1:${port + 1}`);
      expect(printed).toContain('логин admin, пароль demo-administrator');
      const page = await fetch(`http://127.0.0.1:${port + 1}/`);
      expect(await page.text()).toContain('Демонстрация');
      const state = await fetch(`http://127.0.0.1:${port + 1}/page/state`);
      expect(await state.json()).toMatchObject({
        people: expect.arrayContaining([expect.objectContaining({ name: 'Мария Иванова' })]),
        links: [{ href: `http://127.0.0.1:${port}/admin` }],
      });
      const panel = await fetch(`http://127.0.0.1:${port}/admin/login`);
      expect(panel.status).toBe(200);
      for (const asked of ['healthz', 'readyz', 'metrics']) {
        expect((await fetch(`http://127.0.0.1:${port}/${asked}`)).status, asked).toBe(200);
      }
      for (const open of [port, port + 1]) {
        expect(await answers('127.0.0.1', open)).toBe(true);
        // Whoever listened on all addresses would answer here too.
        expect(await answers('127.0.0.2', open)).toBe(false);
      }
      expect(await stop()).toBe(0);
    },
    STARTING_MS,
  );

  test(
    'with a token has no sandbox and no demo',
    async () => {
      await start({ BOT_TOKEN: FAKE_TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
      expect(printed).not.toContain('демонстрация');
      expect(printed).toContain('/admin/setup/');
      expect(await answers('127.0.0.1', port)).toBe(true);
      expect(await answers('127.0.0.1', port + 1)).toBe(false);
      expect(await stop()).toBe(0);
    },
    STARTING_MS,
  );

  test(
    'names the port that is taken, of the chat page as well, and makes no demo',
    async () => {
      const other = createServer().listen(port + 1, '127.0.0.1');
      await once(other, 'listening');
      await expect(start()).rejects.toThrow(`Порт ${port + 1} занят`);
      expect(server.exitCode).toBe(1);
      expect(await readdir(folder)).not.toContain('demo');
      other.close();
    },
    STARTING_MS,
  );
});

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
