import type { TeacherName } from '../db/reports/teacher-name.ts';

/** A colleague as the panel's own pages name them: «Зимина В. П.» */
export function withInitials({ lastName, firstName, middleName }: TeacherName): string {
  const initials = [firstName, middleName].flatMap((part) =>
    part ? [`${part.slice(0, 1)}.`] : [],
  );
  return [lastName, ...initials].join(' ');
}
