import { plural } from '../plural.ts';

/** What a parent chooses to hear of and when; term marks in notices; the weekly summary. Plain text. */
export const notices = {
  // In /settings
  open: 'Уведомления',
  title: (child: string) => `Уведомления: ${child}`,
  allChildren: 'Все дети',
  eveningAndWeek: (evening: number, weekday: string, week: number) =>
    `Вечерняя сводка: ${evening}:00. Сводка недели: ${weekday}, ${week}:00.`,
  line: (topic: string, mode: string) => `${topic}: ${mode}`,
  differs: 'по-разному',
  topics: {
    mark: 'Отметки',
    low_mark: 'Отметки «2»',
    absence: 'Пропуски',
    first_absence: 'Нет на первом уроке',
    behaviour_note: 'Замечания и похвала',
    term_mark: 'Итоговые отметки',
    homework: 'Домашнее задание',
    week: 'Сводка недели',
  },
  /** In the middle of a sentence. */
  modes: {
    both: 'сразу и вечером',
    instant: 'сразу',
    digest: 'вечером',
    weekly: 'раз в неделю',
    off: 'не присылать',
  },
  choices: {
    both: 'Сразу и вечером',
    instant: 'Сразу',
    digest: 'Вечером',
    weekly: 'Раз в неделю',
    off: 'Не присылать',
  },
  topicTitle: (topic: string, child: string) => `${topic}: ${child}`,
  now: (mode: string) => `Сейчас: ${mode}.`,
  hints: {
    first_absence:
      'Когда ребёнка утром нет на первом уроке, журнал сразу спрашивает у Вас причину. Если это выключить, вопроса не будет, а об отсутствии Вы узнаете так, как выбрано для пропусков.',
    week: 'Отметки, пропуски и записи за неделю. Если её выключить, выбранное «раз в неделю» придёт в тот же час обычным уведомлением.',
    homework: 'Задание на следующий учебный день в вечерней сводке. В дневнике оно есть всегда.',
  },
  toTopics: '‹ Уведомления',
  toSettings: '‹ Настройки',

  // Quiet hours
  quiet: (hours: string) => `Тихие часы: ${hours}`,
  quietButton: 'Тихие часы',
  hours: (from: number, to: number) => `${from}:00–${to}:00`,
  noQuiet: 'нет',
  withoutQuiet: 'Без тихих часов',
  quietHint:
    'Уведомления, которые появились в это время, придут, когда оно закончится. Сразу придёт только одно: утром ребёнка нет на первом уроке. Время школьное.',

  // Term marks in notices
  year: 'Год',
  correctedTermMark: (value: string, was: string) => `${value} вместо ${was}`,
  cancelledTermMark: (was: string) => `итоговая отметка снята (${was})`,
  termMarks: {
    5: '5',
    4: '4',
    3: '3',
    2: '2',
    na: 'не аттестован(а)',
    exempt: 'освобождён(а)',
    pass: 'зачёт',
    fail: 'незачёт',
  },

  // The weekly summary
  /** «Отметки недели, в скобках средняя за четверть» */
  weekMarks: (term: string) => `Отметки, в скобках средняя за ${term}:`,
  weekMarksAlone: 'Отметки:',
  weekSubject: (subject: string, marks: string, mean: string) => `${subject}: ${marks} (${mean})`,
  weekSubjectAlone: (subject: string, marks: string) => `${subject}: ${marks}`,
  weekAbsences: 'Пропуски и опоздания:',
  weekNotes: 'Записи о поведении:',
  weekNote: (date: string, kind: string, text: string) => `${date} ${kind}: ${text}`,
  weekLetters: (count: number) =>
    `Не прочитано: ${count} ${plural(count, 'письмо', 'письма', 'писем')} классного руководителя.`,
  weekNothing: 'За эту неделю записей нет.',
  letters: 'Письма',
  acknowledge: 'Ознакомлен(а)',
  acknowledged: (date: string) => `✓ Вы ознакомлены, ${date}.`,
};
