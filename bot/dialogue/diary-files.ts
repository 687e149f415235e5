import { readDiary } from '../../db/reports/diary.ts';
import { readHomeworkFiles } from '../../db/reports/homework-files.ts';
import { homeworkFileMessage, moreFilesMessage } from '../views/diary-files.ts';
import { readPage } from './diary.ts';
import { readNumber } from './lesson-presses.ts';
import { type PressTable, readDay, readId } from './press.ts';
import { redraw } from './turn.ts';

// More messages at once would be in the way of everything else in the chat.
const AT_ONCE = 10;

/** Sends the files of the homework that a day of a child's diary shows, to their parent alone. */
export const diaryFilePresses: PressTable = {
  hwf1: async (turn, [pupil, day, start]) => {
    const { db, event, texts } = turn;
    const pupilId = readId(pupil);
    const date = readDay(day);
    const from = readNumber(start);
    if (pupilId === null || date === null || from === null) {
      return { replies: [], toast: texts.common.buttonOutdated };
    }
    const page = await readPage(turn, pupilId, date);
    if ('instead' in page) {
      return redraw(turn, page.instead);
    }
    const { frame, days } = page;
    const [shown] = await readDiary(db, frame.child, { from: date, to: date }, days);
    const lessonIds = new Set(shown?.lessons.flatMap(({ filesOf }) => filesOf));
    const files = await readHomeworkFiles(db, [...lessonIds]);
    if (files.length <= from) {
      return { replies: [], toast: texts.parent.filesGone };
    }
    const [messenger = ''] = event.chat.address.split(':');
    const messages = files
      .slice(from, from + AT_ONCE)
      .map((file) => homeworkFileMessage(file, messenger, texts));
    const next = from + AT_ONCE;
    const left = files.length - next;
    const more =
      left > 0 ? [moreFilesMessage({ pupilId, day: date, from: next, left }, texts)] : [];
    return { replies: [...messages, ...more] };
  },
};
