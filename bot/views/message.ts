import type { RosterPupil } from '../../db/reports/roster.ts';
import type { ThreadMessage } from '../../db/reports/thread.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import { readPress, replyPress } from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { parentTitle } from './parent-title.ts';
import { personName } from './person-name.ts';
import { pupilTitle } from './pupil-title.ts';

/** A message as it comes to the other side. */
export type Arrived = Pick<ThreadMessage, 'messageId' | 'side' | 'author' | 'text' | 'file'> & {
  pupil: RosterPupil;
  className: string;
};

/** Who writes, about whom, and what; `read` takes away the button that says so. */
export function arrivedMessage(
  message: Arrived,
  { read }: { read: boolean },
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { letters } = texts;
  const { messageId, text, file } = message;
  const buttons: Button[] = [{ text: letters.reply, press: replyPress(messageId) }];
  if (!read) {
    buttons.push({ text: letters.read, press: readPress(messageId) });
  }
  const head = headOf(message, texts, names);
  return {
    text: [...head, ...(text === '' ? [] : ['', escapeHtml(text)])].join('\n'),
    buttons: [buttons],
    ...(file ? { file } : {}),
  };
}

function headOf(
  { side, author, pupil, className }: Arrived,
  texts: Texts,
  names: DialogueConfig['names'],
): string[] {
  const { letters } = texts;
  if (side === 'family') {
    return [
      bold(letters.fromFamily(pupilTitle(pupil, names), className)),
      escapeHtml(letters.writes(parentTitle(author, texts, names))),
    ];
  }
  const teacher = personName(author, names);
  return [
    bold(letters.fromTeacher(className)),
    ...(teacher === null ? [] : [escapeHtml(teacher)]),
    escapeHtml(childName(pupil, names)),
  ];
}
