/** What the page says to the sandbox. Every function rejects with the sandbox's reason. */

export const loadState = () => read('/page/state');

export const loadChat = (personId) => read(`/page/chats/${personId}`);

export const sendText = (personId, text) => act(personId, 'text', { text });

export const startBot = (personId, payload) => act(personId, 'start', { payload });

export const pressButton = (personId, messageId, data) =>
  act(personId, 'press', { messageId, data });

export const setBlocked = (personId, blocked) => act(personId, blocked ? 'block' : 'unblock', {});

/** Pictures go as photos, other files as documents. */
export function sendFile(personId, file, caption) {
  const action = /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? 'photo' : 'document';
  const query = new URLSearchParams({ name: file.name, caption });
  return post(`/page/people/${personId}/${action}?${query}`, file);
}

/** Calls `onChange` for each change and `onState` with true or false when the connection comes and goes. */
export function listen(onChange, onState) {
  const source = new EventSource('/page/events');
  source.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
}

function act(personId, action, fields) {
  return post(`/page/people/${personId}/${action}`, JSON.stringify(fields));
}

async function post(address, body) {
  return answer(await fetch(address, { method: 'POST', body }));
}

async function read(address) {
  return answer(await fetch(address));
}

async function answer(response) {
  const value = await response.json();
  if (!response.ok) {
    throw new Error(value.error ?? response.statusText);
  }
  return value;
}
