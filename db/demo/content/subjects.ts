/** How homework of a subject is worded. */
export type HomeworkStyle = 'problems' | 'exercise' | 'paragraph' | 'pages' | 'english';

/** A subject of the curriculum. `plans` names its file in `plans/`. */
export type DemoSubject = {
  name: string;
  shortName: string;
  plans: string;
  /** Lessons a week in grades 1 to 11. */
  hours: readonly number[];
  /** Null: none is set. */
  homework: HomeworkStyle | null;
  /** The work that ends a section; null where there is none. */
  control: string | null;
  /** The class is taught in two subgroups from this grade on. */
  subgroupsFrom?: number;
  markFree?: boolean;
};

const TEST = 'Контрольная работа';

export const SUBJECTS: readonly DemoSubject[] = [
  {
    name: 'Русский язык',
    shortName: 'рус',
    plans: 'russian',
    hours: [5, 5, 5, 5, 5, 6, 4, 3, 3, 2, 2],
    homework: 'exercise',
    control: 'Контрольный диктант',
  },
  {
    name: 'Литературное чтение',
    shortName: 'чтение',
    plans: 'reading',
    hours: [4, 4, 4, 3, 0, 0, 0, 0, 0, 0, 0],
    homework: 'pages',
    control: null,
  },
  {
    name: 'Литература',
    shortName: 'лит',
    plans: 'literature',
    hours: [0, 0, 0, 0, 3, 3, 2, 2, 3, 3, 3],
    homework: 'pages',
    control: 'Сочинение',
  },
  {
    name: 'Математика',
    shortName: 'мат',
    plans: 'mathematics',
    hours: [4, 4, 4, 4, 5, 5, 0, 0, 0, 0, 0],
    homework: 'problems',
    control: TEST,
  },
  {
    name: 'Алгебра',
    shortName: 'алг',
    plans: 'algebra',
    hours: [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3],
    homework: 'problems',
    control: TEST,
  },
  {
    name: 'Геометрия',
    shortName: 'геом',
    plans: 'geometry',
    hours: [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2],
    homework: 'problems',
    control: TEST,
  },
  {
    name: 'Вероятность и статистика',
    shortName: 'вер',
    plans: 'probability',
    hours: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
    homework: 'problems',
    control: null,
  },
  {
    name: 'Английский язык',
    shortName: 'англ',
    plans: 'english',
    hours: [0, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3],
    homework: 'english',
    control: TEST,
    subgroupsFrom: 2,
  },
  {
    name: 'Окружающий мир',
    shortName: 'окр',
    plans: 'world',
    hours: [2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0],
    homework: 'pages',
    control: null,
  },
  {
    name: 'Основы религиозных культур и светской этики',
    shortName: 'ОРКСЭ',
    plans: 'ethics',
    hours: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    homework: null,
    control: null,
    markFree: true,
  },
  {
    name: 'История',
    shortName: 'ист',
    plans: 'history',
    hours: [0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2],
    homework: 'paragraph',
    control: TEST,
  },
  {
    name: 'Обществознание',
    shortName: 'общ',
    plans: 'society',
    hours: [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2],
    homework: 'paragraph',
    control: null,
  },
  {
    name: 'География',
    shortName: 'гео',
    plans: 'geography',
    hours: [0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1],
    homework: 'paragraph',
    control: null,
  },
  {
    name: 'Биология',
    shortName: 'био',
    plans: 'biology',
    hours: [0, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1],
    homework: 'paragraph',
    control: null,
  },
  {
    name: 'Химия',
    shortName: 'хим',
    plans: 'chemistry',
    hours: [0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1],
    homework: 'paragraph',
    control: TEST,
  },
  {
    name: 'Физика',
    shortName: 'физ',
    plans: 'physics',
    hours: [0, 0, 0, 0, 0, 0, 2, 2, 3, 2, 2],
    homework: 'paragraph',
    control: TEST,
  },
  {
    name: 'Информатика',
    shortName: 'инф',
    plans: 'informatics',
    hours: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
    homework: 'paragraph',
    control: null,
    subgroupsFrom: 7,
  },
  {
    name: 'Изобразительное искусство',
    shortName: 'ИЗО',
    plans: 'art',
    hours: [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
    homework: null,
    control: null,
  },
  {
    name: 'Музыка',
    shortName: 'муз',
    plans: 'music',
    hours: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
    homework: null,
    control: null,
  },
  {
    name: 'Труд (технология)',
    shortName: 'труд',
    plans: 'labour',
    hours: [1, 1, 1, 1, 2, 2, 2, 1, 1, 0, 0],
    homework: null,
    control: null,
  },
  {
    name: 'Физическая культура',
    shortName: 'физра',
    plans: 'sport',
    hours: [2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3],
    homework: null,
    control: null,
  },
  {
    name: 'Основы безопасности и защиты Родины',
    shortName: 'ОБЗР',
    plans: 'safety',
    hours: [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
    homework: null,
    control: null,
  },
];
