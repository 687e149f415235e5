import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { everyText, type Sample, wordOf } from './every-text.ts';

const RU = everyText(ru);
const EN = everyText(en);

// Words that no text has by itself: each argument has its own, and each property of a record.
const MARK = /⟦[^⟧]*⟧/g;
const marked: Sample = (argument) =>
  wordOf(`⟦${argument}⟧`, (property) => `⟦${argument}.${property}⟧`);
const listed: Sample = (argument) => [marked(argument)];
const NUMBERS = [7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008];
const numbered: Sample = (argument) => NUMBERS[argument];

const TOLD: [Sample, (text: string) => string[]][] = [
  [marked, (text) => text.match(MARK) ?? []],
  [listed, (text) => text.match(MARK) ?? []],
  [numbered, (text) => NUMBERS.map(String).filter((n) => text.replace(/[\s,]/g, '').includes(n))],
];

/** English texts with Russian words in them: codes and messages are typed in Russian anyway. */
const RUSSIAN_IN_ENGLISH = [
  'classCard.noClass',
  'classCard.askOrder',
  'classCard.askArrival',
  'classCard.orderUnread',
  'classCard.nameUnread',
  'demo.hints.subjectTeacher',
  'demo.hints.classTeacher',
  'demo.hints.gradeOneTeacher',
  'excuse.dayAbsent',
  'excuse.absentNow',
  'excuse.back',
  'family.explain',
  'handbook.teacher.entry.text.1',
  'handbook.teacher.entry.text.2',
  'handbook.teacher.entry.text.3',
  'handbook.teacher.roll.text.0',
  'handbook.teacher.roll.text.2',
  'handbook.teacher.correct.text.1',
  'handbook.class_teacher.excuse.text.1',
  'handbook.deputy_head.classes.text.0',
  'help.words',
  'importing.problems.not-a-letter',
  'importing.problems.not-a-class',
  'journal.legend',
  'journal.legendUnmarked',
  'lesson.rollHint',
  'lesson.howToAttach',
  'lesson.correctionAlone',
  'parent.lettersLegend',
  'refusals.no-absences',
  'school.absenceLetters.absent',
  'school.absenceLetters.ill',
  'school.absenceLetters.excused',
  'school.absenceLetters.late',
  'settings.languages.ru',
  'teacher.wrongValue',
  'teacher.notReadable',
  'teacher.exampleNames.0',
  'teacher.exampleNames.1',
];

/** Latin words a Russian text may have besides commands: formats, a language, Roman numbers. */
const LATIN_IN_RUSSIAN = [
  ...['XLSX', 'xlsx', 'Excel', 'PDF', 'QR', 'JSON', 'jpg', 'English'],
  ...['II', 'III', 'IV'],
];

// What an operator reads at the console names commands, settings and programs.
const OF_THE_CONSOLE = /^(console|importing|backup|doctor|moving)\./;

/** The words of any text: with samples that fit it, or null. */
const wordsOf = ({ says }: (typeof RU)[number]) =>
  TOLD.map(([sample]) => says(sample)).find((said) => said !== null) ?? null;

describe('two languages', () => {
  it('have the same texts, and each can be read with samples', () => {
    expect(EN.map(({ path }) => path).sort()).toEqual(RU.map(({ path }) => path).sort());
    expect(RU.length).toBeGreaterThan(900);
    const unread = [...RU, ...EN].filter((text) => wordsOf(text) === null);
    expect(unread.map(({ path }) => path)).toEqual(['parent.termTitle']);
    for (const { parent } of [ru, en]) {
      expect(parent.termTitle(2, 'half_year')).toContain('2');
    }
  });

  it('say the same things: what one puts into a sentence, the other does too', () => {
    const english = new Map(EN.map((text) => [text.path, text]));
    const different = RU.flatMap(({ path, says }) =>
      TOLD.flatMap(([sample, found]) => {
        const said = [says(sample), english.get(path)?.says(sample) ?? null];
        const [left, right] = said.map((text) => [...new Set(found(text ?? ''))].sort().join());
        return said.includes(null) || left === right ? [] : [[path, left, right]];
      }),
    );
    expect(different).toEqual([]);
  });

  it('leave nothing in Russian in English but what is typed so', () => {
    const russian = EN.filter((text) => /[а-яё]/i.test(wordsOf(text) ?? ''));
    expect(russian.map(({ path }) => path).sort()).toEqual([...RUSSIAN_IN_ENGLISH].sort());
  });

  it('leave nothing in English in Russian', () => {
    const foreign = RU.filter(({ path }) => !OF_THE_CONSOLE.test(path)).flatMap((text) => {
      const words = (wordsOf(text) ?? '').replace(MARK, '').replace(/\/[a-z]+|\{\w+\}/g, '');
      // A word looked up by a sample is none there.
      const latin = words.replaceAll('undefined', '').match(/[A-Za-z]{2,}/g) ?? [];
      return latin.filter((word) => !LATIN_IN_RUSSIAN.includes(word)).map((w) => [text.path, w]);
    });
    expect(foreign).toEqual([]);
  });
});

describe('Russian counts', () => {
  // What the journal counts, by how the words begin.
  const COUNTED =
    /^(?:урок|день|дня|дней|отмет|запис|ученик|файл|знак|сообщен|минут|час|строк|вопрос|семь|код|лист|ошиб|пятёр|последн|родител|недел)/;
  // The number there is a class, a date, a bot.
  const NOT_COUNTED = [
    'classCard.confirmMove',
    'invites.howTo',
    'invites.slipHowTo',
    'teacher.noLessonOn',
  ];
  const after = (text: string | null, number: string) =>
    [...(text ?? '').matchAll(new RegExp(`(?<![\\d.,№])${number} ([а-яё]+)`, 'g'))].map(
      (match) => match[1] ?? '',
    );

  it('bend the word after a number', () => {
    const stiff = RU.flatMap(({ path, says }) => {
      const [one, five] = ['1', '5'].map((number) =>
        after(
          says(() => wordOf(number)),
          number,
        ),
      );
      const same = one?.filter((word) => COUNTED.test(word) && five?.includes(word)) ?? [];
      return same.length > 0 && !NOT_COUNTED.includes(path) ? [[path, ...same]] : [];
    });
    expect(stiff).toEqual([]);
  });

  it('are never written as «(а)», «шт.» or «мин.»', () => {
    const lazy = /\d\s*(?:мин|дн|шт|чел|сек|ур)\.|[а-яё]\((?:а|ы|ов|ев|ей|и|я)\)/;
    // A person agrees or is exempt: the journal doesn't know whether it is a woman or a man.
    const gendered = /(?:Согласен|Ознакомлен|аттестован|освобождён)\((?:на|а)\)/g;
    const found = RU.filter(({ says }) =>
      lazy.test((says(() => wordOf('5')) ?? '').replace(gendered, '')),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

it('no code says anything by itself: words stand among the texts alone', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // What reads Russian, and letters that are measured.
  const may = [
    /^bot\/texts\//,
    /^bot\/sandbox\//,
    /^bot\/dialogue\/(?:entry\/|commands\.ts|entry-plan\.ts|homework-files\.ts|read-order\.ts)/,
    /^bot\/views\/(?:lesson\.ts|pictures\/text-width\.ts)/,
    /^admin\/(?:locale|login)\//,
  ];
  const found: string[] = [];
  for (const folder of ['bot', 'jobs', 'admin']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const path = join(folder, name);
      if (path.endsWith('.ts') && !may.some((one) => one.test(path))) {
        const code = (await readFile(join(root, path), 'utf8'))
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/(^|\s)\/\/.*$/gm, '');
        found.push(...(/[а-яё]/i.test(code) ? [path] : []));
      }
    }
  }
  expect(found).toEqual([]);
});
