import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

// What only Alyona's own mother may ever read.
const SECRETS = ['Алёна', 'Петрова', 'тайный отзыв', 'А. П.', 'Китайский'];
const COMMANDS = [
  '/start',
  '/diary',
  '/marks',
  '/write',
  '/behaviour',
  '/excuse',
  '/me',
  '/help',
  '/invite',
  '/diary 2',
  'дневник',
];

describe('another family’s child', () => {
  let world: FamilyWorld;
  const payloads = new Set<string>();

  beforeAll(async () => {
    world = await openFamilyWorld();
    const { make, chat, courses, pupils, classTeacher: author } = world;
    const where = { course: courses.algebra, date: '2026-10-12', number: 2, author };
    await make.aMark({ ...where, pupil: pupils.alyona, value: 2, comment: 'тайный отзыв' });
    const chinese = await make.aCourse({
      subject: 'Китайский',
      teacher: author,
      group: { name: '1', pupils: [pupils.alyona] },
    });
    await make.aSlot(chinese, 1, 3);
    await make.aMark({
      course: chinese,
      date: '2026-10-12',
      pupil: pupils.alyona,
      value: 3,
      author,
    });
    const little = await make.aPupil('Петрова Аня', { class: '1А' });
    await make.aParent('Петров Юрий', { of: [pupils.alyona, little], chat: 'tg:4' });

    // Everything that anybody but the child's stranger ever saw on a button.
    for (const [address, commands] of [
      ['tg:3', COMMANDS],
      ['tg:4', COMMANDS],
      ['tg:10', ['/invite', '/start', '/lesson', '/write', '/behaviour', '/excuse']],
    ] as const) {
      const person = chat(address);
      for (const command of commands) {
        await person.says(command);
        for (let step = 0; step < 6; step += 1) {
          const buttons = person.screen().buttons.flat();
          for (const { press } of buttons) {
            payloads.add(press);
          }
          const next = buttons[step % Math.max(1, buttons.length)];
          if (next) {
            await person.replays(next.press);
          }
        }
      }
    }
    const { artyom, alyona } = pupils;
    for (const verb of ['diary1', 'week1', 'marks1', 'consent1', 'ifamily1', 'ifcode1']) {
      payloads.add(`${verb}:${alyona}`);
      payloads.add(`${verb}:${artyom}:${alyona}`);
      payloads.add(`${verb}:1:${alyona}:0:0`);
    }
  }, 60_000);
  afterAll(() => world.close());

  it('stays unseen whatever is replayed', async () => {
    expect(payloads.size).toBeGreaterThan(40);
    const event = fc.oneof(
      fc.constantFrom(...COMMANDS).map((text) => ({ text })),
      fc.constantFrom(...payloads).map((press) => ({ press })),
      fc
        .record({
          press: fc.constantFrom(...payloads),
          at: fc.nat(60),
          by: fc.string({ maxLength: 3 }),
        })
        .map(({ press, at, by }) => ({ press: press.slice(0, at) + by + press.slice(at + 1) })),
    );
    const strangers = ['tg:2', 'tg:999'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...strangers),
        fc.array(event, { minLength: 1, maxLength: 8 }),
        async (address, events) => {
          const chat = world.chat(address);
          for (const one of events) {
            const heard =
              'text' in one
                ? await chat.says(one.text)
                : await chat.replays(one.press === '' ? 'x' : one.press);
            const all = JSON.stringify([heard, chat.messages()]);
            for (const secret of SECRETS) {
              expect(all).not.toContain(secret);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    const ties = await world.db.models.Guardianship.findAll({
      where: { personId: world.parents.mother },
    });
    expect(ties.map(({ pupilId }) => pupilId)).toEqual([world.pupils.artyom]);
  }, 120_000);

  it('is refused by a sentence, not by silence', async () => {
    const { alyona } = world.pupils;
    for (const payload of [`diary1:${alyona}`, `marks1:${alyona}`, `week1:${alyona}:2026-10-12`]) {
      const heard = await world.chat('tg:2').replays(payload);
      expect(heard).toMatchObject({ text: '', toast: expect.stringContaining('нет права') });
    }
  });
});
