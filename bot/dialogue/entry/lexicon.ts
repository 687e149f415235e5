import type { AbsenceCode } from '../../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../../db/rules/work-kinds.ts';

// Words a teacher types, as search keys. All of it is input; none is ever shown.

const CODES: Record<AbsenceCode, RegExp> = {
  absent: /^(?:н|нб|н\/б|нет|отсутств\p{L}*)$/u,
  ill: /^(?:б|бол|боле(?:ет|ют|л|ла|ли)|болен|больна|больны)$/,
  excused: /^(?:у|ув|уваж|уважительн\p{L}*)$/u,
  late: /^(?:о|оп|опозд|опозда(?:л|ла|ли|ло|ние))$/,
};

const KINDS: Record<WorkKindKey, RegExp> = {
  answer: /^(?:отв|ответ\p{L}*|устно|устн(?:ый|ая))$/u,
  homework: /^(?:дз|д\/з|дом|домашн\p{L}+|домашк\p{L})$/u,
  independent: /^(?:ср|с\/р|сам|самост|самостоятельн\p{L}+|самостоялк\p{L})$/u,
  practical: /^(?:пр|п\/р|практ|практическ\p{L}+|практик\p{L})$/u,
  test: /^(?:кр|к\/р|контр|контрольн\p{L}+)$/u,
  project: /^(?:проект\p{L}*)$/u,
};

const ALL = /^(?:все|всем|всех|всему)$/;
const PRESENT = /^(?:были|есть|присутств\p{L}+|здесь|тут)$/u;
const OPENER = /^(?:нет|отсутств\p{L}+|болеют|болели|больны|опоздали)$/u;

/** Phrases of several words, each written as the one word that means the same. */
const PHRASES: readonly [RegExp, string][] = [
  [/(?<!\p{L})не\s+был[аои]?(?!\p{L})/giu, 'нет'],
  [/(?<!\p{L})по\s+болезни(?!\p{L})/giu, 'болеет'],
  [/(?<!\p{L})по\s+уваж\p{L}*(?:\s+причин\p{L}+)?/giu, 'ув'],
  [/(?<!\p{L})ув\p{L}*\.?\s+причин\p{L}+/giu, 'ув'],
  [/(?<!\p{L})у\s+доски(?!\p{L})/giu, 'ответ'],
  [/(?<!\p{L})на\s+месте(?!\p{L})/giu, 'здесь'],
  [/(?<!\p{L})весь\s+класс(?!\p{L})/giu, 'все'],
  [/(?<!\p{L})всему\s+классу(?!\p{L})/giu, 'всем'],
  [/(?<!\p{L})по\s+(?=[1-5](?!\d))/giu, ''],
  [/(?<!\p{L})за\s+исключением(?!\p{L})/giu, 'кроме'],
  [/(?<=(?:контрольн|самостоятельн|практическ|домашн)\p{L}{1,3})\s+работ[аыеу](?!\p{L})/giu, ''],
];

/** Rewrites phrases of several words into single words that the lexicon knows. */
export function joinPhrases(text: string): string {
  return PHRASES.reduce((joined, [phrase, word]) => joined.replace(phrase, word), text);
}

/** The absence that a word means: «н», «болеет», «опоздал». */
export function absenceOf(key: string): AbsenceCode | null {
  return lookUp(CODES, key);
}

/** The kind of work that a word means: «контрольная», «к/р», «к.р.». */
export function kindOf(key: string): WorkKindKey | null {
  return lookUp(KINDS, key.replaceAll('.', ''));
}

export const isPendingWord = (key: string): boolean => key === 'точка' || key === 'точку';
export const isAllWord = (key: string): boolean => ALL.test(key);
export const isPresentWord = (key: string): boolean => PRESENT.test(key);
export const isExceptWord = (key: string): boolean => key === 'кроме';

/** «нет …», «отсутствуют: …»: names without values follow, in the genitive as well. */
export const isOpenerWord = (key: string): boolean => OPENER.test(key);

/** After «нет» and «не было» names stand in the genitive. */
export const takesGenitive = (key: string): boolean => key === 'нет';

function lookUp<K extends string>(words: Record<K, RegExp>, key: string): K | null {
  for (const name in words) {
    if (words[name].test(key)) {
      return name;
    }
  }
  return null;
}
