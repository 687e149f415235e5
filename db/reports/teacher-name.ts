/** A colleague as screens name them. */
export type TeacherName = { lastName: string; firstName: string; middleName: string | null };

/** From the columns of a person that may not be there. */
export function teacherName(
  lastName: string | null,
  firstName: string | null,
  middleName: string | null,
): TeacherName | null {
  return lastName === null ? null : { lastName, firstName: firstName ?? '', middleName };
}
