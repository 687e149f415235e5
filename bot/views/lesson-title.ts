import type { LessonKey } from '../../db/actions/by.ts';
import { weekdayOf } from '../../db/days.ts';
import type { Texts } from '../texts/ru.ts';

type Titled = { className: string; subject: string; groupName: string };

/** «7А · Английский (1 группа)» */
export function courseTitle({ className, subject, groupName }: Titled): string {
  return `${className} · ${subject}${groupName === '' ? '' : ` (${groupName})`}`;
}

/** «12 октября, 2-й урок, 9:25–10:10»; without the clock if no bells are known. */
export function lessonTime(
  { date, number }: LessonKey,
  bell: { startsAt: string; endsAt: string } | null,
  { school, teacher }: Texts,
): string {
  const time = bell ? `, ${clock(bell.startsAt)}–${clock(bell.endsAt)}` : '';
  return `${school.date(date)}, ${teacher.lessonNumber(number)}${time}`;
}

/** «9:25» for '09:25' */
export function clock(time: string): string {
  return time.replace(/^0/, '');
}

/** «пн 12.10» */
export function dayName(day: string, { school }: Texts): string {
  return `${school.shortWeekday(weekdayOf(day))} ${school.shortDate(day)}`;
}
