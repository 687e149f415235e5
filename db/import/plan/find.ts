import { nameKey } from '../../rules/name-key.ts';
import { className } from '../class-name.ts';
import type { ProblemData, ProblemKey } from '../problem.ts';
import type { Cells } from '../read/read-school.ts';
import type { CourseCells, SheetName } from '../sheets.ts';
import { courseKey, type Draft } from './draft.ts';
import { fieldsOf, type Item } from './item.ts';

type Tell = (problem: ProblemKey, data?: ProblemData) => void;

/** The class of this year that a cell names; null after telling that there is none. */
export function findClass(draft: Draft, name: string, tell: Tell): Item<'SchoolClass'> | null {
  const isIt = ({ grade, letter }: Partial<Cells<'classes'>>) =>
    className(`${grade}${letter ?? ''}`) === name;
  return (
    draft.classes.get(name) ??
    missed(draft, 'classes', isIt, tell, 'unknown-class', { value: name })
  );
}

/** The subject of this name; null after telling that there is none. */
export function findSubject(draft: Draft, name: string, tell: Tell): Item<'Subject'> | null {
  const key = nameKey(name);
  const isIt = (cells: Partial<Cells<'subjects'>>) => nameKey(cells.name ?? '') === key;
  return (
    draft.subjects.get(key) ??
    missed(draft, 'subjects', isIt, tell, 'unknown-subject', { value: name })
  );
}

/** The pupil with this key; null after telling that there is none. */
export function findPupil(draft: Draft, key: string, tell: Tell): Item<'Pupil'> | null {
  const isIt = (cells: Partial<Cells<'pupils'>>) => cells.key === key;
  return (
    draft.pupils.get(key) ?? missed(draft, 'pupils', isIt, tell, 'unknown-pupil', { value: key })
  );
}

/** The member of staff with this key; null after telling that there is none. */
export function findStaff(draft: Draft, key: string, tell: Tell): Item<'Person'> | null {
  const person = draft.people.get(key);
  if (person && isStaff(draft, person)) {
    return person;
  }
  const isIt = (cells: Partial<Cells<'staff'>>) => cells.key === key;
  return missed(draft, 'staff', isIt, tell, 'unknown-staff', { value: key });
}

/** The member of staff an optional cell names: null for nobody, undefined where there is no such column. */
export function findStaffIfAny(
  draft: Draft,
  key: string | null | undefined,
  tell: Tell,
): Item<'Person'> | null | undefined {
  return typeof key === 'string' ? findStaff(draft, key, tell) : key;
}

/** Whether a person has a role at the school, or teaches or leads a class of this or another year. */
export function isStaff({ school }: Draft, person: Item<'Person'>): boolean {
  return (
    school.Role.some((role) => fieldsOf(role).personId === person) ||
    school.SchoolClass.some((klass) => fieldsOf(klass).classTeacherId === person) ||
    school.Course.some((course) => fieldsOf(course).teacherId === person)
  );
}

/** The course that a row names by class, subject and subgroup; null after telling what is unknown. */
export function findCourse(
  draft: Draft,
  cells: { class: string; subject: string; group: string | null | undefined },
  tell: (column: keyof CourseCells, problem: ProblemKey, data?: ProblemData) => void,
): Item<'Course'> | null {
  const klass = findClass(draft, cells.class, (...what) => tell('class', ...what));
  const subject = findSubject(draft, cells.subject, (...what) => tell('subject', ...what));
  if (!klass || !subject) {
    return null;
  }
  const group = cells.group ?? null;
  const key = courseKey(cells);
  const course = [cells.class, cells.subject, ...(group === null ? [] : [`(${group})`])].join(' ');
  const isIt = (other: Partial<Cells<'courses'>>) => courseKey(other) === key;
  return (
    draft.courses.get(key) ??
    missed(
      draft,
      'courses',
      isIt,
      (...what) => tell(group === null ? 'subject' : 'group', ...what),
      'unknown-course',
      { course },
    )
  );
}

/** A row that names it but has a wrong cell of its own is told of already. */
function missed<S extends SheetName>(
  draft: Draft,
  sheet: S,
  isIt: (cells: Partial<Cells<S>>) => boolean,
  tell: Tell,
  problem: ProblemKey,
  data: ProblemData,
): null {
  if (!draft.read[sheet]?.broken.some(isIt)) {
    tell(problem, data);
  }
  return null;
}
