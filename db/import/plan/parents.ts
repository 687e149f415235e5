import type { Cells } from '../read/read-school.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { findPupil, isStaff } from './find.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { holderOf, isSomebodyElse, keylessOf, planPerson } from './people.ts';
import { add } from './stored-school.ts';

type Tie = Item<'Guardianship'>;

/**
 * Parents, by key, and whose parents they are. A tie that was cut stays cut, consents and chats stay
 * as they are.
 */
export function planParents(draft: Draft): void {
  const desk = openDesk(draft, 'parents');
  const ties = new Map<Item<'Pupil'>, Tie[]>();
  for (const tie of draft.school.Guardianship) {
    const { pupilId } = fieldsOf(tie);
    ties.set(pupilId, [...(ties.get(pupilId) ?? []), tie]);
  }
  const findKeyless = keylessOf(draft.school.Person);
  const firstRows = new Map<string, { row: number; cells: Cells<'parents'> }>();
  for (const { row, cells } of distinct(desk, 'key', (c) => `${c.key}|${c.pupilKey}`)) {
    const first = firstRows.get(cells.key) ?? { row, cells };
    firstRows.set(cells.key, first);
    if (personOf(first.cells) !== personOf(cells)) {
      desk.report(row, 'key', 'same-key', { row: first.row });
      continue;
    }
    const pupil = findPupil(draft, cells.pupilKey, (...what) =>
      desk.report(row, 'pupilKey', ...what),
    );
    const own = (pupil && ties.get(pupil)) ?? [];
    const isParent = (one: Item<'Person'>) => own.some((tie) => fieldsOf(tie).personId === one);
    const known = draft.people.get(cells.key);
    const person =
      known && isStaff(draft, known)
        ? colleague(known, cells)
        : planPerson(draft, cells, findKeyless, isParent);
    if (!person) {
      const name = holderOf(draft.people, cells.key);
      desk.report(row, 'key', 'key-of-another', { name });
    } else if (pupil) {
      const { relation } = cells;
      const tie =
        own.find((one) => fieldsOf(one).personId === person) ??
        add(draft.school, 'Guardianship', {
          personId: person,
          pupilId: pupil,
          relation: relation ?? null,
          state: 'active',
        });
      change(tie, { relation });
      desk.count(tie, person);
    }
  }
}

/** What a row says of the parent, the same in each of their rows. */
function personOf({ lastName, firstName, middleName, phone }: Cells<'parents'>): string {
  return JSON.stringify([lastName, firstName, middleName, phone]);
}

/** A parent who works at the school is described on the sheet of the staff. */
function colleague(person: Item<'Person'>, cells: Cells<'parents'>): Item<'Person'> | null {
  return isSomebodyElse(fieldsOf(person), cells) ? null : person;
}
