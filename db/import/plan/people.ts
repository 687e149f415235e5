import { groupBy } from '../../group-by.ts';
import { nameKey } from '../../rules/name-key.ts';
import type { Draft } from './draft.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { add } from './stored-school.ts';

type Names = { lastName: string; firstName: string; middleName?: string | null | undefined };
type PersonCells = Names & { key: string; phone?: string | null | undefined };

/**
 * The person a row means: by its key, else one of this very name who has no key yet and who `mayBe`
 * it, else a new one. Null if the key is somebody else's.
 */
export function planPerson(
  draft: Draft,
  cells: PersonCells,
  findKeyless: FindKeyless<Item<'Person'>>,
  mayBe: (person: Item<'Person'>) => boolean,
): Item<'Person'> | null {
  const { key, lastName, firstName, middleName, phone } = cells;
  const stored = draft.people.get(key);
  if (stored && isSomebodyElse(fieldsOf(stored), cells)) {
    return null;
  }
  const person =
    stored ??
    findKeyless(cells, mayBe) ??
    add(draft.school, 'Person', {
      key,
      lastName,
      firstName,
      middleName: middleName ?? null,
      phone: phone ?? null,
      language: null,
      state: 'active',
    });
  change(person, { key, lastName, firstName, middleName, phone });
  draft.people.set(key, person);
  return person;
}

/** Finds the only stored record of a name that has no key yet and may be meant. */
export type FindKeyless<I> = (cells: Names, mayBe: (item: I) => boolean) => I | undefined;

/** Records that were typed in the panel have no key: the first row that means one gives it. */
export function keylessOf<I extends { before: (Names & { key: string | null }) | null }>(
  items: readonly I[],
): FindKeyless<I> {
  const typed = items.filter(({ before }) => before?.key === null);
  const byName = groupBy(typed, ({ before }) => (before ? fullNameKey(before) : ''));
  return (cells, mayBe) => {
    const found = (byName.get(fullNameKey(cells)) ?? []).filter(mayBe);
    return found.length === 1 ? found[0] : undefined;
  };
}

type Human = Names & { bornOn?: string | null | undefined };

/**
 * Whether a key is used for another human: keys that were numbered anew would otherwise give one
 * person's chats and marks to another. Nobody changes two of surname, first name and birthday.
 */
export function isSomebodyElse(stored: Human, cells: Human): boolean {
  const differences = [
    nameKey(stored.lastName) !== nameKey(cells.lastName),
    nameKey(stored.firstName) !== nameKey(cells.firstName),
    Boolean(stored.bornOn && cells.bornOn && stored.bornOn !== cells.bornOn),
  ];
  return differences.filter(Boolean).length > 1;
}

/** The name of whoever has a key. */
export function holderOf(
  byKey: ReadonlyMap<string, Item<'Person'> | Item<'Pupil'>>,
  key: string,
): string {
  const holder = byKey.get(key);
  return holder ? fullName(holder.after ?? holder.before ?? { lastName: '', firstName: '' }) : '';
}

export function fullName({ lastName, firstName }: Names): string {
  return `${lastName} ${firstName}`;
}

function fullNameKey({ lastName, firstName, middleName }: Names): string {
  return nameKey([lastName, firstName, middleName ?? ''].join(' '));
}
