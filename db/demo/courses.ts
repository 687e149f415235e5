import { CLASSES, GROUPS, STAFF } from './content/staff.ts';
import { type DemoSubject, SUBJECTS } from './content/subjects.ts';

/** A subject taught to a class, or to a half of it, by one teacher. */
export type DemoCourse = {
  class: string;
  grade: number;
  subject: DemoSubject;
  group: string | null;
  teacherKey: string;
  room: string | null;
  /** Lessons a week. */
  hours: number;
};

/** What every class is taught by whom. Throws where the staff teaches less than the curriculum asks. */
export function demoCourses(): DemoCourse[] {
  return CLASSES.flatMap(({ name }) => {
    const grade = Number.parseInt(name, 10);
    return SUBJECTS.flatMap((subject) => {
      const hours = subject.hours[grade - 1] ?? 0;
      if (hours === 0) {
        return [];
      }
      const halves = grade >= (subject.subgroupsFrom ?? Number.POSITIVE_INFINITY);
      return (halves ? ([1, 2] as const) : [null]).map((half) => {
        const teacher = teacherOf(name, subject.name, half);
        const group = half === null ? null : GROUPS[half];
        return {
          class: name,
          grade,
          subject,
          group,
          teacherKey: teacher.key,
          room: teacher.room,
          hours,
        };
      });
    });
  });
}

/** Names a course, as the import's rows and the database do. */
export function courseKey(course: {
  class: string;
  subject: string;
  group: string | null;
}): string {
  return `${course.class} ${course.subject} ${course.group ?? ''}`;
}

function teacherOf(className: string, subject: string, half: 1 | 2 | null) {
  const teacher = STAFF.find(
    ({ teaches, group = null }) =>
      (half === null || group === half) && teaches[subject]?.split(' ').includes(className),
  );
  if (!teacher) {
    throw new Error(`nobody teaches ${subject} to ${className}`);
  }
  return teacher;
}
