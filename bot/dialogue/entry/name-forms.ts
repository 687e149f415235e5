import { wordKey } from './word-key.ts';

export type Sex = 'male' | 'female' | 'unknown';

/** The endings of one kind of name: what is cut off, and what takes its place in other cases. */
type Rule = readonly [ending: RegExp, cut: number, oblique: readonly string[]];

const NOUNS_IN_A: readonly Rule[] = [
  [/ия$/, 1, ['и', 'ю', 'ей']],
  [/я$/, 1, ['и', 'е', 'ю', 'ей']],
  [/а$/, 1, ['ы', 'и', 'е', 'у', 'ой', 'ей', 'ою']],
];

const HARD = ['а', 'у', 'ом', 'ем', 'е'];
const SOFT = ['я', 'ю', 'ем', 'е', 'и'];

const MALE_SURNAMES: readonly Rule[] = [
  [/[иы]х$/, 0, []],
  [/(?:[ео]в|[иы]н)$/, 0, ['а', 'у', 'ым', 'ом', 'е']],
  [/ой$/, 2, ['ого', 'ому', 'им', 'ым', 'ом', 'оя', 'ою', 'оем', 'ое']],
  [/[иы]й$/, 2, ['ого', 'его', 'ому', 'ему', 'им', 'ым', 'ом', 'ем']],
  [/ей$/, 2, ['ея', 'ею', 'еем', 'ее', 'ья', 'ью', 'ьем', 'ье']],
  [/[йь]$/, 1, SOFT],
  [/[аеиоуыэюя]ец$/, 2, ['йца', 'йцу', 'йцом', 'йцем', 'йце', 'еца', 'ецу', 'ецом', 'ецем', 'еце']],
  [/ец$/, 2, ['ца', 'цу', 'цом', 'цем', 'це', 'еца', 'ецу', 'ецом', 'ецем', 'еце']],
  [/ок$/, 2, ['ка', 'ку', 'ком', 'ке', 'ока', 'оку', 'оком', 'оке']],
  [/ек$/, 2, ['ька', 'ьку', 'ьком', 'ьке', 'ка', 'ку', 'ком', 'ке', 'ека', 'еку', 'еком', 'еке']],
  ...NOUNS_IN_A,
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, HARD],
];

const FEMALE_SURNAMES: readonly Rule[] = [
  [/[ео]ва$/, 1, ['ой', 'у', 'ою']],
  // «Калина» is declined like the berry, «Синицына» like «Иванова».
  [/[иы]на$/, 1, ['ой', 'у', 'ою', 'ы', 'е']],
  [/ая$/, 2, ['ой', 'ую', 'ою', 'ей']],
  [/яя$/, 2, ['ей', 'юю']],
  ...NOUNS_IN_A,
];

const MALE_NAMES: readonly Rule[] = [
  [/^лев$/, 2, ['ьва', 'ьву', 'ьвом', 'ьве']],
  [/^павел$/, 2, ['ла', 'лу', 'лом', 'ле']],
  [/[йь]$/, 1, SOFT],
  ...NOUNS_IN_A,
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, HARD],
];

const FEMALE_NAMES: readonly Rule[] = [[/ь$/, 1, ['и', 'ью']], ...NOUNS_IN_A];

/**
 * The other cases of a surname, as search keys; «Черных» and «Шевченко» have none. A double surname
 * is declined in both parts or in the last one. Of an unknown sex, the forms of both.
 */
export function surnameForms(lastName: string, sex: Sex): string[] {
  const parts = wordKey(lastName).split('-');
  const [first = '', second] = parts;
  if (second === undefined || parts.length > 2) {
    return bySex(first, sex, MALE_SURNAMES, FEMALE_SURNAMES);
  }
  const seconds = [second, ...bySex(second, sex, MALE_SURNAMES, FEMALE_SURNAMES)];
  return [first, ...bySex(first, sex, MALE_SURNAMES, FEMALE_SURNAMES)].flatMap((start) =>
    seconds.map((end) => `${start}-${end}`),
  );
}

/** The other cases of a first name or a patronymic, as search keys. */
export function givenNameForms(name: string, sex: Sex): string[] {
  return bySex(wordKey(name), sex, MALE_NAMES, FEMALE_NAMES);
}

/** A pupil's sex as far as the name tells: by the patronymic, then by the surname. */
export function sexOf(lastName: string, middleName: string | null): Sex {
  const middle = wordKey(middleName ?? '');
  if (/(?:вич|ьич|кич|мич|оглы|улы)$/.test(middle)) {
    return 'male';
  }
  if (/(?:вна|чна|кызы|гызы)$/.test(middle)) {
    return 'female';
  }
  const last = wordKey(lastName);
  if (/(?:[ео]в|[иы]н|[сц]кий|[сц]кой)$/.test(last)) {
    return 'male';
  }
  return /(?:[ео]ва|ая)$/.test(last) ? 'female' : 'unknown';
}

function bySex(key: string, sex: Sex, male: readonly Rule[], female: readonly Rule[]): string[] {
  if (sex === 'unknown') {
    return [...new Set([...decline(key, male), ...decline(key, female)])];
  }
  return decline(key, sex === 'male' ? male : female);
}

function decline(key: string, rules: readonly Rule[]): string[] {
  const rule = rules.find(([ending]) => ending.test(key));
  if (!rule) {
    return [];
  }
  const stem = key.slice(0, key.length - rule[1]);
  return rule[2].map((ending) => stem + ending);
}
