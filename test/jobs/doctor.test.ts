import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTelegram } from '../../bot/messengers/telegram-check.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { ru } from '../../bot/texts/ru.ts';
import { readConfig } from '../../db/config.ts';
import { doctorByHand } from '../../jobs/by-hand/doctor/doctor.ts';
import type { DoctorDeps } from '../../jobs/by-hand/doctor/finding.ts';
import { openOpsSite } from '../admin/ops-site.ts';
import { type BackupWorld, openBackupWorld } from '../backup/backup-world.ts';
import { TOKEN } from '../bot-facts.ts';

const { doctor } = ru;

describe('npm run doctor', { timeout: 120_000 }, () => {
  let world: BackupWorld;
  let sandbox: Sandbox;

  beforeAll(async () => {
    world = await openBackupWorld();
    sandbox = await startSandbox({ token: TOKEN, clock: () => new Date(), people: [] });
    if (world.db.dialect === 'sqlite') {
      await chmod(world.url.slice('sqlite:'.length), 0o600);
      await chmod(`${world.url.slice('sqlite:'.length)}-wal`, 0o600);
    }
  });
  afterAll(async () => {
    await sandbox.close();
    await world.close();
  });

  /** What a set-up is told whose settings and surroundings are well but for these. */
  async function consult(env: Record<string, string> = {}, deps: Partial<DoctorDeps> = {}) {
    const lines: string[] = [];
    const config = readConfig({
      BOT_TOKEN: TOKEN,
      DATA_DIR: world.folder,
      SESSION_SECRET: 'a secret of at least thirty-two characters',
      PUBLIC_URL: 'https://journal.example',
      PORT: '9',
      ...env,
    });
    const code = await doctorByHand(
      {
        config,
        place: world.place,
        texts: ru,
        print: (line) => lines.push(line),
        clock: world.clock,
        askMessenger: async (token) => ({
          ...(await askTelegram(token, sandbox.apiRoot)),
          // The world's clock is not the machine's.
          time: world.clock(),
        }),
        ...deps,
      },
      [],
    );
    const of = (sign: string) =>
      lines.flatMap((line) => (line.startsWith(`${sign} `) ? [line.slice(2)] : []));
    return { code, lines, broken: of('✗'), advice: of('!'), good: of('✓') };
  }

  it('says of a set-up without a backup and with a stopped journal what to do', async () => {
    const { code, broken, advice, good } = await consult();
    expect(code).toBe(1);
    expect(broken).toEqual([doctor.backupNone]);
    expect(advice).toEqual([doctor.stopped('http://127.0.0.1:9/healthz')]);
    expect(good).toContain(doctor.tokenGood('zhurnal_demo_bot'));
    expect(good).toContain(doctor.writable);
  });

  it('finds nothing to mend where all is well and the journal runs', async () => {
    await world.make();
    const site = await openOpsSite({ db: world.db });
    const { code, lines } = await consult({ PORT: new URL(site.origin).port });
    site.close();
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([doctor.verdict(0, 0)]);
    expect(code).toBe(0);
    // Whoever fetches would be cut off by another fetch.
    expect(sandbox.calls().map(({ method }) => method)).not.toContain('getUpdates');
  });

  it('names each thing that is wrong, with what to do', async () => {
    const stranger = join(world.folder, 'secret');
    await writeFile(stranger, 'x');
    await chmod(stranger, 0o644);
    const { code, broken, advice } = await consult(
      { BOT_TOKEN: '2:another-bot-whose-token-was-revoked', PUBLIC_URL: 'http://journal.example' },
      { place: { ...world.place, ownKey: false } },
    );
    await rm(stranger);
    expect(code).toBe(1);
    expect(broken).toEqual([doctor.publicUrlPlain, doctor.tokenRefused, doctor.modeOpen(stranger)]);
    expect(advice).toContain(doctor.backupKeyOwn);
  });

  it('knows a clock that is wrong, a webhook, and Telegram that is silent', async () => {
    const facts = { token: 'accepted', username: 'b', webhook: true, time: new Date(0) } as const;
    const { broken } = await consult({}, { askMessenger: async () => facts });
    expect(broken).toContain(doctor.webhook);
    expect(broken.join()).toContain('NTP');
    const silent = await consult(
      {},
      { askMessenger: (token) => askTelegram(token, 'http://127.0.0.1:9') },
    );
    expect(silent.broken).toEqual([doctor.telegramSilent]);
  });

  it('knows a database that is not there, and one that is broken', async () => {
    const nowhere = { ...world.place, databaseUrl: `sqlite:${join(world.folder, 'none.sqlite')}` };
    expect((await consult({}, { place: nowhere })).broken).toContain(doctor.noDatabase);
    const file = join(world.folder, 'torn.sqlite');
    await writeFile(file, 'no database at all '.repeat(1_000), { mode: 0o600 });
    const torn = { ...world.place, databaseUrl: `sqlite:${file}` };
    const { code, broken } = await consult({}, { place: torn });
    await rm(file);
    expect(code).toBe(1);
    expect([doctor.databaseDamaged, doctor.databaseSilent]).toContain(broken[0]);
  });

  it('says how it is called', async () => {
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    const config = readConfig({});
    const { place, clock } = world;
    const askMessenger = () => Promise.reject(new Error('not asked'));
    const deps = { config, place, texts: ru, print, clock, askMessenger };
    expect(await doctorByHand(deps, ['--now'])).toBe(2);
    expect(lines.join()).toContain('npm run doctor');
  });
});
