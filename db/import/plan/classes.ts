import { className } from '../class-name.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { findStaffIfAny } from './find.ts';
import { change } from './item.ts';
import { add } from './stored-school.ts';

/** Classes of the year, by grade and letter, and their class teachers. */
export function planClasses(draft: Draft): void {
  const desk = openDesk(draft, 'classes');
  for (const { row, cells } of distinct(desk, 'letter', (c) => `${c.grade}${c.letter ?? ''}`)) {
    const { grade, letter, teacherKey } = cells;
    const name = className(`${grade}${letter ?? ''}`) ?? '';
    const classTeacherId = findStaffIfAny(draft, teacherKey, (...what) =>
      desk.report(row, 'teacherKey', ...what),
    );
    const klass =
      draft.classes.get(name) ??
      add(draft.school, 'SchoolClass', {
        academicYearId: draft.year,
        grade,
        letter: letter ?? '',
        classTeacherId: classTeacherId ?? null,
      });
    change(klass, { classTeacherId });
    draft.classes.set(name, klass);
    desk.count(klass);
  }
}
