import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { COMMANDS } from '../../bot/dialogue/commands.ts';
import { PRESSES } from '../../bot/dialogue/presses.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type ForeignChildWorld, openForeignChildWorld } from './foreign-child-world.ts';
import { PARENTS, type Reader, STAFF } from './marked-families.ts';
import { type Cue, type Outcome, rehearsalOf } from './rehearsal.ts';
import { walk } from './walk.ts';

const SEED = 20261116;
const CASES = inject('replays');
const AT_ONCE = 50;
// Some ten seconds alone on SQLite; PostgreSQL on a busy machine takes minutes.
const PATIENCE = 600_000;

let world: ForeignChildWorld;
let say: (chat: string, cue: Cue) => Promise<Outcome>;
/** All that was shown on the walk, by chat. */
const shown = new Map<string, string>();
let payloads: string[];

beforeAll(async () => {
  world = await openForeignChildWorld();
  say = rehearsalOf(world.db);
  const seen = new Set<string>();
  for (const chat of [...STAFF, ...PARENTS]) {
    const walked = await walk(chat, say);
    shown.set(chat, walked.shown);
    for (const payload of walked.payloads) {
      seen.add(payload);
    }
  }
  payloads = [...seen].sort();
}, PATIENCE);
afterAll(() => world.close());

/** Events as people and forgers send them: what was seen, with other ids, letters or verbs. */
function cues(): fc.Arbitrary<Cue> {
  const id = fc.integer({ min: 0, max: 60 }).map(String);
  const verb = fc.constantFrom(...Object.keys(PRESSES));
  const payload = fc.constantFrom(...payloads);
  const otherIds = fc
    .tuple(payload, fc.array(id, { minLength: 1, maxLength: 4 }))
    .map(([press, ids]) => {
      const left = [...ids];
      return press.replace(/(?<=[:.])\d{1,3}(?=[:.]|$)/g, (own) => left.shift() ?? own);
    });
  const otherVerb = fc
    .tuple(verb, payload)
    .map(([other, press]) => [other, ...press.split(':').slice(1)].join(':'));
  const garbled = fc
    .tuple(payload, fc.nat(60), fc.string({ maxLength: 3 }))
    .map(([press, at, by]) => press.slice(0, at) + by + press.slice(at + 1));
  const invented = fc
    .tuple(verb, fc.array(fc.oneof(id, fc.constantFrom('2026-11-16', 'm', 'a')), { maxLength: 5 }))
    .map((parts) => parts.flat().join(':'));
  const names = world.children.map(({ name }) => `${name}ов ${name}имя`);
  const word = fc.constantFrom(...COMMANDS.flatMap(({ name, words }) => [`/${name}`, ...words]));
  const rest = fc.constantFrom('', '', ...names, '7А', '1А', '7А алгебра', '5', 'все 5', '§ 1');
  const command = fc.tuple(word, rest).map((parts) => parts.join(' ').trim());
  const entry = fc.constantFrom(...names, ...names.map((name) => `7А алгебра: ${name} 5`));
  const presses = (weight: number, arbitrary: fc.Arbitrary<string>) => ({
    weight,
    arbitrary: arbitrary.map((press) => ({ press })),
  });
  const texts = (weight: number, arbitrary: fc.Arbitrary<string>) => ({
    weight,
    arbitrary: arbitrary.map((text) => ({ text })),
  });
  return fc.oneof(
    presses(4, payload),
    presses(4, otherIds),
    presses(2, otherVerb),
    presses(1, garbled),
    presses(2, invented),
    texts(3, command),
    texts(1, entry),
  );
}

/** The first word of a child who is none of this reader's; what the reader has typed is no news. */
function leakOf({ names, data }: Reader, text: string, typed = ''): string | undefined {
  const [said, own] = [text.toLowerCase(), typed.toLowerCase()];
  return world.children
    .flatMap(({ name, datum }) => [
      ...(names.includes(name) ? [] : [name.toLowerCase()]),
      ...(data.includes(datum) ? [] : [datum.toLowerCase()]),
    ])
    .find((word) => said.includes(word) && !own.includes(word));
}

async function expectNothingForeign(reader: Reader, cue: Cue): Promise<void> {
  const { said, post } = await say(reader.chat, cue);
  const typed = JSON.stringify(cue);
  for (const { chat, payload } of [{ chat: reader.chat, payload: JSON.stringify(said) }, ...post]) {
    const other = world.readers.find((known) => known.chat === chat);
    const leak = other && leakOf(other, payload, chat === reader.chat ? typed : '');
    if (leak !== undefined) {
      throw new Error(`${chat} was shown ${leak} by ${typed} of ${reader.chat}: ${payload}`);
    }
  }
}

describe('a datum of another family’s child', () => {
  it('is searched for by words that the bot itself never says', () => {
    const said = JSON.stringify(ru, (_, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    ).toLowerCase();
    for (const { name, datum } of world.children) {
      expect(said).not.toContain(name.toLowerCase());
      expect(said).not.toContain(datum.toLowerCase());
    }
  });

  it('is there to be found, as its own family sees it', () => {
    const [elder, younger, only] = world.children;
    // A whole walk is too much to print where a word is missing.
    const sees = (chat: string, word: string) => shown.get(chat)?.includes(word) ?? false;
    for (const what of ['предмет', 'вид', 'отзыв', 'заметка', 'письмо', 'дз', 'файл']) {
      expect(sees('tg:21', `${elder?.datum}${what}`), what).toBe(true);
    }
    expect(sees('tg:21', `${younger?.datum}заметка`)).toBe(true);
    expect(sees('tg:21', `${younger?.datum}вид`)).toBe(false);
    expect(sees('tg:10', `${elder?.datum}причина`)).toBe(true);
    expect(sees('tg:23', `${only?.datum}архив`)).toBe(true);
    for (const { name } of world.children) {
      expect(sees('tg:12', name), name).toBe(true);
    }
    const verbs = new Set(payloads.map((payload) => payload.split(':')[0]));
    expect(payloads.length).toBeGreaterThan(500);
    expect(verbs.size).toBeGreaterThan(60);
  });

  it(
    `is never shown by ${CASES} replayed events`,
    async () => {
      const one = fc.tuple(fc.constantFrom(...world.readers), cues());
      const cases = fc.array(one, { minLength: AT_ONCE, maxLength: AT_ONCE });
      await fc.assert(
        fc.asyncProperty(cases, async (batch) => {
          for (const [reader, cue] of batch) {
            await expectNothingForeign(reader, cue);
          }
        }),
        { numRuns: CASES / AT_ONCE, seed: SEED },
      );
    },
    PATIENCE,
  );
});
