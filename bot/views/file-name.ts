/**
 * A text as a file's name: letters, digits and dashes, joined by «_». Nothing that a file system or
 * the header of an upload would read as its own.
 */
export function fileName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}-]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
}
