import type { Texts } from '../ru.ts';

const lessons = (count: number) => `${count} ${count === 1 ? 'lesson' : 'lessons'}`;

export const timetable: Texts['timetable'] = {
  cancelled: 'cancelled',
  movedTo: (date, number) => `moved to ${date}, lesson ${number}`,
  movedFrom: (date) => `moved from ${date}`,
  takenOver: (usual) => (usual === null ? 'taken over' : `taken over from ${usual}`),
  givenAway: (substitute) => (substitute === null ? 'a colleague’s' : `taken by ${substitute}`),

  lessonCancelled: 'The lesson is cancelled',
  lessonMoved: (date, number) => `The lesson is moved to ${date}, lesson ${number}`,
  because: (what, reason) => `${what}: ${reason}`,
  replacedBy: (substitute) =>
    substitute === null ? 'A colleague takes this lesson' : `${substitute} takes this lesson`,

  unfilled: (count) => `Not filled in this week: ${lessons(count)}.`,
  unfilledMore: (shown) => `The last ${shown} are below, the others are in “Week”.`,
  unfilledLesson: (day, lesson) => `${day}: ${lesson}`,

  week: 'Week',
  weekTitle: (from, to) => `Week of ${from} – ${to}`,
  weekEarlier: '‹ Week',
  weekLater: 'Week ›',
  weekDay: (day, count, unfilled) =>
    `${day}: ${count === 0 ? 'no lessons' : lessons(count)}${
      unfilled > 0 ? `, ${unfilled} not filled in` : ''
    }`,
  weekEmpty: 'You have no lessons this week.',
  hasUnfilled: (day) => `${day} •`,
};
