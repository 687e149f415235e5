import { diaryPresses } from './diary.ts';
import { enterPresses } from './enter.ts';
import { invitePresses } from './invite.ts';
import { journalPresses } from './journal.ts';
import { lessonPresses } from './lesson.ts';
import { lessonsPresses } from './lessons.ts';
import { marksPresses } from './marks.ts';
import type { PressTable } from './press.ts';
import { pupilCardPresses } from './pupil-card.ts';
import { settingsPresses } from './settings.ts';
import { startPresses } from './start.ts';
import { termPresses } from './term.ts';
import { undoPresses } from './undo.ts';
import { writeLessonPresses } from './write-lesson.ts';

/** Every button of the bot, by verb. */
export const PRESSES: PressTable = {
  ...lessonsPresses,
  ...lessonPresses,
  ...enterPresses,
  ...writeLessonPresses,
  ...termPresses,
  ...undoPresses,
  ...journalPresses,
  ...pupilCardPresses,
  ...diaryPresses,
  ...marksPresses,
  ...invitePresses,
  ...settingsPresses,
  ...startPresses,
};
