import type { Cells } from '../read/read-school.ts';
import { checkDays } from './dates.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { createEnroller } from './enrol.ts';
import { findClass } from './find.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { type FindKeyless, holderOf, isSomebodyElse, keylessOf } from './people.ts';
import { add } from './stored-school.ts';

/** Pupils, by key, and the class each one is in. */
export function planPupils(draft: Draft): void {
  const desk = openDesk(draft, 'pupils');
  const findKeyless = keylessOf(draft.school.Pupil);
  const enroller = createEnroller(draft);
  for (const { row, cells } of distinct(desk, 'key', (c) => c.key)) {
    const pupil = planPupil(draft, cells, findKeyless);
    if (!pupil) {
      const name = holderOf(draft.pupils, cells.key);
      desk.report(row, 'key', 'key-of-another', { name });
      continue;
    }
    const klass = findClass(draft, cells.class, (...what) => desk.report(row, 'class', ...what));
    if (!klass || !checkDays(draft, cells, (...what) => desk.report(row, ...what))) {
      continue;
    }
    const enrolled = enroller.enrol(pupil, klass, cells);
    if ('problem' in enrolled) {
      desk.report(row, 'startsOn', enrolled.problem, enrolled.data);
    } else if (endsEarly(enrolled.current)) {
      desk.report(row, 'endsOn', 'ends-before-start');
    } else {
      enroller.number(enrolled.current, cells.number ?? null, row);
      desk.count(pupil, ...enrolled.items);
    }
  }
  enroller.finish((row, other) => desk.report(row, 'number', 'same-number', { name: other }));
}

function endsEarly(enrolment: Item<'Enrolment'>): boolean {
  const { startsOn, endsOn } = fieldsOf(enrolment);
  return endsOn !== null && endsOn < startsOn;
}

function planPupil(
  draft: Draft,
  cells: Cells<'pupils'>,
  findKeyless: FindKeyless<Item<'Pupil'>>,
): Item<'Pupil'> | null {
  const { key, lastName, firstName, middleName, bornOn } = cells;
  const stored = draft.pupils.get(key);
  if (stored && isSomebodyElse(fieldsOf(stored), cells)) {
    return null;
  }
  const pupil =
    stored ??
    findKeyless(cells, (one) => isTyped(draft, one, cells)) ??
    add(draft.school, 'Pupil', {
      key,
      lastName,
      firstName,
      middleName: middleName ?? null,
      bornOn: bornOn ?? null,
    });
  change(pupil, { key, lastName, firstName, middleName, bornOn });
  draft.pupils.set(key, pupil);
  return pupil;
}

/** Whether a pupil of the same name was typed in the panel for this row: the birthday or class says so. */
function isTyped(draft: Draft, pupil: Item<'Pupil'>, cells: Cells<'pupils'>): boolean {
  const { bornOn } = fieldsOf(pupil);
  if (bornOn && cells.bornOn) {
    return bornOn === cells.bornOn;
  }
  const klass = draft.classes.get(cells.class);
  return draft.school.Enrolment.some((item) => {
    const { pupilId, classId } = fieldsOf(item);
    return pupilId === pupil && classId === klass;
  });
}
