import { behaviour } from './ru/behaviour.ts';
import { commands } from './ru/commands.ts';
import { common } from './ru/common.ts';
import { console } from './ru/console.ts';
import { demo } from './ru/demo.ts';
import { excuse } from './ru/excuse.ts';
import { importing } from './ru/import.ts';
import { invites } from './ru/invites.ts';
import { letters } from './ru/letters.ts';
import { parent } from './ru/parent.ts';
import { refusals } from './ru/refusals.ts';
import { school } from './ru/school.ts';
import { start } from './ru/start.ts';
import { teacher } from './ru/teacher.ts';

export const ru = {
  behaviour,
  commands,
  common,
  console,
  demo,
  excuse,
  importing,
  invites,
  letters,
  parent,
  refusals,
  school,
  start,
  teacher,
};

/** Every text of the bot; each language has all of them, or it doesn't compile. */
export type Texts = typeof ru;
