import { COMMANDS } from '../../bot/dialogue/commands.ts';
import { type Cue, type Outcome, payloadsOf } from './rehearsal.ts';

// So many buttons a verb are pressed on the walk: more lead to the same screens.
const PER_VERB = 3;

/**
 * Leads a person through every command and from screen to screen by the buttons that are seen; gives
 * all that was shown, and the payloads of all the buttons.
 */
export async function walk(
  chat: string,
  say: (chat: string, cue: Cue) => Promise<Outcome>,
): Promise<{ shown: string; payloads: string[] }> {
  const waiting: string[] = [];
  const known = new Set<string>();
  const pressed = new Map<string, number>();
  let shown = '';
  const look = (outcome: Outcome) => {
    shown += JSON.stringify(outcome);
    for (const payload of payloadsOf(outcome)) {
      if (!known.has(payload)) {
        known.add(payload);
        waiting.push(payload);
      }
    }
  };
  for (const { name } of COMMANDS) {
    look(await say(chat, { text: `/${name}` }));
  }
  for (let press = waiting.shift(); press !== undefined; press = waiting.shift()) {
    const [verb = ''] = press.split(':');
    const times = pressed.get(verb) ?? 0;
    if (times < PER_VERB) {
      pressed.set(verb, times + 1);
      look(await say(chat, { press }));
    }
  }
  return { shown, payloads: [...known] };
}
