/** The chosen people live in the address: `#a=101&b=203`; `b` is the second phone, 0 while it shows its list. */

export function readPlace() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const pick = (name) => (hash.has(name) ? Number(hash.get(name)) || 0 : undefined);
  return { a: pick('a'), b: pick('b') };
}

export function writePlace({ a, b }) {
  const chosen = Object.entries({ a, b }).filter(([, id]) => id !== undefined);
  const hash = new URLSearchParams(chosen.map(([name, id]) => [name, String(id)]));
  history.replaceState(null, '', chosen.length > 0 ? `#${hash}` : location.pathname);
}
