/** Escapes text for a message: the only three characters that Telegram's HTML treats specially. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function bold(text: string): string {
  return `<b>${escapeHtml(text)}</b>`;
}

export function italic(text: string): string {
  return `<i>${escapeHtml(text)}</i>`;
}

/** Words of somebody else, set apart. */
export function blockquote(text: string): string {
  return `<blockquote>${escapeHtml(text)}</blockquote>`;
}

/** A block of fixed-width text, for tables. */
export function pre(text: string): string {
  return `<pre>${escapeHtml(text)}</pre>`;
}

/** The same words without any markup, escaped again: for a message whose markup was refused. */
export function plainText(html: string): string {
  const words = html
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return escapeHtml(words);
}
