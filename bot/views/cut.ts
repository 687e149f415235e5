const WRITTEN_SHOWN = 40;

/** What a user wrote, short enough to be said back. Not escaped. */
export function cut(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  return line.length > WRITTEN_SHOWN ? `${line.slice(0, WRITTEN_SHOWN)}…` : line;
}
