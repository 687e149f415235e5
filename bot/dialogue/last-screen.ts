import { readRecentEvents } from '../../db/reports/recent-events.ts';
import { readCommand } from './commands.ts';
import type { Event } from './event.ts';
import { readPress } from './press.ts';
import type { Turn } from './turn.ts';

const LOOKED_AT = 12;
const LONGEST = 60;

/**
 * What was opened in this chat last, for whoever is asked for help: a command without what followed
 * it, or a button's verb with its ids. Never what a person wrote. Null if there was nothing lately.
 */
export async function readLastScreen({ db, event, caller }: Turn): Promise<string | null> {
  const roles = caller?.actor.roles ?? [];
  const events = await readRecentEvents(db, { chat: event.chat.address, limit: LOOKED_AT });
  for (const one of events as Event[]) {
    const screen = screenOf(one, roles);
    if (screen !== null) {
      return screen;
    }
  }
  return null;
}

type Roles = Parameters<typeof readCommand>[1];

function screenOf(event: Event, roles: Roles): string | null {
  if (event.kind === 'press') {
    const { verb, args } = readPress(event.data);
    // Ids, days and lessons are numbers; a proof of a code is not.
    const ids = args.filter((arg) => /^[\d.-]+$/.test(arg));
    const own = /^(sup|help|book)/.test(verb) || !/^[a-z]+\d$/i.test(verb);
    return own ? null : [verb, ...ids].join(' ').slice(0, LONGEST);
  }
  if (event.kind !== 'text') {
    return null;
  }
  const read = readCommand(event.text, roles);
  return read && 'command' in read && !ASKING.includes(read.command.name)
    ? `/${read.command.name}`
    : null;
}

// They lead to the question itself.
const ASKING = ['support', 'help', 'cancel'];
