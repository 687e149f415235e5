import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { checkCode } from '../../db/actions/check-code.ts';
import type { SheetRows } from '../../db/import/sheets.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { findCodes } from '../../db/rules/codes.ts';
import { commandsByHand } from '../../jobs/by-hand/commands.ts';
import { type ImportWorld, openImportWorld, school } from './import-world.ts';

const PEPPER = 'a pepper of a test';

describe('an operator at the console', () => {
  let world: ImportWorld;
  let folder: string;
  let lines: string[];

  beforeEach(async () => {
    world = await openImportWorld();
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-by-hand-'));
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs a command as main.ts does; what it prints is in `lines`. */
  async function run(command: string, ...args: string[]): Promise<number | undefined> {
    const { db, clock } = world;
    lines = [];
    const print = (line: string) => lines.push(...line.split('\n'));
    return commandsByHand[command]?.({ db, clock, texts: ru, print, pepper: PEPPER }, args);
  }
  const file = (name = 'school.xlsx') => join(folder, name);
  const write = async (rows: Partial<SheetRows>, name?: string) =>
    writeFile(file(name), await writeSchoolWorkbook(rows, 'ru'));

  describe('importing', () => {
    it('checks a file, loads it, and loads it again', async () => {
      await write(school());
      expect(await run('import', file(), '--dry-run')).toBe(0);
      expect(lines.slice(0, 3)).toEqual([
        'Это проверка: ничего не записано. Загрузка сделает вот что:',
        '  Учебный год: добавлено 1, изменено 0, без изменений 0',
        '  Учебные периоды: добавлено 4, изменено 0, без изменений 0',
      ]);
      expect((await world.size()).pupil).toBe(0);
      expect(await run('import', file())).toBe(0);
      expect(lines[0]).toBe('Школа загружена:');
      expect(lines).toContain('    7А Алгебра: 3 строки, 5 ч');
      await write({ groups: school().groups.slice(1) });
      expect(await run('import', file())).toBe(0);
      expect(lines).toEqual([
        'Школа загружена:',
        '  Подгруппы: добавлено 0, изменено 0, без изменений 2',
      ]);
      await write({ groups: school().groups.slice(0, 2) });
      expect(await run('import', file())).toBe(0);
      expect(lines[1]).toBe('  Подгруппы: добавлено 0, изменено 0, без изменений 2, убрано 1');
    });

    it('is told the place of each mistake, at most fifty at once', async () => {
      const pupils = Array.from({ length: 60 }, (_, at) => ({
        key: `П-${at}`,
        lastName: 'Иванов',
        firstName: 'Иван',
        middleName: null,
        bornOn: null,
        class: '5Б',
        number: at + 1,
        startsOn: null,
        endsOn: null,
      }));
      await write({ years: school().years, pupils });
      expect(await run('import', file())).toBe(1);
      expect(lines).toHaveLength(52);
      expect(lines[0]).toBe(
        'Лист «Ученики», строка 2, столбец F «Класс»: класса «5Б» в этом году нет. Ожидается класс с листа классов.',
      );
      expect(lines.slice(-2)).toEqual([
        '…и ещё 10.',
        'Ничего не записано: 60 ошибок. Исправьте файл и повторите.',
      ]);
    });

    it('gets a template and never loses a file by it', async () => {
      expect(await run('import', '--template', file())).toBe(0);
      const bytes = await readFile(file());
      expect(await run('import', '--template', file())).toBe(1);
      expect(lines).toEqual([
        `Файл ${file()} уже есть. Укажите другое имя: он не перезаписывается.`,
      ]);
      expect(await readFile(file())).toEqual(bytes);
      expect(await run('import', '--template', join(folder, 'nowhere', 'a.xlsx'))).toBe(1);
      expect(await run('import', file())).toBe(1);
      expect(lines[0]).toMatch(/^В файле нет ни одной строки для загрузки/);
    });

    it('is told in one sentence of a file that is none', async () => {
      await writeFile(file('list.csv'), 'Фамилия;Имя');
      for (const [name, sentence] of [
        ['list.csv', 'Это не книга Excel. Ожидается файл .xlsx.'],
        [
          'missing.xlsx',
          `Прочитать файл ${file('missing.xlsx')} не удалось. Проверьте имя и права.`,
        ],
        ['.', `Прочитать файл ${file('.')} не удалось. Проверьте имя и права.`],
      ] as const) {
        expect(await run('import', file(name))).toBe(1);
        expect(lines[0]).toBe(sentence);
      }
    });
  });

  describe('calling wrongly', () => {
    const calls: [string[], string][] = [
      [['import'], 'Укажите один файл.'],
      [['import', 'a.xlsx', 'b.xlsx'], 'Укажите один файл.'],
      [['import', 'a.xlsx', '--dry'], 'Параметр --dry не подходит.'],
      [['import', '--template'], 'Параметр --template не подходит.'],
      [['import', '--template', 'a.xlsx', '--dry-run'], ru.importing.templateAlone],
      [['import', '--template', 'a.xlsx', 'b.xlsx'], ru.importing.templateAlone],
      [['invite'], ru.console.inviteHelp],
      [['invite', '--role', 'x'], 'Параметр --role не подходит.'],
      [['verify', 'all'], 'Параметр all не подходит.'],
    ];
    it.each(calls)('%j', async ([command = '', ...args], sentence) => {
      expect(await run(command, ...args)).toBe(2);
      expect(lines).toEqual([sentence, expect.stringMatching(/^Использование: npm run /)]);
    });

    it('asks for help', async () => {
      for (const command of ['import', 'invite']) {
        expect(await run(command, '--help')).toBe(0);
        expect(lines[0]).toMatch(/^Использование: npm run /);
      }
      expect(en.importing.help).toContain('--dry-run');
    });
  });

  describe('inviting', () => {
    const codeOf = () => findCodes(lines.find((line) => line.startsWith('Код: '))?.slice(5) ?? '');
    const check = (code: ReturnType<typeof codeOf>) =>
      world.db.write((tx) =>
        checkCode(tx, { sent: code[0] ?? null, chat: 'tg:9', pepper: PEPPER }),
      );

    beforeEach(async () => {
      const namesake = {
        key: '004',
        lastName: 'Королёв',
        firstName: 'Пётр',
        middleName: 'Львович',
      };
      await world.loaded(
        school({
          staff: [...school().staff, { ...namesake, phone: null, roles: ['deputy_head'] }],
        }),
      );
    });

    it('gets a code that works, where nobody has a login yet', async () => {
      expect(await run('invite', 'орлов олег олегович')).toBe(0);
      expect(lines).toEqual([
        'Орлов Олег Олегович',
        expect.stringMatching(/^Код: .{4}-.{5}-.{4}$/),
        expect.stringMatching(/26 октября/),
        ru.console.inviteHowTo,
      ]);
      const first = codeOf();
      expect(await check(first)).toMatchObject({ result: 'staff' });
      expect(await run('invite', 'Орлов')).toBe(0);
      expect(await check(codeOf())).toMatchObject({ result: 'staff' });
      expect(await check(first)).toEqual({ result: 'invalid' });
    });

    it('chooses among namesakes by the key', async () => {
      expect(await run('invite', 'Королев', 'Петр')).toBe(1);
      expect(lines).toEqual([
        ru.console.inviteSeveral,
        '  Королёв Пётр Ильич: 001',
        '  Королёв Пётр Львович: 004',
      ]);
      expect(await run('invite', 'Королев Петр', '--key', '004')).toBe(0);
      expect(lines[0]).toBe('Королёв Пётр Львович');
      expect(await run('invite', '--key', '001')).toBe(0);
      expect(lines[0]).toBe('Королёв Пётр Ильич');
    });

    it('is shown the nearest names of a wrong one, and no parents', async () => {
      expect(await run('invite', 'Каралёв Пётр')).toBe(1);
      expect(lines).toEqual([
        'Сотрудника «Каралёв Пётр» нет.',
        'Похожие имена: Королёв Пётр Ильич, Королёв Пётр Львович',
      ]);
      expect(await run('invite', 'Иванова Мария Сергеевна')).toBe(1);
      expect(lines[0]).toBe('Сотрудника «Иванова Мария Сергеевна» нет.');
      expect(await world.db.models.Invite.count()).toBe(0);
    });
  });
});
