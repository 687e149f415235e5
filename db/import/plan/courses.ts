import { courseKey, type Draft, distinct, openDesk } from './draft.ts';
import { findClass, findStaffIfAny, findSubject } from './find.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { add } from './stored-school.ts';

/** What is taught to each class or subgroup, and by whom; nobody yet is allowed. */
export function planCourses(draft: Draft): void {
  const desk = openDesk(draft, 'courses');
  for (const { row, cells } of distinct(desk, 'subject', courseKey)) {
    const { teacherKey } = cells;
    const klass = findClass(draft, cells.class, (...what) => desk.report(row, 'class', ...what));
    const subject = findSubject(draft, cells.subject, (...what) =>
      desk.report(row, 'subject', ...what),
    );
    const teacherId = findStaffIfAny(draft, teacherKey, (...what) =>
      desk.report(row, 'teacherKey', ...what),
    );
    if (!klass || !subject) {
      continue;
    }
    const course =
      draft.courses.get(courseKey(cells)) ??
      add(draft.school, 'Course', {
        classId: klass,
        subjectId: subject,
        groupName: cells.group ?? '',
        teacherId: teacherId ?? null,
        markFree: cells.markFree ?? false,
      });
    const markFree = cells.markFree === undefined ? undefined : (cells.markFree ?? false);
    change(course, { teacherId, markFree });
    draft.courses.set(courseKey(cells), course);
    if (teacherId && !isTeacher(draft, teacherId)) {
      desk.report(row, 'teacherKey', 'not-a-teacher', { value: teacherKey ?? '' });
    }
    desk.count(course);
  }
}

/** Without the role nobody may write at a lesson, not even at their own. */
function isTeacher({ school }: Draft, person: Item<'Person'>): boolean {
  return school.Role.some((item) => {
    const { personId, role } = fieldsOf(item);
    return personId === person && role === 'teacher';
  });
}
