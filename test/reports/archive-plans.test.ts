import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classJournalPress, journalPress } from '../../bot/dialogue/journal-presses.ts';
import { reportPress } from '../../bot/dialogue/report-presses.ts';
import type { TestChat } from '../dialogue/chat.ts';
import { openTermWorld, type TermWorld } from '../term-world.ts';
import { selectsOf, slowReads } from './query-plan.ts';

let world: TermWorld;
let deputy: TestChat;
let mother: TestChat;
let classId: number;
beforeAll(async () => {
  world = await openTermWorld();
  deputy = world.chats('tg:5');
  mother = world.chats('tg:4');
  classId = await world.make.aClass('7А');
});
afterAll(() => world.close());

describe('after ten years nothing that grows is read from end to end', () => {
  const report = () => {
    const ref = { kind: 'class' as const, teacherId: null, classId, termId: world.quarter(1) };
    return deputy.replays(reportPress(ref));
  };
  it.each<[string, () => Promise<unknown>]>([
    ['/marks', () => mother.says('/marks')],
    ['/diary', () => mother.says('/diary')],
    ['the grid', () => deputy.replays(journalPress(world.courses.algebra))],
    ['the class report', report],
    ['the journal of a year', () => deputy.replays(classJournalPress(classId, 'pdf'))],
    ['what a term lacks', () => deputy.replays(`closet1:${world.quarter(1)}:0`)],
    ['what a year lacks', () => world.chats('tg:6').replays('year1:1:0')],
  ])('by %s', async (_, screen) => {
    const statements = await selectsOf(world.db, screen);
    if (world.db.dialect === 'sqlite') {
      expect(statements.length).toBeGreaterThan(2);
    }
    expect(await slowReads(world.db, statements)).toEqual([]);
  });
});
