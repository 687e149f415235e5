import { PATRONYMICS } from './content/names.ts';

export type Sex = 'male' | 'female';

const SOFT = /ий$/;
const TWO_CONSONANTS = /[бвгджзклмнпрстфхцчшщ]{2}ий$/;

/** A surname, given in the masculine, as a person of this sex bears it. */
export function surnameOf(masculine: string, sex: Sex): string {
  return sex === 'male' ? masculine : masculine.split('-').map(feminine).join('-');
}

/** The patronymic of a child of this sex whose father has this first name. */
export function patronymicOf(father: string, sex: Sex): string {
  const [his, hers] = PATRONYMICS[father] ?? [];
  const irregular = sex === 'male' ? his : hers;
  if (irregular !== undefined) {
    return irregular;
  }
  const ending = sex === 'male' ? 'ич' : 'на';
  if (TWO_CONSONANTS.test(father)) {
    return `${father.slice(0, -2)}иев${ending}`;
  }
  if (SOFT.test(father)) {
    return `${father.slice(0, -2)}ьев${ending}`;
  }
  if (/[йь]$/.test(father)) {
    return `${father.slice(0, -1)}ев${ending}`;
  }
  return `${father}ов${ending}`;
}

function feminine(surname: string): string {
  if (/(?:[оеё]в|[иы]н)$/.test(surname)) {
    return `${surname}а`;
  }
  return surname.replace(/(?:[цс]кий|ый|ой)$/, (ending) =>
    ending.endsWith('ий') ? `${ending.slice(0, -2)}ая` : 'ая',
  );
}
