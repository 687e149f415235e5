import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { answerRows } from './excuse.ts';
import { escapeHtml } from './html.ts';
import { type NoticeSection, noticeMessage } from './notice.ts';

/** That a child is not at the first lesson of a day, with one-tap answers for the class teacher. */
export function askExcuseNotice(
  section: NoticeSection,
  of: { pupilId: number; date: string },
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { text } = noticeMessage([section], texts, names);
  return {
    text: `${text}\n${escapeHtml(texts.excuse.question)}`,
    buttons: answerRows(of.pupilId, of.date, ['ill', 'excused', 'unknown', 'other'], texts),
  };
}
