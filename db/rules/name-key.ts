/**
 * Search key of a name: NFC, lower case, ё as е, one kind of hyphen, single spaces. SQLite folds no
 * Cyrillic letters itself, so both the stored and the searched name go through this.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
