import fc from 'fast-check';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { CASES, firstNameIn, surnameIn } from './declension.ts';
import { CLASS, type Classmate, isFirstName, meantBySurname } from './entry-class.ts';

export type ExpectedLine = {
  pupilId: number;
  marks: (number | null)[];
  absence: AbsenceCode | null;
  kind: WorkKindKey;
  comment: string | null;
};

/** A message, whom it gives what, and whether it says that the rest were there. */
export type Entry = { text: string; lines: ExpectedLine[]; allPresent: boolean };

/** How absences are written. */
export const CODE_WORDS: Record<AbsenceCode, readonly string[]> = {
  absent: ['н', 'Н', 'нб', 'н/б', 'отсутствует'],
  ill: ['б', 'болеет', 'болен', 'по болезни'],
  excused: ['у', 'ув', 'ув. причина', 'по уважительной причине'],
  late: ['о', 'оп', 'опоздал'],
};
const KIND_WORDS: Record<WorkKindKey, readonly string[]> = {
  answer: ['ответ', 'у доски', 'устно'],
  homework: ['дз', 'домашняя', 'д/з'],
  independent: ['самостоятельная', 'с/р', 'самост.'],
  practical: ['практическая', 'п/р'],
  test: ['контрольная', 'к/р', 'контрольная работа'],
  project: ['проект', 'проектная'],
};
const COMMENTS = ['отличный доклад', 'без ошибок, но медленно', 'решено 3 из 4', 'Молодец!'];
const SEPARATORS = [' ', ' - ', ' — ', ': ', '  ', ' – '];

/** Where a name stands: before its value, behind a value, or where it may stand in the genitive. */
type Place = 'before' | 'behind' | 'oblique';

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const spelling = fc.record({ yo: fc.boolean(), letters: oneOf(['as is', 'lower', 'upper']) });

const PLACES: readonly Place[] = ['before', 'behind', 'oblique'];

/** A name as a teacher may write it, so that it can mean this pupil alone. */
export function nameOf(pupil: Classmate, place: Place): fc.Arbitrary<string> {
  return fc.tuple(oneOf(FORMS.get(`${pupil.pupilId}:${place}`) ?? []), spelling).map(spell);
}

function spell([name, { yo, letters }]: [string, { yo: boolean; letters: string }]): string {
  const spelled = yo ? name : name.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  if (letters === 'lower') {
    return spelled.toLowerCase();
  }
  return letters === 'upper' ? spelled.toUpperCase() : spelled;
}

function formsOf(pupil: Classmate, place: Place): string[] {
  const forms = CASES.flatMap((which) => writtenIn(pupil, which, place));
  const numbers = [`№${pupil.number}`, ...(pupil.number > 5 ? [String(pupil.number)] : [])];
  return [...new Set([...forms, ...(place === 'before' ? numbers : [])])];
}

function writtenIn(pupil: Classmate, which: (typeof CASES)[number], place: Place): string[] {
  const last = surnameIn(pupil.lastName, pupil.sex, which);
  const first = firstNameIn(pupil.firstName, pupil.sex, which);
  const [letter = ''] = pupil.firstName;
  const oblique = place === 'oblique';
  const meant = meantBySurname(last, oblique);
  const only = (pupils: readonly Classmate[]) => pupils.length === 1 && pupils[0] === pupil;
  const named = meantBySurname(
    last,
    oblique,
    CLASS.filter((other) => isFirstName(other, first)),
  );
  const begun = meantBySurname(
    last,
    oblique,
    CLASS.filter((other) => other.firstName.startsWith(letter)),
  );
  const parts = pupil.lastName.split('-').map((part) => surnameIn(part, pupil.sex, which));
  const start = pupil.lastName.slice(0, 5);
  return [
    ...(only(meant) ? [last] : []),
    ...(only(named) ? [`${last} ${first}`, `${first} ${last}`] : []),
    ...(only(begun) ? [`${last} ${letter}.`, `${letter}. ${last}`] : []),
    ...(only(begun) && place === 'before' && !/[НБУО]/.test(letter) ? [`${last} ${letter}`] : []),
    ...parts.filter((part) => part !== last && only(meantBySurname(part, oblique))),
    ...(which === 'nominative' &&
    start !== last &&
    `${start}а` !== last &&
    only(meantBySurname(start, oblique))
      ? [start]
      : []),
  ];
}

const FORMS = new Map(
  CLASS.flatMap((pupil) =>
    PLACES.map((place) => [`${pupil.pupilId}:${place}`, formsOf(pupil, place)] as const),
  ),
);

export const codes = oneOf(['absent', 'ill', 'excused', 'late'] as const);
const kinds = oneOf(Object.keys(KIND_WORDS) as WorkKindKey[]);
const marks = fc.array(oneOf([5, 4, 3, 2, null]), { minLength: 1, maxLength: 3 });

type Value = Omit<ExpectedLine, 'pupilId' | 'kind'> & { kind: WorkKindKey | null; text: string };

const markValue: fc.Arbitrary<Value> = fc
  .record({
    marks,
    slashed: fc.boolean(),
    point: oneOf(['точка', '.', '•']),
    kind: fc.option(kinds, { freq: 3 }),
    word: fc.nat(),
    comment: fc.option(oneOf(COMMENTS), { freq: 3 }),
  })
  .map(({ marks: given, slashed, point, kind, word, comment }) => {
    const numbers = given.every((value) => value !== null);
    const written = given.map((value) => value ?? point).join(slashed && numbers ? '/' : ' ');
    const text = [
      written,
      ...(kind ? [pick(KIND_WORDS[kind], word)] : []),
      ...(comment ? [`(${comment})`] : []),
    ].join(' ');
    return { marks: given, absence: null, kind, comment, text };
  });

const codeValue: fc.Arbitrary<Value> = fc.tuple(codes, fc.nat()).map(([absence, word]) => ({
  marks: [],
  absence,
  kind: null,
  comment: null,
  text: pick(CODE_WORDS[absence], word),
}));

const value = fc.oneof({ arbitrary: markValue, weight: 3 }, { arbitrary: codeValue, weight: 1 });

type Clause = {
  text: string;
  lines: (Omit<ExpectedLine, 'kind'> & { kind: WorkKindKey | null })[];
};

const nothing = { marks: [], absence: null, kind: null, comment: null };

/** «Иванов 5, Петрова 4 5»: by commas or line ends. */
function listClause(pupils: readonly Classmate[]): fc.Arbitrary<Clause> {
  const items = pupils.map((pupil) =>
    fc
      .tuple(nameOf(pupil, 'before'), oneOf(SEPARATORS), value)
      .map(([name, between, { text, ...given }]) => ({
        // A list number right behind the comma of a mark would be one number with it: «5,16».
        text: `${/^\d/.test(name) ? ' ' : ''}${name}${between}${text}`,
        line: { pupilId: pupil.pupilId, ...given },
      })),
  );
  return fc.tuple(oneOf([', ', ',', '\n', '; ']), fc.tuple(...items)).map(([by, written]) => ({
    text: written.map(({ text }) => text).join(by),
    lines: written.map(({ line }) => line),
  }));
}

/** «5 Иванов, Петрова», «н: Козлов и Орлов» */
function valueFirstClause(pupils: readonly Classmate[]): fc.Arbitrary<Clause> {
  const single = fc.oneof(
    oneOf([5, 4, 3, 2]).map((mark) => ({ ...nothing, marks: [mark], text: String(mark) })),
    codes.map((absence) => ({ ...nothing, absence, text: CODE_WORDS[absence][0] ?? '' })),
  );
  return fc
    .tuple(
      single,
      oneOf([' ', ': ', ' - ']),
      oneOf([', ', ' и ', ',']),
      fc.tuple(...pupils.map((pupil) => nameOf(pupil, 'behind'))),
    )
    .map(([{ text, ...given }, between, by, names]) => ({
      text: `${text}${between}${names.join(by)}`,
      lines: pupils.map(({ pupilId }) => ({ pupilId, ...given })),
    }));
}

/** «нет Иванова, Петровой», «болеют: …» */
function openerClause(pupils: readonly Classmate[]): fc.Arbitrary<Clause> {
  return fc
    .tuple(
      oneOf([
        ['нет', 'absent'],
        ['не было', 'absent'],
        ['отсутствуют', 'absent'],
        ['болеют', 'ill'],
        ['опоздали', 'late'],
      ] as const),
      oneOf([' ', ': ']),
      fc.tuple(...pupils.map((pupil) => nameOf(pupil, 'oblique').filter(isNoNumber))),
    )
    .map(([[word, absence], between, names]) => ({
      text: `${word}${between}${names.join(', ')}`,
      lines: pupils.map(({ pupilId }) => ({ ...nothing, pupilId, absence })),
    }));
}

export const isNoNumber = (name: string) => !/\d/.test(name);

const someOf = (count: { minLength: number; maxLength: number }) =>
  fc.shuffledSubarray([...CLASS], count);

/** Clauses of any form side by side; a kind of work said first is everybody's who has no own one. */
const clauses: fc.Arbitrary<Entry> = someOf({ minLength: 3, maxLength: 9 })
  .chain((pupils) => {
    const third = Math.ceil(pupils.length / 3);
    const parts = [pupils.slice(0, third), pupils.slice(third, 2 * third), pupils.slice(2 * third)];
    const forms = [listClause, valueFirstClause, openerClause];
    return fc.tuple(
      fc.option(kinds, { freq: 4 }),
      fc.nat(),
      oneOf(['; ', '\n', ' ;\n']),
      fc.tuple(
        ...parts
          .filter((part) => part.length > 0)
          .map((part) => fc.oneof(...forms.map((form) => form(part)))),
      ),
    );
  })
  .map(([common, word, by, written]) => {
    const text = written.map((clause) => clause.text).join(by);
    const lead = common ? `${pick(KIND_WORDS[common], word)}: ` : '';
    return {
      text: lead + text,
      lines: written
        .flatMap(({ lines }) => lines)
        .map((line) => ({ ...line, kind: line.kind ?? common ?? 'answer' })),
      allPresent: false,
    };
  });

/** «все 5 кроме Иванова, Козлов н», «все были, кроме …» */
const everybody: fc.Arbitrary<Entry> = fc
  .tuple(
    someOf({ minLength: 0, maxLength: 4 }),
    fc.option(oneOf([5, 4, 3, 2])),
    oneOf(['все', 'Всем', 'весь класс']),
    oneOf([' кроме ', ', кроме ', ' за исключением ']),
  )
  .chain(([out, mark, who, but]) =>
    fc
      .tuple(
        ...out.map((pupil) =>
          fc.tuple(nameOf(pupil, 'oblique'), fc.option(codes)).map(([name, code]) => ({
            pupilId: pupil.pupilId,
            code,
            text: code ? `${name} ${CODE_WORDS[code][1]}` : name,
          })),
        ),
      )
      .map((exceptions) => {
        const head = mark === null ? `${who} были` : `${who} ${mark}`;
        const tail = exceptions.map(({ text }) => text).join(', ');
        const away = exceptions.flatMap(({ pupilId, code }) => {
          const absence = code ?? (mark === null ? ('absent' as const) : null);
          return absence ? [{ ...nothing, pupilId, absence, kind: 'answer' as const }] : [];
        });
        const others = CLASS.filter(({ pupilId }) => !out.some((one) => one.pupilId === pupilId));
        const given =
          mark === null
            ? []
            : others.map(({ pupilId }) => ({
                ...nothing,
                pupilId,
                marks: [mark],
                kind: 'answer' as const,
              }));
        return {
          text: exceptions.length > 0 ? `${head}${but}${tail}` : head,
          lines: [...away, ...given],
          allPresent: mark === null && away.every(({ absence }) => absence === 'late'),
        };
      }),
  );

/** A message in any supported form, with or without the class and the subject before it. */
export const entries: fc.Arbitrary<Entry> = fc
  .tuple(
    oneOf(['', '', '7А алгебра: ', '7а алг.\n', '7-А Алгебра 12.10: ', 'алгебра 7А: ', '7 а: ']),
    fc.oneof({ arbitrary: clauses, weight: 3 }, { arbitrary: everybody, weight: 1 }),
  )
  .map(([header, entry]) => ({ ...entry, text: header + entry.text }));

export function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}
