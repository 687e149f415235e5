import { type Draft, distinct, openDesk } from './draft.ts';
import { isStaff } from './find.ts';
import { fieldsOf } from './item.ts';
import { holderOf, keylessOf, planPerson } from './people.ts';
import { add } from './stored-school.ts';

/** People who work at the school and their roles. A role that was given is never taken away here. */
export function planStaff(draft: Draft): void {
  const desk = openDesk(draft, 'staff');
  const findKeyless = keylessOf(draft.school.Person);
  // The first administrator let themselves in before there was a list, and has no key yet.
  const colleagues = new Set(draft.school.Person.filter((person) => isStaff(draft, person)));
  for (const { row, cells } of distinct(desk, 'key', (c) => c.key)) {
    const person = planPerson(draft, cells, findKeyless, (one) => colleagues.has(one));
    if (!person) {
      desk.report(row, 'key', 'key-of-another', { name: holderOf(draft.people, cells.key) });
      continue;
    }
    const held = draft.school.Role.filter((role) => fieldsOf(role).personId === person);
    const wanted = cells.roles.filter((role) => held.every((has) => fieldsOf(has).role !== role));
    const roles = wanted.map((role) => add(draft.school, 'Role', { personId: person, role }));
    desk.count(person, ...roles);
  }
}
