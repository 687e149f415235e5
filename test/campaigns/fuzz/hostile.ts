import fc from 'fast-check';

/** A chat that presses buttons: of the others none may do anything there. */
export type Presser = { chat: number; others: readonly string[] };

/** Whom a storm may come from. */
export type Sources = {
  /** Chats of nobody, as well as chats that the messenger itself doesn't know. */
  strangers: readonly number[];
  /** Chats of the school's people in which nothing is pressed, so that no question waits there. */
  writers: readonly number[];
  pressers: readonly Presser[];
  /** The payloads of all buttons that anybody was shown. */
  payloads: readonly string[];
};

// Commands that only show something, whatever stands behind them.
const READING = ['help', 'me', 'diary', 'marks', 'absences', 'journal', 'control', 'start', 'lol'];
const PIECES = [
  ...['5', '2', 'н', 'все', 'кроме', '7А', 'алгебра', ':', ',', ';', '\n', '/', '@', '«', '№'],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\u200f',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\ud800',
    '\u{1f469}\u200d',
  ],
  ...[
    'مرحبا',
    'שלום',
    '5️⃣',
    '٥',
    'ё'.normalize('NFD'),
    'Z̸̢̛a',
    '<b>',
    '</b>',
    '&lt;',
    '&#0;',
    '{{x}}',
  ],
  ...["'; DROP TABLE mark; --", '%s%n', '#{7*7}', '__proto__', 'constructor', '../../etc/passwd'],
];
const FAR_IDS = [
  '0',
  '-1',
  '999999999',
  '1e9',
  '99999999999999999999',
  'NaN',
  '',
  ' ',
  'null',
  '١',
];

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
);
const huge = fc
  .tuple(fc.constantFrom('я', '5, ', '\u202e', '<b>', '\n', '7А ', '😀', '\u0000'), fc.nat(60_000))
  .map(([piece, times]) => piece.repeat(times));
const text = fc.oneof({ weight: 30, arbitrary: words }, { weight: 1, arbitrary: huge });
const anything = fc.anything({ maxDepth: 4, withNullPrototype: false });

/** Anything in the place of what an update consists of, as JSON can carry it. */
const shapeless = anything.map((value): unknown =>
  JSON.parse(JSON.stringify(value ?? null) ?? '0'),
);

/**
 * Updates that no phone sends, or that ask for what the sender may not: wrong in their types, huge,
 * of control characters, of letters that run to the left, of nothing; buttons of others, with ids of
 * others. None of them entitles anybody to a change of the journal. They have no `update_id` yet.
 */
export function hostileUpdates(sources: Sources): fc.Arbitrary<object> {
  const { strangers, writers } = sources;
  const chat = fc.constantFrom(...strangers, ...writers);
  const fromStranger = fc.constantFrom(...strangers);
  const messageId = fc.oneof(fc.nat(50), fc.constantFrom(0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER));
  const said = fc
    .tuple(chat, messageId, text, entities())
    .map(([id, message_id, said, entities]) => ({
      message: { ...messageOf(id, message_id), text: said, entities },
    }));
  const asked = fc.tuple(chat, fc.constantFrom(...READING), text).map(([id, command, rest]) => ({
    message: { ...messageOf(id, 1), text: `/${command} ${rest}` },
  }));
  const inGroup = fc.tuple(fc.nat(1000), text).map(([id, said]) => ({
    message: { ...messageOf(-id, 1), chat: { id: -id, type: 'supergroup' }, text: said },
  }));
  const pressed = fc
    .tuple(presses(sources), fc.uuid(), messageId)
    .map(([{ chat: id, data }, query, message_id]) => ({
      callback_query: { id: query, from: { id }, data, message: messageOf(id, message_id) },
    }));
  const sent = fc.tuple(chat, files()).map(([id, file]) => ({
    message: { ...messageOf(id, 1), ...file },
  }));
  const left = fc
    .tuple(fromStranger, fc.constantFrom('kicked', 'member', '', '\u0000'))
    .map(([id, status]) => ({
      my_chat_member: { chat: { id, type: 'private' }, new_chat_member: { status } },
    }));
  const sound = fc.oneof(said, pressed, sent, left);
  return fc.oneof(
    { weight: 6, arbitrary: said },
    { weight: 2, arbitrary: asked },
    { weight: 6, arbitrary: pressed },
    { weight: 1, arbitrary: inGroup },
    { weight: 2, arbitrary: sent },
    { weight: 1, arbitrary: left },
    { weight: 4, arbitrary: broken(sound) },
    {
      weight: 1,
      arbitrary: fc.dictionary(fc.string({ maxLength: 12 }), shapeless, { maxKeys: 4 }),
    },
  );
}

function messageOf(id: number, message_id: number) {
  return { message_id, date: 0, chat: { id, type: 'private' }, from: { id, is_bot: false } };
}

/** Marks over a text that lie outside of it, in each other, and backwards. */
function entities() {
  const place = fc.oneof(fc.integer({ min: -5, max: 300 }), fc.constantFrom(2 ** 31, -(2 ** 31)));
  const type = fc.constantFrom('bold', 'bot_command', 'text_link', 'mention', 'nothing', '');
  return fc.array(fc.record({ type, offset: place, length: place }), { maxLength: 30 });
}

function files() {
  const file = { file_id: text, file_size: fc.constantFrom(0, -1, 1, 2 ** 40) };
  const document = fc.record({ ...file, file_name: text, mime_type: text });
  return fc.oneof(
    fc.record({ document, caption: text }),
    fc.record({ photo: fc.array(fc.record(file), { maxLength: 4 }), media_group_id: text }),
    fc.record({ sticker: shapeless }),
    fc.record({ contact: shapeless }),
    fc.constant({}),
  );
}

/** Buttons of others, and any with an id that nobody has. */
function presses({ pressers, strangers, payloads }: Sources) {
  const foreign = fc
    .constantFrom(...pressers.filter(({ others }) => others.length > 0))
    .chain(({ chat, others }) => fc.record({ chat: fc.constant(chat), data: oneOf(others) }));
  const farIds = fc.tuple(oneOf(payloads), oneOf(FAR_IDS)).map(([data, id]) => {
    const [verb = '', ...args] = data.split(':');
    return [verb, ...args.map((arg) => arg.replace(/^\d+(?=\.|$)/, id))].join(':');
  });
  const presser = oneOf(pressers.map(({ chat }) => chat));
  const stranger = oneOf(strangers);
  return fc.oneof(
    { weight: 4, arbitrary: foreign },
    { weight: 3, arbitrary: fc.record({ chat: presser, data: farIds.filter(changed(payloads)) }) },
    { weight: 2, arbitrary: fc.record({ chat: stranger, data: oneOf(payloads) }) },
    { weight: 1, arbitrary: fc.record({ chat: fc.oneof(presser, stranger), data: words }) },
  );
}

/** Whether a payload isn't one that somebody was shown after all. */
function changed(payloads: readonly string[]): (data: string) => boolean {
  const known = new Set(payloads);
  return (data) => /:/.test(data) && !known.has(data);
}

/** One part of an update, at any depth, becomes something else, or is lost. */
function broken(sound: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.tuple(sound, fc.nat(), shapeless).map(([update, place, instead]) => {
    const copy = structuredClone(update);
    const places = placesIn(copy);
    const [holder, key] = places[place % places.length] ?? NOWHERE;
    if (place % 3 === 0) {
      delete holder[key];
    } else {
      holder[key] = instead;
    }
    return copy;
  });
}

const NOWHERE: Place = [{}, ''];

type Place = [Record<string, unknown>, string];

function placesIn(part: unknown): Place[] {
  if (typeof part !== 'object' || part === null) {
    return [];
  }
  const holder = part as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as Place, ...placesIn(holder[key])]);
}
