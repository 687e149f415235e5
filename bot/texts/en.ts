import { backup } from './en/backup.ts';
import { behaviour } from './en/behaviour.ts';
import { classCard } from './en/class-card.ts';
import { classJournal } from './en/class-journal.ts';
import { closing } from './en/closing.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { console } from './en/console.ts';
import { control } from './en/control.ts';
import { corrections } from './en/corrections.ts';
import { demo } from './en/demo.ts';
import { doctor } from './en/doctor.ts';
import { excuse } from './en/excuse.ts';
import { family } from './en/family.ts';
import { handbook } from './en/handbook.ts';
import { help } from './en/help.ts';
import { importing } from './en/import.ts';
import { invites } from './en/invites.ts';
import { journal } from './en/journal.ts';
import { lesson } from './en/lesson.ts';
import { letters } from './en/letters.ts';
import { links } from './en/links.ts';
import { making } from './en/making.ts';
import { moving } from './en/moving.ts';
import { notices } from './en/notices.ts';
import { panel } from './en/panel.ts';
import { parent } from './en/parent.ts';
import { plan } from './en/plan.ts';
import { privacy } from './en/privacy.ts';
import { refusals } from './en/refusals.ts';
import { report } from './en/report.ts';
import { school } from './en/school.ts';
import { settings } from './en/settings.ts';
import { start } from './en/start.ts';
import { support } from './en/support.ts';
import { teacher } from './en/teacher.ts';
import { term } from './en/term.ts';
import { timetable } from './en/timetable.ts';
import { troubles } from './en/troubles.ts';
import { yearClosing } from './en/year-closing.ts';
import type { Texts } from './ru.ts';

export const en: Texts = {
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
