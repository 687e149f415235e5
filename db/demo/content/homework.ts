import type { HomeworkStyle } from './subjects.ts';

/** How homework is worded; `lesson` counts the lessons of a course from 0. */
export const HOMEWORK: Readonly<Record<HomeworkStyle, (lesson: number) => string>> = {
  problems: (lesson) => {
    const first = 12 + lesson * 6;
    return `№ ${first}, ${first + 2}, ${first + 5}`;
  },
  exercise: (lesson) =>
    lesson % 4 === 3 ? `Упр. ${8 + lesson * 3}, повторить правила` : `Упр. ${8 + lesson * 3}`,
  paragraph: (lesson) => `§ ${1 + Math.floor(lesson / 2)}, вопросы 1–${3 + (lesson % 3)}`,
  pages: (lesson) => `Прочитать с. ${10 + lesson * 3}–${13 + lesson * 3}`,
  english: (lesson) => `Ex. ${1 + (lesson % 6)}, p. ${8 + lesson}; выучить слова`,
};

/** What the second and later lines of a long topic say after it. */
export const STAGES: readonly string[] = ['', '. Закрепление', '. Практикум', '. Обобщение'];
