import type { Random } from '../../../db/demo/random.ts';
import type { Db } from '../../../db/open.ts';
import { factories } from '../../factories.ts';

export const TEACHER = 101;
const FAMILIES = [
  { chat: 201, pupil: 'Иванов' },
  { chat: 202, pupil: 'Петрова' },
  { chat: 203, pupil: 'Козлов' },
];
export const PEOPLE = [TEACHER, ...FAMILIES.map(({ chat }) => chat)];

const ENTRIES = 3;
const QUESTIONS = 2;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export type Saying = { chat: number; text: string };

/** 7А, whose second lesson of a Monday is algebra; each of its three pupils has one linked parent. */
export async function buildSchool(db: Db): Promise<void> {
  const make = factories(db);
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: `tg:${TEACHER}` });
  const algebra = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  await make.aSlot(algebra, 1, 2);
  for (const { chat, pupil } of FAMILIES) {
    const child = await make.aPupil(`${pupil} Женя`);
    await make.aParent(`${pupil} Мария`, { of: [child], chat: `tg:${chat}` });
  }
  await db.write((tx) =>
    tx.run("INSERT INTO setting (key, value) VALUES ('notice.delay', '1')", {}),
  );
}

/**
 * What is said while one process lives: some marks of the teacher's and a few questions of each
 * parent, all different and in any order.
 */
export function sayings(random: Random, portion: number): Saying[] {
  const entries = Array.from({ length: ENTRIES }, () => {
    const { pupil } = random.pick(FAMILIES);
    return { chat: TEACHER, text: `7А алгебра: ${pupil} ${random.whole(2, 5)}` };
  });
  const questions = FAMILIES.flatMap(({ chat }) =>
    Array.from({ length: QUESTIONS }, (_, index) => ({
      chat,
      text: `/q${LETTERS[portion]}${LETTERS[index]}`,
    })),
  );
  return random.shuffle([...entries, ...questions]);
}
