import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { ru } from '../../bot/texts/ru.ts';
import { digestMessage } from '../../bot/views/digest.ts';
import { readDigests } from '../../db/reports/evening-digest.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

const MONDAY = '2026-10-12';
const SATURDAY = '2026-10-17';

describe('a parent', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const digest = async (day: string) => {
    const all = await readDigests(world.db, day);
    const own = all.find(({ personId }) => personId === world.parents.mother);
    const message = own && digestMessage(own, ru, 'full');
    return message ? parseHtml(message.text).text : null;
  };

  it('reads that a lesson is cancelled, or where it has moved', async () => {
    const { make, courses } = world;
    await make.aTimetableChange({ course: courses.russian, date: MONDAY, number: 1 });
    const to = { date: '2026-10-14', number: 3 };
    await make.aTimetableChange({ course: courses.algebra, date: MONDAY, number: 2, to });
    const chat = world.chat('tg:2');
    const today = await chat.says('/diary');
    expect(today.text).toContain('1. Русский язык: отменён');
    expect(today.text).toContain('2. Алгебра: перенесён на 14.10, 3-й урок');
    const week = await chat.presses('Неделя');
    expect(week.text).toContain('1. Русский язык · отменён');
    expect(week.text).toContain('ср 14.10\n2. Алгебра\n3. Алгебра');
  });

  it('reads a lesson that was moved to a Saturday as one of a school day', async () => {
    const { make, courses } = world;
    const to = { date: SATURDAY, number: 1 };
    await make.aTimetableChange({ course: courses.algebra, date: '2026-10-14', number: 2, to });
    await make.aLesson({ course: courses.algebra, date: MONDAY, number: 2, homework: '§ 7' });
    const chat = world.chat('tg:2');
    await chat.says('/diary');
    await chat.presses('вт 13.10 ›');
    const wednesday = await chat.presses('ср 14.10 ›');
    expect(wednesday.text).not.toContain('§ 7');
    expect((await chat.presses('сб 17.10 ›')).text).toContain('1. Алгебра\nК уроку: § 7');
    expect(await digest('2026-10-14')).toContain('Задано на 17 октября, суббота:\n• Алгебра: § 7');
  });

  it('is not told of homework for a lesson that is called off, and hears of it for the next', async () => {
    const { make, courses } = world;
    await make.aLesson({ course: courses.russian, date: MONDAY, number: 1, homework: 'упр. 45' });
    expect(await digest(MONDAY)).toContain('упр. 45');
    await make.aTimetableChange({ course: courses.russian, date: '2026-10-13', number: 1 });
    expect(await digest(MONDAY)).toBeNull();
    const chat = world.chat('tg:2');
    world.clock.advance({ days: 7 });
    expect((await chat.says('/diary')).text).toContain('1. Русский язык\nК уроку: упр. 45');
  });
});
