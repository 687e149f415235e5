/** The cases in the order of school: who, whom, to whom, whom, by whom, about whom. */
export const CASES = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const;
export type Case = (typeof CASES)[number];
export type Sex = 'male' | 'female';

type Forms = readonly [string, string, string, string, string, string];
type Kind = readonly [ending: RegExp, forms: (name: string) => Forms];

const cut = (name: string, letters: number) => name.slice(0, name.length - letters);
const endings =
  (letters: number, ...ends: [string, string, string, string, string]) =>
  (name: string): Forms => {
    const stem = cut(name, letters);
    const [gen, dat, acc, ins, prep] = ends;
    return [name, stem + gen, stem + dat, stem + acc, stem + ins, stem + prep];
  };
const same = (name: string): Forms => [name, name, name, name, name, name];
const IN_A = endings(1, 'ы', 'е', 'у', 'ой', 'е');
const IN_KA = endings(1, 'и', 'е', 'у', 'ой', 'е');
const IN_YA = endings(1, 'и', 'е', 'ю', 'ей', 'е');
const SOFT = endings(1, 'я', 'ю', 'я', 'ем', 'е');
const HARD = endings(0, 'а', 'у', 'а', 'ом', 'е');

const SURNAMES: Record<Sex, readonly Kind[]> = {
  male: [
    [/(?:[оеё]в|[иы]н)$/, endings(0, 'а', 'у', 'а', 'ым', 'е')],
    [/[сц]кий$/, endings(2, 'ого', 'ому', 'ого', 'им', 'ом')],
    [/ой$/, endings(2, 'ого', 'ому', 'ого', 'ым', 'ом')],
    [/(?:ко|[иы]х)$/, same],
    [/ец$/, endings(2, 'ца', 'цу', 'ца', 'цом', 'це')],
    [/ь$/, SOFT],
    [/[гкх]а$/, IN_KA],
    [/а$/, IN_A],
    [/[^аеёиоуыэюяьй]$/, HARD],
  ],
  female: [
    [/(?:[оеё]в|[иы]н)а$/, endings(1, 'ой', 'ой', 'у', 'ой', 'ой')],
    [/ая$/, endings(2, 'ой', 'ой', 'ую', 'ой', 'ой')],
    [/[гкх]а$/, IN_KA],
    [/а$/, IN_A],
    [/./, same],
  ],
};

const FIRST_NAMES: Record<Sex, readonly Kind[]> = {
  male: [
    [/^Лев$/, () => ['Лев', 'Льва', 'Льву', 'Льва', 'Львом', 'Льве']],
    [/^Павел$/, endings(2, 'ла', 'лу', 'ла', 'лом', 'ле')],
    [/^Пётр$/, () => ['Пётр', 'Петра', 'Петру', 'Петра', 'Петром', 'Петре']],
    [/ья$/, endings(1, 'и', 'е', 'ю', 'ёй', 'е')],
    [/[йь]$/, SOFT],
    [/./, HARD],
  ],
  female: [
    [/ия$/, endings(1, 'и', 'и', 'ю', 'ей', 'и')],
    [/я$/, IN_YA],
    [/[гкх]а$/, IN_KA],
    [/а$/, IN_A],
    [/./, same],
  ],
};

/** A surname in a case; a double one is declined in both parts. */
export function surnameIn(lastName: string, sex: Sex, which: Case): string {
  return lastName
    .split('-')
    .map((part) => inCase(part, SURNAMES[sex], which))
    .join('-');
}

export function firstNameIn(firstName: string, sex: Sex, which: Case): string {
  return inCase(firstName, FIRST_NAMES[sex], which);
}

function inCase(name: string, kinds: readonly Kind[], which: Case): string {
  const kind = kinds.find(([ending]) => ending.test(name));
  if (!kind) {
    throw new Error(`no rule for ${name}`);
  }
  return kind[1](name)[CASES.indexOf(which)] ?? name;
}
