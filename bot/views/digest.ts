import { weekdayOf } from '../../db/days.ts';
import type { Digest, DigestChild } from '../../db/reports/evening-digest.ts';
import { diaryPress } from '../dialogue/parent-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { absenceText, kindText, markText } from './words.ts';

// Of one homework, until the whole digest fits.
const LIMITS = [600, 200, 80, 30];

/** A parent's evening: each child's marks, absences and homework. Null if there is nothing to say. */
export function digestMessage(
  { day, children }: Pick<Digest, 'day' | 'children'>,
  texts: Texts,
  names: DialogueConfig['names'],
): Screen | null {
  const told = children.filter(
    ({ marks, absences, homework }) => marks.length > 0 || absences.length > 0 || homework !== null,
  );
  if (told.length === 0) {
    return null;
  }
  const title = bold(texts.parent.digestTitle(texts.school.date(day)));
  const text = fitting(LIMITS, (limit) =>
    [title, ...told.flatMap((child) => ['', ...childLines(child, limit, texts, names)])].join('\n'),
  );
  const diary = told.map((child) => ({
    text: told.length === 1 ? texts.parent.diary : childName(child, names),
    press: diaryPress(child.pupilId, day),
  }));
  return { text, buttons: diary.map((button) => [button]) };
}

function childLines(
  child: DigestChild,
  limit: number,
  texts: Texts,
  names: DialogueConfig['names'],
): string[] {
  const { parent, school } = texts;
  const { marks, absences, homework } = child;
  const marked = marks.map(({ subject, value, kind }) => {
    const mark = parent.marked(markText(value, texts), kindText(kind, texts));
    return `${subject} ${mark}`;
  });
  const missed = absences.map(({ subject, code }) => `${subject} ${absenceText(code, texts)}`);
  const lines = homework?.lines.map(({ subject, text }) =>
    escapeHtml(`• ${subject}: ${cut(text, limit)}`),
  );
  const due = homework
    ? [
        escapeHtml(
          parent.digestHomework(
            school.weekday(weekdayOf(homework.date)),
            school.date(homework.date),
          ),
        ),
      ]
    : [];
  return [
    bold(parent.childTitle(childName(child, names), child.className)),
    ...(marked.length > 0 ? [escapeHtml(parent.digestMarks(marked.join(', ')))] : []),
    ...(missed.length > 0 ? [escapeHtml(parent.digestAbsences(missed.join(', ')))] : []),
    ...due,
    ...(lines ?? []),
  ];
}
