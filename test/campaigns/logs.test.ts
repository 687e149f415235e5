import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequelize } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { LOGINS } from '../../db/demo/content/cast.ts';
import type { DemoPerson } from '../../db/demo/people.ts';
import { api, createPanelClient, type PanelClient } from '../admin/panel-client.ts';
import { freePair } from './free-pair.ts';

const STARTING_MS = 120_000;
const TAPS = 12;
const SECRETS = {
  comment: 'Комментарий о рыбалке',
  letter: 'Письмо о рыбалке',
  wrongCode: 'QQ7X-QQ7X-QQ7X',
  wrongPassword: 'a password of nobody',
};

type Chat = {
  messages: {
    id: number;
    from: string;
    text: string;
    buttons: { text: string; data?: string }[][];
  }[];
};

describe('a day of the demo school, logged as fully as can be', () => {
  let folder: string;
  let port: number;
  let server: ChildProcess;
  let panel: PanelClient;
  let people: DemoPerson[];
  let printed = '';
  let complained = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-logs-'));
    port = await freePair();
    const { BOT_TOKEN: _, DATABASE_URL: __, ...inherited } = process.env;
    server = spawn(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...inherited,
        DATA_DIR: folder,
        PORT: String(port),
        LANGUAGE: 'ru',
        LOG_LEVEL: 'trace',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complained += text;
    });
    await vi.waitFor(() => expect(printed).toContain('Готово'), STARTING_MS);
    const marker = await readFile(join(folder, 'demo', 'demo.json'), 'utf8');
    ({ people } = JSON.parse(marker) as { people: DemoPerson[] });
    panel = createPanelClient(`http://127.0.0.1:${port}`);
  }, STARTING_MS);
  afterAll(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true });
  });

  const page = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port + 1}/page${path}`, init);
  const chatOf = async (id: number) => (await (await page(`/chats/${id}`)).json()) as Chat;

  /** The one of the demo who is this, and has this of their own. */
  function part<Key extends string>(is: DemoPerson['is'], has: Key) {
    const found = people.find(
      (person): person is DemoPerson & Record<Key, unknown> => person.is === is && has in person,
    );
    if (!found) {
      throw new Error(`nobody is the ${is}`);
    }
    return found as Extract<DemoPerson, Record<Key, unknown>>;
  }

  /** Does something on a phone, and waits until the chat is another. */
  async function act(id: number, action: 'text' | 'press', body: object): Promise<void> {
    const before = JSON.stringify(await chatOf(id));
    await page(`/people/${id}/${action}`, { method: 'POST', body: JSON.stringify(body) });
    const patience = { timeout: 3_000, interval: 30 };
    await vi
      .waitFor(async () => {
        const { messages } = await chatOf(id);
        expect(messages.at(-1)?.from).toBe('bot');
        expect(JSON.stringify({ messages })).not.toBe(before);
      }, patience)
      .catch(() => undefined);
  }

  const says = (id: number, text: string) => act(id, 'text', { text });

  /** Taps the first buttons of the newest screen that were not tapped before. */
  async function taps(id: number): Promise<void> {
    const tapped = new Set<string>();
    for (let tap = 0; tap < TAPS; tap += 1) {
      const { messages } = await chatOf(id);
      const screen = messages.findLast(({ buttons }) => buttons.length > 0);
      const fresh = screen?.buttons.flat().find(({ data }) => data && !tapped.has(data));
      if (!screen || !fresh?.data) {
        return;
      }
      tapped.add(fresh.data);
      await act(id, 'press', { data: fresh.data, messageId: screen.id });
    }
  }

  /** Lets one table be missing for a while, so that whatever reads it fails. */
  async function without(table: string, act: () => Promise<void>): Promise<void> {
    const storage = join(folder, 'demo', 'school.sqlite');
    const db = new Sequelize({ dialect: 'sqlite', storage, logging: false });
    const rename = async (from: string, to: string) => {
      await db.query('PRAGMA busy_timeout = 5000');
      await db.query('PRAGMA legacy_alter_table = ON');
      await db.query(`ALTER TABLE ${from} RENAME TO ${to}`);
    };
    await rename(table, `${table}_away`);
    await act();
    await rename(`${table}_away`, table);
    await db.close();
  }

  it(
    'leaves no name, no mark’s words, no code, no password and no token in the log',
    async () => {
      const teacher = part('subject-teacher', 'pupil');
      const father = part('father', 'code');
      const mother = part('mother', 'children');
      const classTeacher = part('class-teacher', 'pupil');
      const entry = `${teacher.className} ${teacher.subject}: ${teacher.pupil} 2 (${SECRETS.comment})`;
      const heard = async (id: number) => (await chatOf(id)).messages.map((one) => one.text).join();
      await says(teacher.chat, entry);
      // The taps that follow may turn this screen into another.
      await vi.waitFor(
        async () => expect(await heard(teacher.chat)).toContain(ru.teacher.recorded),
        STARTING_MS,
      );
      await says(teacher.chat, '/lesson');
      await taps(teacher.chat);
      for (const command of ['/diary', '/marks', '/absences', '/term', '/settings', '/excuse']) {
        await says(mother.chat, command);
        await taps(mother.chat);
      }
      await says(classTeacher.chat, '/write');
      await taps(classTeacher.chat);
      await says(classTeacher.chat, SECRETS.letter);
      await taps(classTeacher.chat);
      await says(part('deputy-head', 'login').chat, '/control');
      await says(father.chat, `/start ${SECRETS.wrongCode}`);
      await says(father.chat, `/start ${father.code}`);

      const { login, password } = LOGINS.administrator;
      await panel.login(login, SECRETS.wrongPassword);
      await panel.login(login, password);
      const list = await (await panel.get(api.list('pupil'))).json();
      const [pupil] = list.records as { id: number; params: { lastName: string } }[];
      const renamed = { lastName: `${pupil?.params.lastName}ский` };
      await panel.post(api.record('pupil', pupil?.id ?? 0, 'edit'), renamed);
      await panel.get(`${api.list('pupil')}?filters.lastName=${pupil?.params.lastName}`);

      await without('mark', async () => {
        await says(mother.chat, '/marks');
        await says(teacher.chat, entry);
        await panel.get(api.list('mark'));
      });
      await vi.waitFor(() => expect(printed).toContain('"answer failed"'), 5_000);
      // All of it was really said: there was something to be logged.
      expect(await heard(mother.chat)).toMatch(
        new RegExp(mother.children.map(({ firstName }) => firstName).join('|')),
      );
      expect(await heard(classTeacher.chat)).toContain(SECRETS.letter);
      expect(await heard(father.chat)).toContain(ru.refusals['code-invalid']({}));
      expect(list.records.length).toBeGreaterThan(5);

      const log = [...printed.split('\n').filter((line) => line.startsWith('{')), complained];
      const text = log.join('\n');
      expect(text.match(/"level":50/g)?.length).toBeGreaterThanOrEqual(3);
      // Names, subjects, marks with their words and letters are Russian; what is logged is not.
      expect(log.filter((line) => /\p{Script=Cyrillic}/u.test(line))).toEqual([]);
      const cookie = panel.cookie().split('=')[1] ?? '';
      expect(cookie.length).toBeGreaterThan(20);
      for (const secret of [
        cookie,
        decodeURIComponent(cookie),
        'token-of-the-demo',
        father.code,
        father.code.replaceAll('-', ''),
        password,
        LOGINS.deputyHead.login,
        LOGINS.deputyHead.password,
        SECRETS.wrongCode,
        SECRETS.wrongPassword,
        encodeURIComponent(mother.lastName),
      ]) {
        expect(text.includes(secret), secret).toBe(false);
      }
    },
    STARTING_MS,
  );
});
