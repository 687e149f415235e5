import type { Reminder } from '../../db/reports/unfilled-lessons.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { dayName } from './lesson-title.ts';
import { numbered, unfilledButton } from './lessons.ts';

// As many buttons as a phone shows at once; the rest is counted.
const SHOWN = 8;

/** A teacher's evening: the lessons to be filled in, each opened by its button. */
export function reminderMessage({ lessons }: Pick<Reminder, 'lessons'>, texts: Texts): Screen {
  const { settings } = texts;
  const shown = lessons.slice(0, SHOWN);
  const lines = shown.map((lesson) => {
    const { date, topicFilled, rollCalled } = lesson;
    const lacks = [
      ...(topicFilled ? [] : [settings.noTopic]),
      ...(rollCalled ? [] : [settings.noRoll]),
    ];
    return settings.lacks(dayName(date, texts), numbered(lesson), lacks.join(', '));
  });
  const more = lessons.length - shown.length;
  return {
    text: [
      bold(settings.unfilled(lessons.length)),
      '',
      ...lines.map(escapeHtml),
      ...(more > 0 ? [escapeHtml(settings.more(more))] : []),
      '',
      escapeHtml(settings.whereToSet),
    ].join('\n'),
    buttons: shown.map((lesson) => [unfilledButton(lesson, texts)]),
  };
}
