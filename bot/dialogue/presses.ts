import { absencesPresses } from './absences.ts';
import { homeworkPresses } from './ask-homework.ts';
import { behaviourPresses } from './behaviour.ts';
import { childHomePresses } from './child-home.ts';
import { childHomeworkPresses } from './child-homework.ts';
import { childTermPresses } from './child-term.ts';
import { childTermsPresses } from './child-terms.ts';
import { childViewsPresses } from './child-views.ts';
import { classCardPresses } from './class-card.ts';
import { classRollPresses } from './class-roll-write.ts';
import { closingPresses } from './closing.ts';
import { commentPresses } from './comment.ts';
import { controlPresses } from './control.ts';
import { correctionPresses } from './correct.ts';
import { diaryPresses } from './diary.ts';
import { diaryFilePresses } from './diary-files.ts';
import { enterPresses } from './enter.ts';
import { everybodyPresses } from './everybody.ts';
import { excusePresses } from './excuse.ts';
import { helpPresses } from './help.ts';
import { invitePresses } from './invite.ts';
import { journalPresses } from './journal.ts';
import { lessonPresses } from './lesson.ts';
import { lessonToolPresses } from './lesson-tools.ts';
import { lessonsPresses } from './lessons.ts';
import { linkPresses } from './links.ts';
import { makingPresses } from './making.ts';
import { marksPresses } from './marks.ts';
import { planPresses } from './plan.ts';
import type { PressTable } from './press.ts';
import { privacyPresses } from './privacy.ts';
import { pupilCardPresses } from './pupil-card.ts';
import { reportPresses } from './report.ts';
import { rollPresses } from './roll.ts';
import { settingsPresses } from './settings.ts';
import { startPresses } from './start.ts';
import { supportPresses } from './support.ts';
import { termPresses } from './term.ts';
import { undoPresses } from './undo.ts';
import { weekPresses } from './week.ts';
import { writePresses } from './write.ts';
import { writeLessonPresses } from './write-lesson.ts';
import { yearClosingPresses } from './year-closing.ts';

/** Every button of the bot, by verb. */
export const PRESSES: PressTable = {
  ...lessonsPresses,
  ...lessonPresses,
  ...rollPresses,
  ...everybodyPresses,
  ...lessonToolPresses,
  ...enterPresses,
  ...correctionPresses,
  ...commentPresses,
  ...writeLessonPresses,
  ...homeworkPresses,
  ...planPresses,
  ...termPresses,
  ...undoPresses,
  ...journalPresses,
  ...reportPresses,
  ...makingPresses,
  ...pupilCardPresses,
  ...controlPresses,
  ...closingPresses,
  ...yearClosingPresses,
  ...classCardPresses,
  ...classRollPresses,
  ...diaryPresses,
  ...diaryFilePresses,
  ...marksPresses,
  ...childTermPresses,
  ...childTermsPresses,
  ...childHomePresses,
  ...childHomeworkPresses,
  ...absencesPresses,
  ...invitePresses,
  ...settingsPresses,
  ...supportPresses,
  ...privacyPresses,
  ...childViewsPresses,
  ...helpPresses,
  ...linkPresses,
  ...weekPresses,
  ...writePresses,
  ...behaviourPresses,
  ...excusePresses,
  ...startPresses,
};
