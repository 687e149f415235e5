import { addDays } from '../../db/days.ts';
import { groupBy } from '../../db/group-by.ts';
import type { PupilRecord } from '../../db/reports/pupil-record.ts';
import type { Texts } from '../texts/ru.ts';
import type { PrintedRecord } from './prints/record.ts';
import { absenceText, kindText, markText } from './words.ts';

/** Days of topics and homework in print: a whole year would keep the bot busy for a second. */
export const DIARY_DAYS = 60;

type Sections = PrintedRecord['sections'];

/** A child's record as headed lines; `day` is the school's day it is made on. */
export function pupilSections(record: PupilRecord, day: string, texts: Texts): Sections {
  const { privacy, school, behaviour, parent, term } = texts;
  const since = addDays(day, -DIARY_DAYS);
  const sections = [
    {
      title: privacy.sections.classes,
      lines: [
        ...(record.pupil.bornOn === null
          ? []
          : [privacy.bornOn(school.fullDate(record.pupil.bornOn))]),
        ...record.classes.map(({ className, year, from, until }) =>
          privacy.period(
            className,
            year,
            school.fullDate(from),
            until === null ? null : school.fullDate(until),
          ),
        ),
      ],
    },
    {
      title: privacy.sections.termMarks,
      lines: bySubject(record.termMarks, ({ year, term: number, termKind, value }) => {
        const words = term.values[value as keyof typeof term.values] ?? value;
        const what =
          number === null || termKind === null
            ? privacy.yearMark(words)
            : `${parent.termTitle(number, termKind)} ${words}`;
        return `${what} (${year})`;
      }),
    },
    {
      title: privacy.sections.marks,
      lines: bySubject(record.marks, ({ date, value, kind, comment }) => {
        const about = [school.fullDate(date), kindText(kind, texts), ...(comment ? [comment] : [])];
        return `${markText(value, texts)} (${about.join(', ')})`;
      }),
    },
    {
      title: privacy.sections.absences,
      lines: record.absences.map(
        ({ date, number, subject, code }) =>
          `${school.fullDate(date)}, ${parent.lesson(number)}, ${subject}: ${absenceText(code, texts)}`,
      ),
    },
    {
      title: privacy.sections.notes,
      lines: record.notes.map(
        ({ date, kind, text }) =>
          `${school.fullDate(date)}, ${behaviour.noteLine(behaviour.kinds[kind], text)}`,
      ),
    },
    {
      title: privacy.sections.letters,
      lines: record.letters.map(({ sent, side, text, photo }) => {
        const at = `${school.fullDate(sent.slice(0, 10))}${sent.slice(10)}`;
        return [`${at}, ${privacy.sides[side]}:`, ...(photo ? [privacy.photo] : []), text]
          .join(' ')
          .trim();
      }),
    },
    {
      title: privacy.sections.diary,
      lines: record.diary
        .filter(({ date }) => date >= since)
        .map(({ date, number, subject, topic, homework }) =>
          [
            `${school.fullDate(date)}, ${number}. ${subject}.`,
            ...(topic === null ? [] : [`${parent.topic(topic)}.`]),
            ...(homework === null ? [] : [parent.given(homework)]),
          ].join(' '),
        ),
    },
  ];
  return sections.map(({ title, lines }) => ({
    title,
    lines: lines.length > 0 ? lines : [privacy.nothing],
  }));
}

/** A line a subject: «Алгебра: 5 (12.10.2026, ответ), 4 (…)». */
function bySubject<T extends { subject: string }>(
  records: readonly T[],
  words: (record: T) => string,
): string[] {
  return [...groupBy(records, ({ subject }) => subject)].map(
    ([subject, own]) => `${subject}: ${own.map(words).join('; ')}`,
  );
}
