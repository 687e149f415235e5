import type { Reminder } from '../../db/reports/unfilled-lessons.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { unfilledButton } from './lessons.ts';

// As many buttons as a phone shows at once; the rest is counted.
const SHOWN = 8;

/** A teacher's evening: how much is to be filled in, each lesson opened by its button. */
export function reminderMessage({ lessons }: Pick<Reminder, 'lessons'>, texts: Texts): Screen {
  const { settings } = texts;
  const shown = lessons.slice(0, SHOWN);
  const topics = lessons.filter(({ topicFilled }) => !topicFilled).length;
  const rolls = lessons.filter(({ rollCalled }) => !rollCalled).length;
  const lines = [
    ...(topics > 0 ? [settings.noTopic(topics)] : []),
    ...(rolls > 0 ? [settings.noRoll(rolls)] : []),
    ...(lessons.length > shown.length ? [settings.more(shown.length)] : []),
    '',
    settings.whereToSet,
  ];
  return {
    text: [bold(settings.unfilled(lessons.length)), ...lines.map(escapeHtml)].join('\n'),
    buttons: shown.map((lesson) => [unfilledButton(lesson, texts)]),
  };
}
