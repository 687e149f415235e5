/** One text of a language: where it stands, and what it says with samples for what it is told. */
export type Said = { path: string; says: (sample: Sample) => string | null };

/** What a text is told in the place of its argument of that number. */
export type Sample = (argument: number) => unknown;

/** Every text of a language, with the path to it: `refusals.stale`, `start.consent.2`. */
export function everyText(texts: unknown, path = ''): Said[] {
  if (typeof texts === 'string') {
    return [{ path, says: () => texts }];
  }
  if (typeof texts === 'function') {
    return [{ path, says: (sample) => call(texts as (...args: unknown[]) => unknown, sample) }];
  }
  return Object.entries(texts as object).flatMap(([key, value]) =>
    everyText(value, path === '' ? key : `${path}.${key}`),
  );
}

// No text is told more than this.
const ARGUMENTS = 8;

/** Null where the samples don't fit: a text of a number told a word. */
function call(text: (...args: unknown[]) => unknown, sample: Sample): string | null {
  try {
    const said = text(...Array.from({ length: ARGUMENTS }, (_, index) => sample(index)));
    return Array.isArray(said) ? said.join('\n') : String(said);
  } catch {
    return null;
  }
}

/**
 * A word that also has every property: what a text takes out of it is the same word with the name of
 * the property. So a text that is told a record is read without knowing which.
 */
export function wordOf(word: string, of: (property: string) => string = () => word): unknown {
  return new Proxy(new String(word), {
    get(target, property) {
      const own: unknown = Reflect.get(target, property);
      if (typeof own === 'function') {
        return own.bind(target);
      }
      return own === undefined && typeof property === 'string' ? of(property) : own;
    },
  });
}
