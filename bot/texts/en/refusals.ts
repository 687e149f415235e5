import type { Texts } from '../ru.ts';
import { school } from './school.ts';

const day = (date: string | number | undefined) => school.date(String(date));

export const refusals: Texts['refusals'] = {
  'not-allowed': () => 'You have no right to do this. Your commands: /help',
  'not-found': () => 'There is no such record. Open the screen again from the menu.',
  stale: () => 'The record has changed, its new state is shown. Nothing was saved.',
  'term-closed': ({ date }) => `The term of ${day(date)} is closed and takes no changes.`,
  'term-running': ({ date }) => `The term runs until ${day(date)}. Close it on that day or later.`,
  'term-closed-already': () => 'This term is closed already.',
  'term-open-already': () => 'This term is open, there is nothing to reopen.',
  'terms-overlap': ({ from, until }) =>
    `The days overlap another term of these grades: ${day(from)} – ${day(until)}. Correct the dates.`,
  'term-outside-year': ({ from, until }) =>
    `A term lies within its academic year: ${day(from)} – ${day(until)}. Correct the dates.`,
  'years-overlap': ({ year }) => `The days overlap the academic year ${year}. Correct the dates.`,
  'year-closed': ({ year }) => `The academic year ${year} is closed already, nothing was changed.`,
  'year-days': ({ from }) =>
    `These days do not fit. The next year begins on ${day(from)} or later and lasts 400 days at most.`,
  'terms-open': ({ count }) => `Terms of this year still open: ${count}. Close them first.`,
  'reason-closed': ({ date }) => `The term of ${day(date)} is closed. A correction needs a reason.`,
  'reason-late': ({ date, days }) =>
    `The lesson of ${day(date)} was more than ${days} days ago. A correction needs a reason.`,
  'not-a-school-day': ({ date, name }) =>
    `There are no lessons on ${day(date)}: ${name}. Choose a school day.`,
  'no-term': ({ date }) => `${day(date)} belongs to no term. Choose a school day.`,
  'future-date': ({ date }) => `${day(date)} has not come yet. Choose today or an earlier day.`,
  'no-such-lesson': ({ date, number }) =>
    `The timetable has no such lesson (No ${number}) on ${day(date)}. Open the list: /lesson`,
  'lesson-cancelled': ({ date, number }) => `The lesson is cancelled: ${day(date)}, No ${number}.`,
  'lesson-moved': ({ toDate, toNumber }) =>
    `The lesson is moved to ${day(toDate)}, No ${toNumber}. Open it there: /lesson`,
  'grade-one-no-marks': () => 'Grade 1 gets no marks, only attendance is noted.',
  'grade-one-no-homework': () => 'Grade 1 gets no homework.',
  'mark-free-course': ({ subject }) => `“${subject}” is taught without marks.`,
  'wrong-mark': ({ value, lowest }) =>
    `There is no mark “${value}”. Marks are whole numbers from ${lowest} to 5.`,
  'wrong-term-mark': () =>
    'This course takes no such term mark. Choose one from the buttons: /term',
  'setting-out-of-range': ({ least, most, whole }) =>
    `A ${whole === 1 ? 'whole ' : ''}number from ${least} to ${most} is needed. Correct the setting in the panel.`,
  'mark-and-absence': () => 'A mark and an absence can’t stand at one lesson. Keep one of them.',
  'not-in-class': () => 'This pupil is not in this group on that day. Choose one from the list.',
  'enrolment-day': ({ from, until }) =>
    `This day doesn’t fit. Name one from ${day(from)} to ${day(until)}: the class journal has records before it, or the year has not begun.`,
  'text-too-long': ({ limit }) => `The text is too long. Write at most ${limit} characters.`,
  'text-empty': () => 'The text is empty. Write it and send it again.',
  'wrong-due-date': ({ date }) =>
    `Homework can’t be for ${day(date)}: choose a day within two months after the lesson.`,
  'file-too-big': ({ limit }) => `The file is too big. Send one of ${limit} MB at most.`,
  'too-many-files': ({ limit }) =>
    `The homework has ${limit} files already, which is the limit. Take one away: Homework.`,
  'nothing-to-correct': () => 'There is no such record at this lesson, nothing was changed.',
  'several-to-correct': () =>
    'There are several such marks at this lesson. Correct the right one there: /lesson',
  'nothing-to-undo': () => 'There is nothing to take back today.',
  'undo-overtaken': () =>
    'The record has been changed since, nothing was taken back. Correct it in the lesson: /lesson',
  'code-invalid': () =>
    'The code does not fit: it is mistyped, used or expired. Check it or ask for a new one.',
  'code-limit': ({ minutes }) => `Too many wrong codes. Try again in ${minutes} min.`,
  'link-limit': ({ minutes }) => `Too many links to log in. Try again in ${minutes} min.`,
  'private-chat-only': () => 'Write to the bot in a private chat.',
  'message-limit': ({ count, minutes }) =>
    `No more than ${count} messages in ${minutes} minutes. Please wait a little and try again.`,
  'no-absences': ({ date }) =>
    `No «н» stands for ${day(date)}, there is nothing to change. Press again once it does.`,
  'export-limit': ({ minutes }) => `The data were taken out just now. Try again in ${minutes} min.`,
  'no-class-teacher': () => 'The class has no class teacher now. Please ask the school.',
};
