import type { Imported, Item } from './item.ts';

/**
 * Reports each item of the workbook that clashes with another, once, at its row; what is stored and
 * not in the workbook is nobody's fault here.
 */
export function reportClashes<M extends Imported>(
  items: readonly Item<M>[],
  rowOf: ReadonlyMap<Item<M>, number>,
  clash: (a: NonNullable<Item<M>['after']>, b: NonNullable<Item<M>['after']>) => boolean,
  report: (row: number, other: Item<M>) => void,
): void {
  const told = new Set<Item<M>>();
  for (const [index, item] of items.entries()) {
    for (const other of items.slice(0, index)) {
      const at = rowOf.has(item) ? item : other;
      const row = rowOf.get(at);
      if (row === undefined || told.has(at) || !item.after || !other.after) {
        continue;
      }
      if (clash(item.after, other.after)) {
        told.add(at);
        report(row, at === item ? other : item);
      }
    }
  }
}
