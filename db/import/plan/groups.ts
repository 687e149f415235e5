import { groupBy } from '../../group-by.ts';
import { courseKey, type Draft, distinct, openDesk } from './draft.ts';
import { findCourse, findPupil } from './find.ts';
import { fieldsOf, type Item } from './item.ts';
import { coursesOf } from './named-courses.ts';
import { add } from './stored-school.ts';

/**
 * Who is in a subgroup. The workbook has the whole list of each subgroup it names: whoever isn't in
 * it leaves the subgroup, their marks stay.
 */
export function planGroups(draft: Draft): void {
  const desk = openDesk(draft, 'groups');
  const members = groupBy(draft.school.CoursePupil, (item) => fieldsOf(item).courseId);
  const enrolments = groupBy(draft.school.Enrolment, (item) => fieldsOf(item).pupilId);
  // Whoever has left the class stays in the list of last time, and misses nothing there.
  const isIn = (pupil: Item<'Pupil'>, klass: Item<'SchoolClass'>) =>
    (enrolments.get(pupil) ?? []).some((item) => fieldsOf(item).classId === klass);
  const kept = new Set<Item<'CoursePupil'>>();
  const named = new Set<Item<'Course'>>();
  for (const { row, cells } of distinct(desk, 'pupilKey', (c) => `${courseKey(c)}|${c.pupilKey}`)) {
    const course = findCourse(draft, { ...cells, group: cells.group ?? null }, (...what) =>
      desk.report(row, ...what),
    );
    const pupil = findPupil(draft, cells.pupilKey, (...what) =>
      desk.report(row, 'pupilKey', ...what),
    );
    if (course && pupil) {
      if (!isIn(pupil, fieldsOf(course).classId)) {
        desk.report(row, 'pupilKey', 'not-in-class', { class: cells.class });
      }
      const member =
        members.get(course)?.find((item) => fieldsOf(item).pupilId === pupil) ??
        add(draft.school, 'CoursePupil', { courseId: course, pupilId: pupil });
      kept.add(member);
      named.add(course);
      desk.count(member);
    }
  }
  const subjects = new Set([...named].map(subjectOfClass));
  for (const course of coursesOf(draft)) {
    if (fieldsOf(course).groupName !== '' && subjects.has(subjectOfClass(course))) {
      named.add(course);
    }
  }
  for (const member of [...named].flatMap((course) => members.get(course) ?? [])) {
    if (!kept.has(member)) {
      member.after = null;
      desk.countGone(member);
    }
  }
}

function subjectOfClass(course: Item<'Course'>): string {
  const { classId, subjectId } = fieldsOf(course);
  const { grade, letter } = fieldsOf(classId);
  return `${grade}${letter}|${fieldsOf(subjectId).name}`;
}
