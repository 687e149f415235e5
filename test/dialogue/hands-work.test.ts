import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestChat } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

const README = new URL('../../README.md', import.meta.url);

type Hand = Pick<TestChat, 'says' | 'sends' | 'presses'>;

/** Counts what a hand does in a chat. */
function counting(chat: TestChat): { hand: Hand; done: { messages: number; taps: number } } {
  const done = { messages: 0, taps: 0 };
  const counted =
    <Args extends unknown[], T>(what: keyof typeof done, act: (...args: Args) => T) =>
    (...args: Args): T => {
      done[what] += 1;
      return act(...args);
    };
  const hand = {
    says: counted('messages', chat.says),
    sends: counted('messages', chat.sends),
    presses: counted('taps', chat.presses),
  };
  return { hand, done };
}

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
  const { make, pupil, courses } = world;
  await make.aParent('Иванова Мария', { of: [pupil('Иванов Семён')], chat: 'tg:4' });
  await make.aPlanItem(courses.algebra, 'Квадратные уравнения', { homework: '§ 12' });
});
afterEach(() => world.close());

/** What is there before the job begins, the job itself, and what it must come to. */
type Job = {
  chat?: string;
  before?: () => Promise<unknown>;
  play: (hand: Hand) => Promise<unknown>;
  comesTo: () => Promise<void>;
};

const marksStand = async (...marks: string[]) => {
  const stand = (await world.journal()).filter((line) => !line.endsWith('cancelled'));
  expect(stand).toEqual(marks);
};

const JOBS: Record<string, Job> = {
  'Mark the whole class': {
    play: (hand) =>
      hand.says(
        '7А алгебра: Иванов 5, Козлов 4, Орлова 5, Петрова 3, Сидоров 4, Смирнов А 5, Смирнов Б 2',
      ),
    comesTo: async () => {
      expect(await world.journal()).toHaveLength(7);
      expect(await world.rollCalled()).toBe(true);
    },
  },
  'Call the roll, two are absent': {
    play: (hand) => hand.says('7А алгебра: нет Козлова, Петровой'),
    comesTo: async () => {
      await marksStand('Козлов absent', 'Петрова absent');
      expect(await world.rollCalled()).toBe(true);
    },
  },
  'Give three marks': {
    play: (hand) => hand.says('7А алгебра: 5 Иванов Сидоров; 4 Орлова'),
    comesTo: () => marksStand('Иванов 5', 'Орлова 4', 'Сидоров 5'),
  },
  'Correct one mark': {
    before: () => world.chat.says('7А алгебра: 5 Иванов Сидоров; 4 Орлова'),
    play: (hand) => hand.says('Иванов не 5 а 4'),
    comesTo: () => marksStand('Иванов 4', 'Орлова 4', 'Сидоров 5'),
  },
  'Take back the last action': {
    before: () => world.chat.says('7А алгебра: Иванов 5, Козлов н'),
    play: (hand) => hand.presses('Отменить'),
    comesTo: () => marksStand(),
  },
  'Topic and homework from the plan': {
    play: async (hand) => {
      await hand.says('/lesson');
      await hand.presses('2. 7А Алгебра');
      await hand.presses('✓ Принять');
    },
    comesTo: async () =>
      expect(await world.lessons()).toMatchObject([
        { topic: 'Квадратные уравнения', homework: '§ 12' },
      ]),
  },
  'Homework with a photo': {
    play: async (hand) => {
      await hand.says('дз');
      await hand.sends('photo', { fileId: 'a', caption: '§ 12, № 3' });
    },
    comesTo: async () => {
      expect(await world.lessons()).toMatchObject([{ homework: '§ 12, № 3' }]);
      const files = await world.db.select('SELECT id FROM homework_file');
      expect(files).toHaveLength(1);
    },
  },
  'Fill in yesterday’s lesson': {
    before: async () => world.clock.advance({ days: 1 }),
    play: async (hand) => {
      await hand.says('7А алгебра вчера: Иванов 5, Орлова 4; нет Козлова');
      await hand.presses('Открыть урок');
      await hand.presses('✓ Принять');
    },
    comesTo: async () => {
      await marksStand('Иванов 5', 'Козлов absent', 'Орлова 4');
      expect(await world.rollCalled()).toBe(true);
      expect(await world.lessons()).toEqual([
        { date: '2026-10-12', number: 2, topic: 'Квадратные уравнения', homework: '§ 12' },
      ]);
    },
  },
  'A parent sees today’s marks': {
    chat: 'tg:4',
    before: () => world.chat.says('7А алгебра: Иванов 5'),
    play: async (hand) => expect((await hand.says('/diary')).text).toContain('2. Алгебра: 5'),
    comesTo: async () => undefined,
  },
  'A parent sees the week’s homework': {
    chat: 'tg:4',
    before: () => world.chat.says('/homework 7А алгебра: § 12'),
    play: async (hand) => {
      await hand.says('/diary');
      expect((await hand.presses('Неделя')).text).toContain('2. Алгебра · д/з: § 12');
    },
    comesTo: async () => undefined,
  },
};

/** The rows of the README's table: the job, its messages, its taps. */
async function promised(): Promise<Map<string, { messages: number; taps: number }>> {
  const readme = await readFile(README, 'utf8');
  const [, table = ''] = readme.split('<!-- the hand');
  const rows = [...table.matchAll(/^\| ([^|]+?) +\| (\d+) +\| (\d+) +\|/gm)];
  return new Map(
    rows.map(([, job = '', messages, taps]) => [
      job.replace("'", '’'),
      { messages: Number(messages), taps: Number(taps) },
    ]),
  );
}

describe('the hand’s work', () => {
  it('is promised for the ten most common jobs', async () => {
    expect([...(await promised()).keys()]).toEqual(Object.keys(JOBS));
    expect(Object.keys(JOBS)).toHaveLength(10);
  });

  it.each(Object.keys(JOBS))('%s', async (name) => {
    const job = JOBS[name];
    if (!job) {
      throw new Error(`no job ${name}`);
    }
    await job.before?.();
    const { hand, done } = counting(job.chat ? world.chats(job.chat) : world.chat);
    await job.play(hand);
    await job.comesTo();
    expect(done).toEqual((await promised()).get(name));
  });
});
