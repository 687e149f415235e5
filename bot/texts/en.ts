import { behaviour } from './en/behaviour.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { console } from './en/console.ts';
import { demo } from './en/demo.ts';
import { excuse } from './en/excuse.ts';
import { importing } from './en/import.ts';
import { invites } from './en/invites.ts';
import { letters } from './en/letters.ts';
import { parent } from './en/parent.ts';
import { refusals } from './en/refusals.ts';
import { school } from './en/school.ts';
import { start } from './en/start.ts';
import { teacher } from './en/teacher.ts';
import type { Texts } from './ru.ts';

export const en: Texts = {
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
