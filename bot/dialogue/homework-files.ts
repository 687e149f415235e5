import type { LessonKey } from '../../db/actions/by.ts';
import { keepHomeworkFile, type SentFile } from '../../db/actions/keep-homework-file.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { fileKeptCard } from '../views/ask-homework.ts';
import type { AskedHomework } from './ask-homework.ts';
import { type Dialog, openDialog } from './dialogs.ts';
import type { EntryData } from './entry-dialog.ts';
import { type Answer, type FileTurn, say } from './turn.ts';
import { undoPress } from './undo-press.ts';

// «дз», «д/з: § 12», «домашнее задание»: what a file is for, and a text to it.
const CAPTION = /^\s*(?:дз|д\/з|домашнее(?:\s+задание)?|задание)(?![\p{L}\d])[\s:.,–—-]*/iu;
const NAME_LIMIT = 100;

/**
 * A file sent to the bot: for the homework that is being asked for, or, with «дз» under it, of the
 * lesson that is open. Whatever else is sent is said to be not read.
 */
export async function attachFile(turn: FileTurn, dialog: Dialog): Promise<Answer> {
  const { texts } = turn;
  const target = targetOf(turn, dialog);
  if (!target) {
    return say({ text: texts.lesson.howToAttach });
  }
  const file = sentFile(turn);
  return file ? keep(turn, target, file) : say({ text: texts.lesson.wrongFile });
}

/** The lesson a file is for, the text that came with it, and whether its question stays open. */
type Target = {
  lesson: LessonKey;
  kind: WorkKindKey;
  text: string;
  due?: string | null;
  open: boolean;
};

function targetOf({ event }: FileTurn, dialog: Dialog): Target | null {
  const caption = (event.caption ?? '').trim();
  const text = caption.replace(CAPTION, '').trim();
  if (dialog.name === 'homework') {
    const { lesson, due } = dialog.data as AskedHomework;
    const target: Target = { lesson, kind: 'answer', text, open: text === '' };
    return due === undefined ? target : { ...target, due };
  }
  const entry = dialog.name === 'entry' ? (dialog.data as EntryData) : null;
  if (!entry || !('lesson' in entry)) {
    return null;
  }
  const { lesson, kind, album } = entry;
  const follows = album !== undefined && album === event.album;
  const target: Target = { lesson, kind, text: follows ? '' : text, open: false };
  return follows || CAPTION.test(caption) ? target : null;
}

function sentFile({ event, texts }: FileTurn): SentFile | null {
  const { file: kind, fileId, name, mime, size } = event;
  if ((kind !== 'photo' && kind !== 'document') || fileId === undefined) {
    return null;
  }
  const [messenger = ''] = event.chat.address.split(':');
  return {
    kind,
    name: (name ?? texts.lesson.photoName).slice(0, NAME_LIMIT),
    mime: mime ?? 'application/octet-stream',
    size: size ?? null,
    messenger,
    fileId,
  };
}

function keep(turn: FileTurn, { lesson, kind, text, due, open }: Target, file: SentFile): Answer {
  const { event, texts } = turn;
  const { address } = event.chat;
  return {
    write: async (tx, by) => {
      if (text !== '') {
        const day = due === undefined ? {} : { due };
        await setHomework(tx, by, { lesson, homework: text, ...day });
      }
      const { kept } = await keepHomeworkFile(tx, by, { lesson, file, text: texts.lesson.seeFile });
      if (open) {
        const data: AskedHomework = due === undefined ? { lesson } : { lesson, due };
        await openDialog(tx, address, { name: 'homework', data });
      } else {
        const { album } = event;
        const data: EntryData = { lesson, kind, ...(album === undefined ? {} : { album }) };
        await openDialog(tx, address, { name: 'entry', data });
      }
      const sheet = await readLessonSheet(tx.db, by.actor, lesson, tx);
      const undo = { text: texts.teacher.undo, press: undoPress(by.operation, 'card') };
      return say(fileKeptCard(sheet, { kept, open }, undo, texts));
    },
  };
}
