import { mondayOf } from '../../db/days.ts';
import type { WeekSummary } from '../../db/reports/week-summary.ts';
import { knowWeekPress, weekPress } from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import { threadPress } from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { markText } from './words.ts';

// Of one note, until the whole summary fits.
const LIMITS = [500, 200, 60, 20];

/** Whether there is anything to tell of a week. */
export function hasNews({ subjects, absences, notes, unread }: WeekSummary): boolean {
  return subjects.length > 0 || absences.length > 0 || notes.length > 0 || unread > 0;
}

/** A child's week for a parent, to be acknowledged; it shows if it was. */
export function weekMessage(
  summary: WeekSummary,
  texts: Texts,
  names: DialogueConfig['names'],
): Screen {
  const { notices, school, parent } = texts;
  const { pupilId, classId, to, unread, acknowledgedOn } = summary;
  const monday = mondayOf(to);
  const text = fitting(LIMITS, (limit) =>
    [
      bold(parent.childTitle(childName(summary, names), summary.className)),
      escapeHtml(parent.weekTitle(school.date(monday), school.date(to))),
      ...(hasNews(summary) ? sectionsOf(summary, limit, texts) : ['', notices.weekNothing]),
      ...(acknowledgedOn === null
        ? []
        : ['', escapeHtml(notices.acknowledged(school.date(acknowledgedOn)))]),
    ].join('\n'),
  );
  const know = { text: notices.acknowledge, press: knowWeekPress(pupilId, to) };
  const others: Button[] = [
    { text: parent.diary, press: weekPress(pupilId, monday) },
    ...(unread > 0
      ? [{ text: notices.letters, press: threadPress({ classId, pupilId }, null) }]
      : []),
  ];
  return { text, buttons: [...(acknowledgedOn === null ? [[know]] : []), others] };
}

function sectionsOf(summary: WeekSummary, limit: number, texts: Texts): string[] {
  const { notices, school, parent, behaviour } = texts;
  const { subjects, absences, notes, unread, term } = summary;
  const marks = subjects.map(({ subject, marks: own, mean }) => {
    const values = own.map((value) => markText(value, texts)).join(' ');
    return mean === null
      ? notices.weekSubjectAlone(subject, values)
      : notices.weekSubject(subject, values, school.mean(mean));
  });
  const missed = absences.map(({ code, lessons }) =>
    parent.absenceCount(school.absenceNames[code], lessons),
  );
  const written = notes.map(({ date, kind, text }) =>
    notices.weekNote(school.shortDate(date), behaviour.kinds[kind], cut(text, limit)),
  );
  const title = term ? notices.weekMarks(school.termKinds[term.kind]) : notices.weekMarksAlone;
  return [
    ...(marks.length > 0 ? ['', title, ...marks] : []),
    ...(missed.length > 0 ? ['', notices.weekAbsences, ...missed] : []),
    ...(written.length > 0 ? ['', notices.weekNotes, ...written] : []),
    ...(unread > 0 ? ['', notices.weekLetters(unread)] : []),
  ].map(escapeHtml);
}
