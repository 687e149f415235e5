import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../db/rules/settings.ts';
import { controlMonday } from '../../jobs/control-monday.ts';
import { journalControl } from '../../jobs/journal-control.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

let world: JobWorld;

beforeAll(async () => {
  world = await openJobWorld();
  const { make } = world;
  await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
  await make.aTeacher('Зуев Олег', { chat: 'tg:6' });
});
afterAll(() => world.close());

const outbox = async () =>
  (await world.outbox()).map(({ dedupe_key, payload }) => ({
    key: dedupe_key,
    ...(JSON.parse(payload) as { text: string; buttons: { text: string; press: string }[][] }),
  }));

describe('the control of the journal', () => {
  beforeEach(() => expect(world.errors).toEqual([]));

  it('is written on Sunday night and once, whatever runs', async () => {
    const { clock } = world;
    // From Monday the 12th, ten o'clock, to Sunday the 18th, 21:59: last Sunday's run was long ago.
    clock.advance({ days: 6, hours: 11, minutes: 59 });
    await world.runDue(journalControl, controlMonday);
    expect(await world.ledger()).toEqual([]);
    clock.advance({ minutes: 1 });
    await world.runDue(journalControl, controlMonday);
    await world.runDue(journalControl, controlMonday);
    expect(await world.ledger()).toEqual(['journal-control 2026-10-18T22:00 done 1']);
    const findings = await world.db.select("SELECT id FROM finding WHERE state = 'open'");
    expect(findings.length).toBeGreaterThan(0);
    expect(await outbox()).toEqual([]);
  });

  it('is told on Monday: to each teacher what is theirs, to deputy heads by teacher', async () => {
    world.clock.advance({ hours: 10 });
    await world.runDue(journalControl, controlMonday);
    const told = await outbox();
    expect(told.map(({ key }) => key.split(':').slice(0, 3).join(':'))).toEqual([
      'control:2026-10-19:teacher',
      'control:2026-10-19:deputy_head',
    ]);
    const [teacher, deputy] = told;
    expect(teacher?.text).toContain('нет темы или переклички');
    const presses = teacher?.buttons.flat().map(({ press }) => press) ?? [];
    expect(presses.some((press) => press.startsWith('ctll1:'))).toBe(true);
    expect(deputy?.text).toContain('Соколова В. И.');
    expect(deputy?.buttons.flat().map(({ text }) => text)).toEqual(['Открыть контроль']);
  });

  it('is not told twice a week, nor late in the day', async () => {
    await world.runDue(controlMonday);
    expect(await outbox()).toHaveLength(2);
    world.clock.advance({ days: 7, hours: 9 });
    await world.runDue(controlMonday);
    expect(await outbox()).toHaveLength(2);
  });

  it('is caught up within the week after a stop', async () => {
    await world.runDue(journalControl);
    expect(await world.ledger()).toContain('journal-control 2026-10-25T22:00 done 1');
  });

  it('keeps to the hour and the day a school has set', async () => {
    const due = journalControl.due({
      ...DEFAULT_SETTINGS,
      'control.hour': 20,
      'control.weekday': 5,
    });
    expect(due).toEqual({ hour: 20, weekday: 5 });
  });

  it('is told to nobody in the summer', async () => {
    const { db, clock } = world;
    await db.write(({ transaction }) =>
      db.models.OutboxMessage.destroy({ where: {}, transaction }),
    );
    // Monday 05.07.2027, with a term that nobody closed.
    clock.advance({ days: 252, hours: -9 });
    await world.runDue(controlMonday);
    expect(await world.ledger()).toContain('control-monday 2027-07-05T08:00 done 1');
    expect(await outbox()).toEqual([]);
  });
});
