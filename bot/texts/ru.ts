import { backup } from './ru/backup.ts';
import { behaviour } from './ru/behaviour.ts';
import { classCard } from './ru/class-card.ts';
import { classJournal } from './ru/class-journal.ts';
import { closing } from './ru/closing.ts';
import { commands } from './ru/commands.ts';
import { common } from './ru/common.ts';
import { console } from './ru/console.ts';
import { control } from './ru/control.ts';
import { corrections } from './ru/corrections.ts';
import { demo } from './ru/demo.ts';
import { doctor } from './ru/doctor.ts';
import { excuse } from './ru/excuse.ts';
import { family } from './ru/family.ts';
import { handbook } from './ru/handbook.ts';
import { help } from './ru/help.ts';
import { importing } from './ru/import.ts';
import { invites } from './ru/invites.ts';
import { journal } from './ru/journal.ts';
import { lesson } from './ru/lesson.ts';
import { letters } from './ru/letters.ts';
import { links } from './ru/links.ts';
import { making } from './ru/making.ts';
import { moving } from './ru/moving.ts';
import { notices } from './ru/notices.ts';
import { panel } from './ru/panel.ts';
import { parent } from './ru/parent.ts';
import { plan } from './ru/plan.ts';
import { privacy } from './ru/privacy.ts';
import { refusals } from './ru/refusals.ts';
import { report } from './ru/report.ts';
import { school } from './ru/school.ts';
import { settings } from './ru/settings.ts';
import { start } from './ru/start.ts';
import { support } from './ru/support.ts';
import { teacher } from './ru/teacher.ts';
import { term } from './ru/term.ts';
import { timetable } from './ru/timetable.ts';
import { troubles } from './ru/troubles.ts';
import { yearClosing } from './ru/year-closing.ts';

export const ru = {
  backup,
  classCard,
  behaviour,
  classJournal,
  closing,
  commands,
  common,
  console,
  control,
  corrections,
  demo,
  doctor,
  excuse,
  handbook,
  help,
  family,
  importing,
  invites,
  journal,
  lesson,
  links,
  letters,
  making,
  moving,
  notices,
  panel,
  parent,
  plan,
  privacy,
  refusals,
  report,
  school,
  settings,
  start,
  support,
  teacher,
  term,
  timetable,
  troubles,
  yearClosing,
};

/** Every text of the bot; each language has all of them, or it doesn't compile. */
export type Texts = typeof ru;
