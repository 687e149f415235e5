import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { school } from '../import/import-world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One story, in order: each command is a process of its own over the same folder. */
describe('a headless server', { timeout: 120_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-process-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs `npm run …` without npm. */
  function run(...args: string[]) {
    return runWith({}, ...args);
  }

  function runWith(
    more: Record<string, string>,
    ...args: string[]
  ): Promise<{ code: number; lines: string[] }> {
    const env = {
      ...process.env,
      ...{ DATA_DIR: folder, DATABASE_URL: '', LANGUAGE: 'ru', TIMEZONE: 'Europe/Moscow' },
      ...{ SESSION_SECRET: '', BOT_TOKEN: '', npm_config_dry_run: '' },
      ...more,
    };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'main.ts', ...args],
        { cwd: ROOT, env },
        (error, stdout) => {
          const code = typeof error?.code === 'number' ? error.code : 0;
          resolve({ code, lines: stdout.trimEnd().split('\n') });
        },
      );
    });
  }

  it('is set up: a check, the school, a code for the first administrator', async () => {
    const file = join(folder, 'school.xlsx');
    await writeFile(file, await writeSchoolWorkbook(school(), 'ru'));
    // What npm makes of `npm run import school.xlsx --dry-run`.
    const checked = await runWith({ npm_config_dry_run: 'true' }, 'import', file);
    expect(checked.lines[0]).toMatch(/^Это проверка: ничего не записано/);
    const loaded = await run('import', file);
    expect(loaded.code).toBe(0);
    expect(loaded.lines).toContain('  Ученики: добавлено 4, изменено 0, без изменений 0');
    const invited = await run('invite', 'Орлов Олег');
    expect(invited.code).toBe(0);
    expect(invited.lines[1]).toMatch(/^Код: .{4}-.{5}-.{4}$/);
  });

  it('refuses a wrong file', async () => {
    const file = join(folder, 'wrong.xlsx');
    const classes = [{ grade: 7, letter: 'А', teacherKey: '077' }];
    await writeFile(file, await writeSchoolWorkbook({ classes }, 'ru'));
    expect(await run('import', file, '--dry-run')).toEqual({
      code: 1,
      lines: [
        'Лист «Классы», строка 2, столбец C «Ключ классного руководителя»: сотрудника с ключом «077» нет. Ожидается ключ с листа сотрудников.',
        'Ничего не записано: 1 ошибка. Исправьте файл и повторите.',
      ],
    });
  });

  it('starts only some of its roles, and only beside a database that can be shared', async () => {
    const unknown = await run('--only=panel');
    expect(unknown.code).toBe(2);
    expect(unknown.lines[0]).toMatch(/^Команда запуска: .+--only=bot,admin,jobs/);
    const sqlite = await runWith({ BOT_TOKEN: `1:${'a'.repeat(20)}` }, 'start', '--only=bot');
    expect(sqlite.code).toBe(2);
    expect(sqlite.lines[0]).toMatch(/^Для --only нужны BOT_TOKEN и база PostgreSQL/);
    expect(await run('--only=bot')).toEqual(sqlite);
  });

  it('verifies its audit, and finds a line that was changed behind its back', async () => {
    const whole = await run('verify');
    expect(whole.code).toBe(0);
    expect(whole.lines[0]).toMatch(
      /^Журнал изменений цел: \d+ запис(?:ь|и|ей), последняя [0-9a-f]{64}$/,
    );
    await tamper(join(folder, 'journal.sqlite'));
    expect(await run('verify')).toEqual({
      code: 1,
      lines: ['Журнал изменений нарушен на записи 5.'],
    });
  });
});

function tamper(file: string): Promise<void> {
  const database = new sqlite3.Database(file);
  return new Promise((resolve, reject) => {
    database.exec(
      `DROP TRIGGER change_refuses_update; UPDATE change SET after = '{}' WHERE id = 5`,
      (error) => (error ? reject(error) : database.close(() => resolve())),
    );
  });
}
