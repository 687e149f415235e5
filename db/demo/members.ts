import { GROUPS } from './content/staff.ts';
import type { DemoCourse } from './courses.ts';
import type { DemoPupil } from './families.ts';

/** Whom a course is taught to: the class, or the upper or the lower half of its list. */
export function membersOf(course: DemoCourse, pupils: readonly DemoPupil[]): DemoPupil[] {
  const own = pupils.filter((pupil) => pupil.class === course.class);
  const half = Math.ceil(own.length / 2);
  switch (course.group) {
    case null:
      return own;
    case GROUPS[1]:
      return own.slice(0, half);
    default:
      return own.slice(half);
  }
}
