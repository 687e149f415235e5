import type { HomeworkFileEntry } from '../../db/reports/homework-files.ts';
import { homeworkFilesPress } from '../dialogue/parent-presses.ts';
import type { Reply } from '../dialogue/reply.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from './html.ts';

/** A file of homework as a message; one that another messenger keeps is only named. */
export function homeworkFileMessage(
  { subject, date, kind, name, fileId, messenger }: HomeworkFileEntry,
  here: string,
  { parent, school }: Texts,
): Reply {
  const caption = parent.fileCaption(subject, school.date(date), name);
  return messenger === here
    ? { text: escapeHtml(caption), file: { kind, fileId, name } }
    : { text: escapeHtml(parent.fileElsewhere(caption)) };
}

/** Leads to the files that didn't fit into one go. */
export function moreFilesMessage(
  { pupilId, day, from, left }: { pupilId: number; day: string; from: number; left: number },
  { parent }: Texts,
): Reply {
  const text = parent.moreFiles(left);
  return { text, buttons: [[{ text, press: homeworkFilesPress(pupilId, day, from) }]] };
}
