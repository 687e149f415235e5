import { editDistance } from './edit-distance.ts';
import { givenNameForms, sexOf, surnameForms } from './name-forms.ts';
import type { PupilRef } from './types.ts';
import { wordKey } from './word-key.ts';

/** `any` where names stand in the genitive: «Иванова» is Иванов there as well as Иванова. */
export type NameCase = 'nominative' | 'any';

/** Finds the pupils of one list by the words of a name, all given as search keys. */
export type NameFinder = {
  /** Every pupil the words fit best, or none. */
  find(words: readonly string[], nameCase: NameCase): number[];
  /** Some pupil has the first words as surname and this one as first name, patronymic or initial. */
  continues(words: readonly string[], key: string): boolean;
  /** The words may begin a name: a surname, a part of it or a first name of the list. */
  begins(key: string): boolean;
  /** The word is a first name of the list, in any case. */
  isFirstName(key: string): boolean;
  /** At most four pupils whose names are almost these words. */
  nearest(words: readonly string[]): number[];
};

type Known = {
  pupilId: number;
  last: string;
  /** The parts of a double surname. */
  parts: string[];
  lastForms: Set<string>;
  partForms: Set<string>;
  first: string;
  firstForms: Set<string>;
  middle: string;
  middleForms: Set<string>;
};

type Fit = { surname: number; given: number };

// How well a surname fits. A nominative beats all where nominatives are written; the rest ask together.
const NOMINATIVE = 3;
const OBLIQUE = 2;
const PARTIAL = 1;

// Fewer letters of a surname are no surname: codes and particles are as short.
const PREFIX_LENGTH = 3;
const NEAREST_LIMIT = 4;

/** Prepares a list for finding: the forms of its names are made once. */
export function nameFinder(roster: readonly PupilRef[]): NameFinder {
  const list = roster.map(know);
  const fits = new Map<string, Map<Known, Fit>>();

  function surnameFits(word: string): Map<Known, Fit> {
    const known = fits.get(word);
    if (known) {
      return known;
    }
    const found = new Map<Known, Fit>();
    for (const pupil of list) {
      const surname = surnameFit(pupil, word);
      if (surname > 0) {
        found.set(pupil, { surname, given: 0 });
      }
    }
    fits.set(word, found);
    return found;
  }

  function firstNameFits(word: string): Known[] {
    return list.filter(({ first, firstForms }) => first === word || firstForms.has(word));
  }

  function fullNameFits(words: readonly string[]): Map<Known, Fit> {
    const [head = ''] = words;
    const tail = words.at(-1) ?? '';
    const found = new Map<Known, Fit>();
    for (const [surname, given] of [
      [head, words.slice(1)],
      [tail, words.slice(0, -1)],
    ] as const) {
      for (const [pupil, fit] of surnameFits(surname)) {
        const fitting = givenFit(pupil, given);
        if (fitting > 0) {
          found.set(pupil, { ...fit, given: fitting });
        }
      }
    }
    return found;
  }

  return {
    find(words, nameCase) {
      const [word = ''] = words;
      if (words.length === 1) {
        const bySurname = best(surnameFits(word), nameCase);
        return ids([...new Set([...bySurname, ...firstNameFits(word)])]);
      }
      return words.length > 3 ? [] : ids(best(fullNameFits(words), nameCase));
    },
    continues(words, key) {
      return [...surnameFits(words[0] ?? '').keys()].some(
        ({ first, middle }) =>
          (words.length === 1 && first.startsWith(key)) ||
          (words.length === 2 && middle.startsWith(key)),
      );
    },
    begins: (key) => surnameFits(key).size > 0 || firstNameFits(key).length > 0,
    isFirstName: (key) => firstNameFits(key).length > 0,
    nearest(words) {
      return list
        .map((pupil) => ({ pupil, far: farness(pupil, words, surnameFits) }))
        .filter(({ far }) => far < Number.POSITIVE_INFINITY)
        .sort((a, b) => a.far - b.far)
        .slice(0, NEAREST_LIMIT)
        .map(({ pupil }) => pupil.pupilId);
    },
  };
}

function know({ pupilId, lastName, firstName, middleName }: PupilRef): Known {
  const sex = sexOf(lastName, middleName);
  const last = wordKey(lastName);
  const parts = last.includes('-') ? last.split('-') : [];
  return {
    pupilId,
    last,
    parts,
    lastForms: new Set(surnameForms(lastName, sex)),
    partForms: new Set(parts.flatMap((part) => [part, ...surnameForms(part, sex)])),
    first: wordKey(firstName),
    firstForms: new Set(givenNameForms(firstName, sex)),
    middle: wordKey(middleName ?? ''),
    middleForms: new Set(givenNameForms(middleName ?? '', sex)),
  };
}

function surnameFit({ last, parts, lastForms, partForms }: Known, word: string): number {
  if (word === last) {
    return NOMINATIVE;
  }
  if (lastForms.has(word)) {
    return OBLIQUE;
  }
  if (partForms.has(word)) {
    return PARTIAL;
  }
  // «Козлов» where only a Козлова is on the list is more likely somebody else than a short form.
  const otherSex = [last, ...parts].includes(`${word}а`);
  return word.length >= PREFIX_LENGTH && last.startsWith(word) && !otherSex ? PARTIAL : 0;
}

/** 2 if the first name and patronymic are written out, 1 if shortened, 0 if they don't fit. */
function givenFit(pupil: Known, [first = '', middle]: readonly string[]): number {
  const whole = first === pupil.first || pupil.firstForms.has(first);
  if (!whole && !pupil.first.startsWith(first)) {
    return 0;
  }
  const fits =
    middle === undefined ||
    pupil.middle === '' ||
    pupil.middle.startsWith(middle) ||
    pupil.middleForms.has(middle);
  return fits ? Number(whole) + 1 : 0;
}

function best(found: ReadonlyMap<Known, Fit>, nameCase: NameCase): Known[] {
  const fits = [...found];
  const lowest = nameCase === 'any' ? OBLIQUE : NOMINATIVE;
  const exact = fits.some(([, { surname }]) => surname === NOMINATIVE)
    ? fits.filter(([, { surname }]) => surname >= lowest)
    : fits;
  const given = Math.max(...exact.map(([, fit]) => fit.given));
  return exact.filter(([, fit]) => fit.given === given).map(([pupil]) => pupil);
}

function farness(
  pupil: Known,
  words: readonly string[],
  surnameFits: (word: string) => ReadonlyMap<Known, Fit>,
): number {
  let far = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.length < 2) {
      continue;
    }
    if (surnameFits(word).has(pupil)) {
      return 0;
    }
    if (word.length < PREFIX_LENGTH) {
      continue;
    }
    const isNear = (form: string) => editDistance(word, form, 1) <= 1;
    if ([pupil.last, pupil.first, ...pupil.parts].some(isNear)) {
      far = Math.min(far, 1);
    } else if ([...pupil.lastForms].some(isNear)) {
      far = Math.min(far, 2);
    }
    const start = word.slice(0, Math.max(PREFIX_LENGTH, word.length - 3));
    if (pupil.last.startsWith(start)) {
      far = Math.min(far, 3);
    }
  }
  return far;
}

function ids(pupils: readonly Known[]): number[] {
  return pupils.map(({ pupilId }) => pupilId);
}
