import { behaviourPresses } from './behaviour.ts';
import { diaryPresses } from './diary.ts';
import { enterPresses } from './enter.ts';
import { excusePresses } from './excuse.ts';
import { invitePresses } from './invite.ts';
import { lessonPresses } from './lesson.ts';
import { lessonsPresses } from './lessons.ts';
import { marksPresses } from './marks.ts';
import type { PressTable } from './press.ts';
import { startPresses } from './start.ts';
import { undoPresses } from './undo.ts';
import { writePresses } from './write.ts';
import { writeLessonPresses } from './write-lesson.ts';

/** Every button of the bot, by verb. */
export const PRESSES: PressTable = {
  ...lessonsPresses,
  ...lessonPresses,
  ...enterPresses,
  ...writeLessonPresses,
  ...undoPresses,
  ...diaryPresses,
  ...marksPresses,
  ...invitePresses,
  ...writePresses,
  ...behaviourPresses,
  ...excusePresses,
  ...startPresses,
};
