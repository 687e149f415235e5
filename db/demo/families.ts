import { addDays } from '../days.ts';
import { groupBy } from '../group-by.ts';
import { nameKey } from '../rules/name-key.ts';
import type { Family } from './content/cast.ts';
import { FATHERS, RELATIONS } from './content/names.ts';
import { CLASSES } from './content/staff.ts';
import { drawFamilies } from './draw-families.ts';
import { patronymicOf, type Sex, surnameOf } from './names.ts';
import type { Random } from './random.ts';

type Names = { lastName: string; firstName: string; middleName: string };

export type DemoPupil = Names & {
  key: string;
  bornOn: string;
  grade: number;
  class: string;
  /** In the class list, which is alphabetical. */
  number: number;
};

export type DemoParent = Names & {
  key: string;
  relation: string;
  pupilKeys: readonly string[];
};

/** The pupils of all classes and their parents. `firstYear` is the one the school year begins in. */
export function demoFamilies(
  random: Random,
  firstYear: number,
): { pupils: DemoPupil[]; parents: DemoParent[] } {
  const families = drawFamilies(random);
  const drafts = families.flatMap((family) =>
    family.children.map((child) => ({ family, ...draftOf(random, family, child, firstYear) })),
  );
  const byClass = groupBy(drafts, (draft) => draft.class);
  const listed = CLASSES.flatMap(({ name }) =>
    byName(byClass.get(name) ?? []).map((draft, index) => ({ ...draft, number: index + 1 })),
  ).map((draft, index) => ({ ...draft, key: keyOf('P', index) }));
  const keys = groupBy(listed, ({ family }) => family);
  const parents = families.flatMap((family) =>
    parentsOf(family, keys.get(family)?.map(({ key }) => key) ?? []),
  );
  return {
    pupils: listed.map(({ family: _, ...pupil }) => pupil),
    parents: parents.map((parent, index) => ({ ...parent, key: parent.key ?? keyOf('R', index) })),
  };
}

function draftOf(
  random: Random,
  { surname, father }: Family,
  { firstName, sex, class: className }: Family['children'][number],
  firstYear: number,
): Omit<DemoPupil, 'key' | 'number'> {
  const grade = Number.parseInt(className, 10);
  const patron = father?.name.split(' ')[0] ?? random.pick(FATHERS);
  return {
    lastName: surnameOf(surname, sex),
    firstName,
    middleName: patronymicOf(patron, sex),
    // A first-grader is six and a half to seven and a half years old.
    bornOn: addDays(`${firstYear - 6 - grade}-03-01`, random.whole(0, 364)),
    grade,
    class: className,
  };
}

function byName<T extends Pick<Names, 'lastName' | 'firstName'>>(people: readonly T[]): T[] {
  const keyed = people.map((one) => ({ one, key: nameKey(`${one.lastName} ${one.firstName}`) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}

function parentsOf(
  family: Family,
  pupilKeys: readonly string[],
): (Omit<DemoParent, 'key'> & { key: string | undefined })[] {
  const adult = (who: 'mother' | 'father', sex: Sex) => {
    const given = family[who];
    if (!given) {
      return [];
    }
    const [firstName = '', middleName = ''] = given.name.split(' ');
    const lastName = surnameOf(given.surname ?? family.surname, sex);
    const { key } = given;
    return [{ key, lastName, firstName, middleName, relation: RELATIONS[who], pupilKeys }];
  };
  return [...adult('mother', 'female'), ...adult('father', 'male')];
}

function keyOf(letter: string, index: number): string {
  return `${letter}${String(index + 1).padStart(3, '0')}`;
}
