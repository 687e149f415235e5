import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsFor } from '../../bot/dialogue/commands.ts';
import { CONSENT_VERSION } from '../../bot/dialogue/consent-version.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { demoPeople } from '../../bot/views/demo-people.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import { type Demo, openDemo } from '../../db/demo/open-demo.ts';
import { addressOf, type DemoPart } from '../../db/demo/people.ts';
import { readSchoolWorkbook } from '../../db/import/read/read-workbook.ts';
import { PASSWORD_MIN, passwordFits } from '../../db/passwords.ts';
import { callerOfChat } from '../../db/reports/caller.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { testClock } from '../clock.ts';
import { chatsOf } from '../dialogue/chat.ts';

// A demo is made in seconds; several people may share the machine that tests it.
const MAKING_MS = 120_000;
const PEPPER = 'a pepper of the demo';

describe('the demo', () => {
  const clock = testClock('2026-11-25T07:30+03:00');
  let root: string;
  let folder: string;
  let demo: Demo;
  let chats: ReturnType<typeof chatsOf>;

  const open = (pepper = PEPPER) =>
    openDemo({
      folder,
      clock,
      timezone: 'Europe/Moscow',
      pepper,
      consentVersion: CONSENT_VERSION,
    });
  const reopen = async (pepper?: string) => {
    await demo.db.close();
    demo = await open(pepper);
    chats = chatsOf(demo.db, { pepper: PEPPER });
  };
  const count = async (what: string) => {
    const [row] = await demo.db.select<{ count: number }>(`SELECT COUNT(*) AS count FROM ${what}`);
    return row?.count ?? 0;
  };
  const play = (is: DemoPart['is'], texts = ru) => {
    const index = demo.people.findIndex((person) => person.is === is);
    const { chat = 0 } = demo.people[index] ?? {};
    const { hint = '', started } = demoPeople(demo.people, texts)[index] ?? {};
    const messages = [...hint.matchAll(/«([^»]+)»/g)].map(([, message = '']) => message);
    const commands = [...hint.matchAll(/\/\w+(?: \p{Lu}\p{Ll}+)?/gu)].map(([command]) => command);
    return { chat: chats(addressOf(chat)), started, messages, commands };
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'zhurnal-demo-'));
    folder = join(root, 'demo');
    // What a start that was cut short has left.
    await mkdir(`${folder}.building`);
    await writeFile(join(`${folder}.building`, 'school.sqlite'), 'half of a school');
    demo = await open();
    chats = chatsOf(demo.db, { pepper: PEPPER });
  }, MAKING_MS);
  afterAll(async () => {
    await demo.db.close();
    await rm(root, { recursive: true });
  });

  test('is a school with a term behind it, every change in a whole chain', async () => {
    const chain = await verifyChain(demo.db);
    expect(chain.brokenAt).toBeNull();
    expect(chain.lines).toBeGreaterThan(10_000);
    expect(await count('pupil')).toBeGreaterThan(240);
    const journal = (await count('lesson')) + (await count('mark')) + (await count('absence'));
    expect(await count("change WHERE record IN ('lesson', 'mark', 'absence')")).toBe(journal);
    expect(await count('mark m WHERE m.date > (SELECT MAX(date) FROM lesson)')).toBe(0);
    expect(existsSync(`${folder}.building`)).toBe(false);
  });

  test('has decided and closed the terms that are over, each mark in the audit', async () => {
    const terms = await demo.db.select<{ kind: string; number: number; state: string }>(
      `SELECT kind, number, state FROM term WHERE ends_on < '2026-11-25'`,
    );
    expect(terms).toEqual([{ kind: 'quarter', number: 1, state: 'closed' }]);
    const decided = await count("term_mark WHERE state = 'active'");
    expect(decided).toBeGreaterThan(2_000);
    expect(await count("change WHERE record = 'term_mark'")).toBe(decided);
    expect(
      await count(`term_mark t JOIN course c ON c.id = t.course_id
        JOIN school_class k ON k.id = c.class_id WHERE k.grade = 1 AND t.value <> 'pass'`),
    ).toBe(0);
    const own = await count(`term_mark t JOIN pupil p ON p.id = t.pupil_id
       WHERE p.last_name = 'Иванов' AND p.first_name = 'Артём' AND t.mean IS NOT NULL`);
    expect(own).toBeGreaterThan(12);
  });

  test('dates what was done on a school day so', async () => {
    const [wrong] = await demo.db.select<{ count: number }>(
      `SELECT COUNT(*) AS count FROM change c JOIN lesson l ON l.id = c.lesson_id
        WHERE substr(c.at, 1, 10) <> l.date`,
    );
    expect(wrong?.count).toBe(0);
  });

  test('has no marks in grade 1 and tells nobody of the past', async () => {
    const inGradeOne = `mark m JOIN lesson l ON l.id = m.lesson_id JOIN course c ON c.id = l.course_id
      JOIN school_class k ON k.id = c.class_id WHERE k.grade = 1`;
    expect(await count(inGradeOne)).toBe(0);
    expect(await count('notice')).toBe(0);
    expect(await count('outbox')).toBe(0);
  });

  test('leaves its workbook as an example', async () => {
    const { problems, school } = await readSchoolWorkbook(
      new Uint8Array(await readFile(join(folder, 'school.xlsx'))),
    );
    expect(problems).toEqual([]);
    expect(school.pupils?.rows.length).toBe(await count('pupil'));
  });

  test('has logins that fit', async () => {
    for (const { login, password, role } of demo.logins) {
      expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN);
      const [stored] = await demo.db.select<{ hash: string; role: string }>(
        `SELECT c.password_hash AS hash, r.role FROM credential c
           JOIN role r ON r.person_id = c.person_id AND r.role = :role WHERE c.login = :login`,
        { login, role },
      );
      expect(await passwordFits(stored?.hash ?? null, password)).toBe(true);
    }
  });

  test('has hints in both languages for everybody on the page', () => {
    for (const texts of [ru, en]) {
      const people = demoPeople(demo.people, texts);
      expect(people.length).toBe(demo.people.length);
      expect(people.every(({ note, hint }) => note !== '' && hint !== '')).toBe(true);
      expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    }
    expect(play('subject-teacher', en).messages).toEqual(play('subject-teacher').messages);
  });

  test('has lessons that go otherwise than the timetable has them', async () => {
    const { chat } = play('subject-teacher');
    const [lesson] = await demo.db.select<{ grade: number; letter: string; number: number }>(
      `SELECT k.grade, k.letter, s.number FROM substitution s JOIN course c ON c.id = s.course_id
         JOIN school_class k ON k.id = c.class_id WHERE s.date = '2026-11-25'`,
    );
    const lessons = await chat.says('/lesson');
    expect(lessons.buttons.join()).toContain(
      `${lesson?.number}. ${lesson?.grade}${lesson?.letter}`,
    );
    expect(await count("timetable_change WHERE kind = 'cancelled' AND date > '2026-11-25'")).toBe(
      1,
    );
    expect(await count("timetable_change WHERE kind = 'moved' AND to_number > number")).toBe(1);
  });

  test('has a class teacher and families who have written to each other', async () => {
    const { chat } = play('mother');
    await chat.says('/write');
    expect((await chat.presses('Классному руководителю: Артём')).text).toContain('Часы приёма');
    expect(await count("message WHERE side = 'family'")).toBe(1);
    // The other mothers' phones are no part of the demo.
    expect(await count("message WHERE side = 'school'")).toBe(1);
    expect(await count("absence_excuse WHERE state = 'new' AND date = '2026-11-25'")).toBe(1);
    expect(await count('behaviour_note')).toBe(2);
  });

  test('is not behind its plans by what was taught before', async () => {
    const { chat } = play('subject-teacher');
    const { buttons } = await chat.says('/plan');
    const behind = buttons.map((label) => Number(/−(\d+)$/.exec(label)?.[1] ?? 0));
    expect(behind).toHaveLength(9);
    expect(Math.max(...behind)).toBeLessThan(3);
  });

  describe('takes its own hints:', () => {
    test.each([
      'subject-teacher',
      'class-teacher',
      'mother',
      'deputy-head',
      'administrator',
    ] as const)('the commands shown to the %s are theirs', async (is) => {
      const { chat, commands } = play(is);
      const caller = await callerOfChat(demo.db, chat.address);
      const theirs = commandsFor(caller?.actor.roles ?? []).map(({ name }) => `/${name}`);
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.filter((text) => !theirs.includes(text.split(' ')[0] ?? ''))).toEqual([]);
    });

    test('the teacher marks an empty lesson, before the bell the last one, then today’s', async () => {
      const { chat, messages, commands } = play('subject-teacher');
      expect(messages).toEqual(['7А алгебра: все 5 кроме Козлов н']);
      const early = await chat.says(messages[0] ?? '');
      clock.advance({ hours: 3 });
      const card = await chat.says(messages[0] ?? '');
      expect(early.text).not.toContain('25 ноября');
      expect(card.text).toContain('25 ноября, 1-й урок');
      for (const { text } of [early, card]) {
        expect(text).toContain('Козлов Д.: н');
        expect(text).toContain('Иванов А.: 5');
        expect(text).not.toContain(ru.teacher.notRecorded);
      }
      expect((await chat.says(commands[0] ?? '')).buttons).toContain('1. 7А Алгебра');
    });

    test('the mother is to be told in five seconds', async () => {
      const { chat, messages } = play('subject-teacher');
      await chat.says(messages[0] ?? '');
      const [notice] = await demo.db.select<{ delay: number }>(
        `SELECT CAST((julianday(n.ripe_at) - julianday(m.created_at)) * 86400 + 0.5 AS INTEGER) AS delay
           FROM notice n JOIN mark m ON n.kind = 'mark' AND m.id = n.record_id
           JOIN chat_link a ON a.person_id = n.person_id AND a.address = :address`,
        { address: play('mother').chat.address },
      );
      expect(notice?.delay).toBe(5);
    });

    test('the class teacher calls the roll and sees who has a code', async () => {
      const { chat, messages, commands } = play('class-teacher');
      const card = await chat.says(messages[0] ?? '');
      expect(card.text).toContain('Сидоров Л.: б');
      expect(card.text).toContain(ru.teacher.rollNow);
      const codes = await chat.says(commands[0] ?? '');
      expect(codes.text).toMatch(/Подключены: 10, код выдан: 3, без кода: 7/);
    });

    test('the teacher of grade 1 notes an absence and is refused a mark', async () => {
      const { chat, messages } = play('grade-one-teacher');
      expect((await chat.says(messages[0] ?? '')).text).toContain('Записано');
      const refused = await chat.says(messages[1] ?? '');
      expect(refused.text).toBe(ru.refusals['grade-one-no-marks']({}));
    });

    test('the mother reads the overview and the marks of the child the teacher marks', async () => {
      const { chat, commands } = play('mother');
      expect(commands).toEqual(['/children', '/marks', '/settings', '/write']);
      const overview = await chat.says(commands[0] ?? '');
      expect(overview.text).toContain('Иванов Артём, 7А');
      expect(overview.text).toContain('Последние отметки:');
      const marks = await chat.says(commands[1] ?? '');
      expect(marks.text).toMatch(/Алгебра +\d,\d\d/);
      expect(marks.buttons.some((label) => label.includes('Софья'))).toBe(true);
    });

    test('the father gets in by his code', async () => {
      const { chat, messages, started } = play('father');
      expect(started).toBe(false);
      expect((await chat.says('/diary')).text).toContain(ru.start.stranger);
      expect((await chat.says(messages[0] ?? '')).text).toContain(
        ru.start.whoseChild('Артём И., 7А'),
      );
      expect((await chat.presses(ru.start.agree)).text).toContain(ru.start.linked);
      const told = await demo.db.select<{ chat: string }>(
        "SELECT chat FROM outbox WHERE dedupe_key LIKE 'linked:%' ORDER BY chat",
      );
      expect(told.map((message) => message.chat)).toEqual([
        play('mother').chat.address,
        play('class-teacher').chat.address,
      ]);
    });

    test('the administrator makes a code for a colleague', async () => {
      const { chat, commands } = play('administrator');
      const found = await chat.says(commands[0] ?? '');
      await chat.presses(found.buttons[0] ?? '');
      expect(
        chat
          .messages()
          .map(({ text }) => text)
          .join(),
      ).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}/);
    });
  });

  test('stays what it is on the same day, and hears updates that are numbered anew', async () => {
    const marks = await count('mark');
    const event = { eventId: 'tg:100000001', chat: 'tg:1001', payload: {} };
    expect((await demo.db.write((tx) => receiveEvents(tx, [event]))).size).toBe(1);
    clock.advance({ hours: 5 });
    await reopen();
    expect(await count('mark')).toBe(marks);
    expect((await demo.db.write((tx) => receiveEvents(tx, [event]))).size).toBe(1);
  });
});
