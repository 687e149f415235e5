import { CASES, firstNameIn, type Sex, surnameIn } from './declension.ts';

export type Classmate = {
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  sex: Sex;
};

const NAMES: readonly [last: string, first: string, middle: string | null, sex: Sex][] = [
  ['Гоголь', 'Илья', 'Ильич', 'male'],
  ['Достоевская', 'Софья', 'Львовна', 'female'],
  ['Достоевский', 'Фёдор', 'Львович', 'male'],
  ['Иванов', 'Семён', 'Игоревич', 'male'],
  ['Иванов', 'Пётр', 'Олегович', 'male'],
  ['Иванова', 'Мария', null, 'female'],
  ['Иванова', 'Анна', 'Сергеевна', 'female'],
  ['Ковалёв', 'Лев', 'Юрьевич', 'male'],
  ['Ковалёва', 'Алёна', null, 'female'],
  ['Коваль', 'Егор', 'Ильич', 'male'],
  ['Кравец', 'Артём', 'Олегович', 'male'],
  ['Кузьмин', 'Павел', null, 'male'],
  ['Мельник', 'Андрей', 'Павлович', 'male'],
  ['Петрова-Водкина', 'Дарья', 'Игоревна', 'female'],
  ['Пушкарёва', 'Ксения', 'Олеговна', 'female'],
  ['Римский-Корсаков', 'Николай', 'Андреевич', 'male'],
  ['Синицын', 'Максим', 'Юрьевич', 'male'],
  ['Смирнов', 'Антон', 'Ильич', 'male'],
  ['Смирнов', 'Борис', 'Ильич', 'male'],
  ['Сорока', 'Юрий', 'Павлович', 'male'],
  ['Ткач', 'Роман', 'Львович', 'male'],
  ['Толстая', 'Вера', 'Львовна', 'female'],
  ['Толстой', 'Игорь', 'Львович', 'male'],
  ['Черных', 'Глеб', 'Олегович', 'male'],
  ['Черных', 'Ольга', 'Олеговна', 'female'],
  ['Шевченко', 'Тарас', 'Юрьевич', 'male'],
  ['Шевчук', 'Ирина', 'Павловна', 'female'],
  ['Шевчук', 'Олег', 'Павлович', 'male'],
];

/** A class with namesakes, ё, double surnames and every common kind of surname. */
export const CLASS: readonly Classmate[] = NAMES.map(
  ([lastName, firstName, middleName, sex], index) => ({
    pupilId: 101 + index,
    number: index + 1,
    lastName,
    firstName,
    middleName,
    sex,
  }),
);

/** A word as it is compared: lower case, ё as е. */
export const plain = (word: string) => word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');

const surnameForms = new Map(
  CLASS.map(({ pupilId, lastName, sex }) => [
    pupilId,
    new Set(CASES.map((which) => plain(surnameIn(lastName, sex, which)))),
  ]),
);
const partForms = new Map(
  CLASS.map(({ pupilId, lastName, sex }) => [
    pupilId,
    new Set(
      lastName
        .split('-')
        .flatMap((part) => CASES.map((which) => plain(surnameIn(part, sex, which)))),
    ),
  ]),
);
const firstForms = new Map(
  CLASS.map(({ pupilId, firstName, sex }) => [
    pupilId,
    new Set(CASES.map((which) => plain(firstNameIn(firstName, sex, which)))),
  ]),
);

/** 3 for the surname itself, 2 for a case of it, 1 for a part or a beginning of it, else 0. */
export function surnameLevel(pupil: Classmate, written: string): 0 | 1 | 2 | 3 {
  const word = plain(written);
  if (word === plain(pupil.lastName)) {
    return 3;
  }
  if (surnameForms.get(pupil.pupilId)?.has(word)) {
    return 2;
  }
  const begins = word.length >= 3 && plain(pupil.lastName).startsWith(word);
  return begins || partForms.get(pupil.pupilId)?.has(word) ? 1 : 0;
}

export function isFirstName(pupil: Classmate, written: string): boolean {
  return firstForms.get(pupil.pupilId)?.has(plain(written)) === true;
}

/** Whom a surname means: the nominative beats the rest; where names are oblique, a case equals it. */
export function meantBySurname(
  written: string,
  oblique: boolean,
  among: readonly Classmate[] = CLASS,
): Classmate[] {
  const fits = among.map((pupil) => ({ pupil, level: surnameLevel(pupil, written) }));
  const exact = fits.some(({ level }) => level === 3);
  const lowestExact = oblique ? 2 : 3;
  const lowest = exact ? lowestExact : 1;
  return fits.filter(({ level }) => level >= lowest).map(({ pupil }) => pupil);
}
