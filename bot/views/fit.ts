// What Telegram takes in one message. Counted with markup, which it leaves out: never too long.
const LIMIT = 4096;

/** Shortens a text at its end, with «…». */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).trimEnd()}…`;
}

/**
 * A message drawn with the first of these limits (the longest texts it may hold, most generous
 * first) that fits into one message; the last is used whatever comes out.
 */
export function fitting(limits: readonly number[], draw: (limit: number) => string): string {
  const [limit = 0, ...tighter] = limits;
  const text = draw(limit);
  return text.length <= LIMIT || tighter.length === 0 ? text : fitting(tighter, draw);
}

/** As many of the lines as fit beside `reserved` characters, and how many are left over. */
export function firstLines(
  lines: readonly string[],
  reserved: number,
): { shown: string[]; left: number } {
  let length = reserved;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > LIMIT;
  });
  const shown = end === -1 ? [...lines] : lines.slice(0, end);
  return { shown, left: lines.length - shown.length };
}
