/**
 * Gathers what comes while an earlier batch is being written and hands it over as the next one, so
 * that a busy database commits many at once and an idle one waits for nobody. The promise of each
 * item settles with its batch.
 */
export function createBatcher<T>(flush: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  let gathered: T[] = [];
  let next: Promise<void> | null = null;
  let current: Promise<void> = Promise.resolve();

  return (item) => {
    gathered.push(item);
    next ??= (async () => {
      await current;
      const items = gathered;
      gathered = [];
      const flushed = flush(items);
      next = null;
      // The batch after this one starts whether or not this one failed.
      current = flushed.catch(() => undefined);
      await flushed;
    })();
    return next;
  };
}
