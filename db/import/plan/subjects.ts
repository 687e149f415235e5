import { nameKey } from '../../rules/name-key.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { change } from './item.ts';
import { add } from './stored-school.ts';

// A new subject rounds its term marks as the school does.
const SCHOOL_THRESHOLDS = { thresholdThree: null, thresholdFour: null, thresholdFive: null };

/** School subjects, by name. */
export function planSubjects(draft: Draft): void {
  const desk = openDesk(draft, 'subjects');
  for (const { cells } of distinct(desk, 'name', (c) => nameKey(c.name))) {
    const { name, shortName } = cells;
    const key = nameKey(name);
    const subject =
      draft.subjects.get(key) ??
      add(draft.school, 'Subject', { name, shortName: shortName ?? null, ...SCHOOL_THRESHOLDS });
    change(subject, { name, shortName });
    draft.subjects.set(key, subject);
    desk.count(subject);
  }
}
