import type { Button } from '../dialogue/reply.ts';
import type { Texts } from '../texts/ru.ts';

/** Two columns of eight: as many buttons as a phone shows without scrolling. */
export const PER_PAGE = 16;

/** The items of a page, the first is 0. */
export function pageOf<T>(items: readonly T[], page: number, perPage = PER_PAGE): readonly T[] {
  return items.slice(page * perPage, (page + 1) * perPage);
}

/** A row that leads to the neighbouring pages; none where all fit on one. */
export function arrowRow(
  count: number,
  page: number,
  invites: Texts['invites'],
  pressOf: (page: number) => string,
  perPage = PER_PAGE,
): Button[][] {
  const row = [
    ...(page > 0 ? [{ text: invites.earlier, press: pressOf(page - 1) }] : []),
    ...((page + 1) * perPage < count ? [{ text: invites.later, press: pressOf(page + 1) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}
