import { courseKey, type Draft } from './draft.ts';
import type { Item } from './item.ts';

/** The courses that stand on the workbook's own sheet of courses. */
export function coursesOf(draft: Draft): Item<'Course'>[] {
  const rows = draft.read.courses?.rows ?? [];
  return rows.flatMap(({ cells }) => draft.courses.get(courseKey(cells)) ?? []);
}
