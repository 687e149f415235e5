import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eveningDigest } from '../../jobs/evening-digest.ts';
import { postOf } from '../dialogue/post.ts';
import { openSummaryWorld, type SummaryWorld } from './summary-world.ts';

const MONDAY = '2026-10-12';
const SLOT = { slot: `${MONDAY}T19:00`, day: MONDAY, at: new Date(`${MONDAY}T16:00Z`) };

describe('what was left for the evening', () => {
  let world: SummaryWorld;
  beforeEach(async () => {
    world = await openSummaryWorld();
    await world.chooses('mark', 'digest');
  });
  afterEach(() => world.close());

  const evening = async () => {
    world.clock.advance({ hours: 9 });
    await world.runDue(eveningDigest);
  };

  it('is said by the digest, once', async () => {
    await world.marks(5, MONDAY, 1);
    expect(await world.told()).toEqual([]);
    await evening();
    const [digest, ...others] = await world.told();
    expect(others).toEqual([]);
    expect(digest).toContain('Отметки: Русский язык 5 (ответ)');
    world.clock.advance({ days: 1 });
    await world.runDue(eveningDigest);
    expect(await world.told()).toHaveLength(1);
  });

  it('even where it is given a minute before', async () => {
    world.clock.advance({ hours: 8, minutes: 59 });
    await world.marks(5, MONDAY, 1);
    world.clock.advance({ minutes: 1 });
    await world.runDue(eveningDigest);
    expect(await world.told()).toHaveLength(1);
    world.clock.advance({ days: 1 });
    await world.runDue(eveningDigest);
    expect(await world.told()).toHaveLength(1);
  });

  it('comes as a notice where the digest of its day can’t hold it', async () => {
    await world.marks(4, '2026-10-07', 2);
    const given = await world.marks(5, MONDAY, 1);
    await world.told();
    await evening();
    const [digest, late, ...others] = await world.told();
    expect(others).toEqual([]);
    expect(digest).not.toContain('Алгебра');
    expect(late).toBe('Новое в дневнике\nИванов Артём\n07.10 Алгебра: 4 (ответ)');
    // Corrected after it was said: so is that, the next evening.
    await world.becomes(given, 3);
    expect(await world.told()).toHaveLength(2);
    world.clock.advance({ days: 1 });
    await world.runDue(eveningDigest);
    expect((await world.told()).at(-1)).toContain('12.10 Русский язык: 3 вместо 5 (ответ)');
  });

  it('leaves out of the digest what is had otherwise', async () => {
    const { make, courses } = world;
    await make.aLesson({ course: courses.russian, date: MONDAY, number: 1, homework: 'упр. 45' });
    await world.chooses('mark', 'instant');
    await world.chooses('absence', 'weekly');
    await world.chooses('homework', 'off');
    await world.marks(5, MONDAY, 1);
    await world.misses(MONDAY, 2);
    expect(await world.told()).toHaveLength(1);
    await evening();
    expect(await world.told()).toHaveLength(1);
    await world.chooses('homework', 'digest');
    await eveningDigest.run(world.deps, SLOT);
    const digest = (await world.told()).at(-1);
    expect(digest).toContain('упр. 45');
    expect(digest).not.toMatch(/Отметки|Пропуски/);
  });

  it('brings notes of behaviour, to be acknowledged, on days off too', async () => {
    await world.chooses('behaviour_note', 'digest');
    world.clock.advance({ days: 5 });
    await world.remarks('Телефон на уроке');
    expect(await world.told()).toEqual([]);
    await evening();
    expect(await world.told()).toHaveLength(1);
    const [note] = await postOf(world.db, 'tg:2');
    expect(note?.text).toContain('Замечание: Иванов Артём\nТелефон на уроке');
    expect(note).toMatchObject({ lane: 3 });
    expect(note?.buttons[0]?.[0]?.text).toBe('Ознакомлен(а)');
  });

  it('is not lost when the job is run again after a crash in the middle', async () => {
    await world.marks(5, MONDAY, 1);
    await world.told();
    await eveningDigest.run(world.deps, SLOT);
    // Given since, and so not in the message that is queued already.
    await world.marks(4, MONDAY, 2);
    await world.told();
    await eveningDigest.run(world.deps, SLOT);
    const posts = await world.told();
    expect(posts).toHaveLength(2);
    expect(posts.at(-1)).toContain('12.10 Алгебра: 4 (ответ)');
  });

  it('makes no sound in quiet hours', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.Setting.create({ key: 'digest.hour', value: '21' }, { transaction }),
    );
    await world.marks(5, MONDAY, 1);
    world.clock.advance({ hours: 11 });
    await world.runDue(eveningDigest);
    expect(await postOf(world.db, 'tg:2')).toMatchObject([{ silent: true }]);
  });
});
