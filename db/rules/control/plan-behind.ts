/** Whether a course is so many hours of its plan behind, or more. */
export function isPlanBehind({ behind }: { behind: number }, hours: number): boolean {
  return behind >= hours;
}
