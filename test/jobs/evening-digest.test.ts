import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { LANES } from '../../db/actions/queue-messages.ts';
import { eveningDigest } from '../../jobs/evening-digest.ts';
import { type JobWorld, openJobWorld } from './job-world.ts';

const MONDAY = '2026-10-12';

describe('the job of the evening digest', () => {
  let world: JobWorld;

  beforeEach(async () => {
    world = await openJobWorld();
    const { make, courses, pupils, classTeacher: author } = world;
    const lesson = { course: courses.russian, date: MONDAY, number: 1 };
    await make.aMark({ ...lesson, pupil: pupils.artyom, value: 5, author });
  });
  afterEach(() => world.close());

  it('is silent before its hour and says each parent’s day once, calmly', async () => {
    await world.runDue(eveningDigest);
    expect(await world.outbox()).toEqual([]);
    world.clock.advance({ hours: 9 });
    await world.runDue(eveningDigest);
    await world.runDue(eveningDigest);
    const [digest, ...others] = await world.outbox();
    expect(others).toEqual([]);
    expect(digest?.chat).toBe('tg:2');
    expect(digest?.lane).toBe(LANES.digest);
    const { text } = JSON.parse(digest?.payload ?? '{}') as { text: string };
    expect(parseHtml(text).text).toContain('Русский язык 5');
  });

  it('adds nothing when it is run again after a crash in the middle', async () => {
    const slot = { slot: `${MONDAY}T19:00`, day: MONDAY, at: new Date(`${MONDAY}T16:00Z`) };
    await eveningDigest.run(world.deps, slot);
    await eveningDigest.run(world.deps, slot);
    expect(await world.outbox()).toHaveLength(1);
  });

  it('comes at the hour the school has set, within three hours of it', async () => {
    await world.db.write(({ transaction }) =>
      world.db.models.Setting.create({ key: 'digest.hour', value: '12' }, { transaction }),
    );
    world.clock.advance({ hours: 6 });
    await world.runDue(eveningDigest);
    expect(await world.outbox()).toEqual([]);
    world.clock.advance({ hours: -2 });
    await world.runDue(eveningDigest);
    expect(await world.outbox()).toHaveLength(1);
  });

  it('speaks the parent’s own language', async () => {
    await world.db.write(({ transaction }) =>
      world.db.models.Person.update(
        { language: 'en' },
        { where: { id: world.parents.mother }, transaction },
      ),
    );
    world.clock.advance({ hours: 9 });
    await world.runDue(eveningDigest);
    expect((await world.outbox())[0]?.payload).toContain('October');
  });
});
