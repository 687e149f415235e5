import { plural } from '../plural.ts';

const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** Lessons that are cancelled, moved, replaced or not filled in. Plain text. */
export const timetable = {
  cancelled: 'отменён',
  movedTo: (date: string, number: number) => `перенесён на ${date}, ${number}-й урок`,
  movedFrom: (date: string) => `перенесён с ${date}`,
  /** Names are null where messages may hold none. */
  takenOver: (usual: string | null) =>
    usual === null ? 'замена' : `замена, обычно ведёт ${usual}`,
  givenAway: (substitute: string | null) =>
    substitute === null ? 'ведёт коллега' : `замена, ведёт ${substitute}`,

  // On the lesson's own screen
  lessonCancelled: 'Урок отменён',
  lessonMoved: (date: string, number: number) => `Урок перенесён на ${date}, ${number}-й урок`,
  because: (what: string, reason: string) => `${what}: ${reason}`,
  replacedBy: (substitute: string | null) =>
    substitute === null ? 'Замена: урок ведёт коллега' : `Замена: урок ведёт ${substitute}`,

  // What is to be filled in
  unfilled: (count: number) => `Не заполнено за неделю: ${lessons(count)}.`,
  unfilledMore: (shown: number) =>
    `Ниже ${shown} ${plural(shown, 'последний', 'последних', 'последних')}, остальные через «Неделю».`,
  unfilledLesson: (day: string, lesson: string) => `${day}: ${lesson}`,

  // The week
  week: 'Неделя',
  weekTitle: (from: string, to: string) => `Неделя ${from} – ${to}`,
  weekEarlier: '‹ Неделя',
  weekLater: 'Неделя ›',
  weekDay: (day: string, count: number, unfilled: number) =>
    `${day}: ${count === 0 ? 'уроков нет' : lessons(count)}${
      unfilled > 0 ? `, не заполнено ${unfilled}` : ''
    }`,
  weekEmpty: 'На этой неделе у Вас нет уроков.',
  hasUnfilled: (day: string) => `${day} •`,
};
