import type { StaffRole } from '../../import/sheets.ts';

/** A member of the demo school's staff: what they teach to which classes, and how they work. */
export type DemoStaff = {
  key: string;
  lastName: string;
  firstName: string;
  middleName: string;
  roles: readonly StaffRole[];
  room: string | null;
  /** The class they are the class teacher of. */
  leads?: string;
  /** Classes by subject, separated by spaces. */
  teaches: Readonly<Record<string, string>>;
  /** The subgroup they teach where a class is divided. */
  group?: 1 | 2;
  /** Leaves every third lesson unfilled, for the deputy head to find. */
  sloppy?: boolean;
};

/** What the two halves of a divided class are called. */
export const GROUPS = { 1: '1 группа', 2: '2 группа' } as const;

export const CLASSES: readonly { name: string; size: number }[] = [
  { name: '1А', size: 17 },
  { name: '1Б', size: 16 },
  { name: '2А', size: 18 },
  { name: '3А', size: 17 },
  { name: '4А', size: 16 },
  { name: '5А', size: 17 },
  { name: '5Б', size: 15 },
  { name: '6А', size: 18 },
  { name: '7А', size: 20 },
  { name: '7Б', size: 16 },
  { name: '8А', size: 18 },
  { name: '9А', size: 17 },
  { name: '9Б', size: 15 },
  { name: '10А', size: 16 },
  { name: '11А', size: 15 },
];

const TEACHER = ['teacher'] as const;

function primary(className: string): Record<string, string> {
  const subjects = [
    'Русский язык',
    'Литературное чтение',
    'Математика',
    'Окружающий мир',
    'Основы религиозных культур и светской этики',
    'Изобразительное искусство',
    'Труд (технология)',
  ];
  return Object.fromEntries(subjects.map((subject) => [subject, className]));
}

function staff(
  key: string,
  name: string,
  room: string | null,
  rest: Pick<DemoStaff, 'teaches'> & Partial<DemoStaff>,
): DemoStaff {
  const [lastName = '', firstName = '', middleName = ''] = name.split(' ');
  return { key, lastName, firstName, middleName, room, roles: TEACHER, ...rest };
}

export const STAFF: readonly DemoStaff[] = [
  staff('T01', 'Зайцева Вера Николаевна', '101', { leads: '1А', teaches: primary('1А') }),
  staff('T02', 'Кузьмина Ирина Петровна', '102', { leads: '1Б', teaches: primary('1Б') }),
  staff('T03', 'Фёдорова Галина Сергеевна', '103', { leads: '2А', teaches: primary('2А') }),
  staff('T04', 'Мельникова Елена Юрьевна', '104', { leads: '3А', teaches: primary('3А') }),
  staff('T05', 'Тарасова Наталья Игоревна', '105', { leads: '4А', teaches: primary('4А') }),
  staff('T06', 'Громова Ольга Павловна', '201', {
    leads: '7А',
    teaches: { 'Русский язык': '7А 7Б 8А', Литература: '7А 7Б 8А' },
  }),
  staff('T07', 'Никитина Светлана Львовна', '202', {
    leads: '5А',
    teaches: { 'Русский язык': '5А 5Б 6А', Литература: '5А 5Б 6А' },
  }),
  staff('T08', 'Абрамова Людмила Фёдоровна', '203', {
    leads: '11А',
    teaches: { 'Русский язык': '9А 9Б 10А 11А', Литература: '9А 9Б 10А 11А' },
  }),
  staff('T09', 'Белова Анна Викторовна', '204', {
    teaches: { Алгебра: '7А 7Б 8А', Геометрия: '7А 7Б 8А', 'Вероятность и статистика': '7А 7Б 8А' },
  }),
  staff('T10', 'Ершов Николай Степанович', '205', {
    leads: '6А',
    teaches: { Математика: '5А 5Б 6А' },
  }),
  staff('T11', 'Дорофеева Марина Олеговна', '206', {
    leads: '9А',
    teaches: {
      Алгебра: '9А 9Б 10А 11А',
      Геометрия: '9А 9Б 10А 11А',
      'Вероятность и статистика': '9А 9Б 10А 11А',
    },
  }),
  staff('T12', 'Киселёва Юлия Романовна', '207', {
    leads: '5Б',
    group: 1,
    teaches: { 'Английский язык': '5А 5Б 6А 7А 7Б 8А' },
  }),
  staff('T13', 'Щербакова Дарья Андреевна', '208', {
    leads: '7Б',
    group: 2,
    teaches: { 'Английский язык': '5А 5Б 6А 7А 7Б 8А' },
  }),
  staff('T14', 'Воробьёв Кирилл Матвеевич', '209', {
    leads: '10А',
    group: 1,
    teaches: { 'Английский язык': '2А 3А 4А 9А 9Б 10А 11А' },
  }),
  staff('T15', 'Беляева Алёна Игоревна', '210', {
    group: 2,
    teaches: { 'Английский язык': '2А 3А 4А 9А 9Б 10А 11А' },
  }),
  staff('T16', 'Осипов Григорий Ильич', '301', {
    leads: '8А',
    teaches: { История: '5А 5Б 6А 7А 7Б 8А', Обществознание: '6А 7А 7Б 8А' },
  }),
  staff('T17', 'Орлова Татьяна Юрьевна', '302', {
    roles: ['teacher', 'deputy_head'],
    teaches: { Обществознание: '10А 11А' },
  }),
  staff('T18', 'Маслов Владимир Евгеньевич', '303', {
    leads: '9Б',
    teaches: { История: '9А 9Б 10А 11А', Обществознание: '9А 9Б' },
  }),
  staff('T19', 'Васильева Инна Борисовна', '304', {
    sloppy: true,
    teaches: { География: '5А 5Б 6А 7А 7Б 8А 9А 9Б 10А 11А' },
  }),
  staff('T20', 'Рябова Людмила Кирилловна', '305', {
    teaches: { Биология: '5А 5Б 6А 7А 7Б 8А 9А 9Б 10А 11А', Химия: '8А 9А 9Б 10А 11А' },
  }),
  staff('T21', 'Фролов Андрей Денисович', '306', {
    teaches: { Физика: '7А 7Б 8А 9А 9Б 10А 11А' },
  }),
  staff('T22', 'Гусев Павел Тимурович', '307', {
    group: 1,
    teaches: { Информатика: '7А 7Б 8А 9А 9Б 10А 11А' },
  }),
  staff('T23', 'Быков Сергей Аркадьевич', '110', {
    group: 2,
    teaches: {
      'Труд (технология)': '5А 5Б 6А 7А 7Б 8А 9А 9Б',
      Информатика: '7А 7Б 8А 9А 9Б 10А 11А',
    },
  }),
  staff('T24', 'Лапина Ксения Глебовна', '111', {
    teaches: {
      'Изобразительное искусство': '5А 5Б 6А 7А 7Б',
      Музыка: '1А 1Б 2А 3А 4А 5А 5Б 6А 7А 7Б 8А',
    },
  }),
  staff('T25', 'Жуков Роман Валерьевич', 'спортзал', {
    teaches: { 'Физическая культура': '1А 1Б 2А 3А 4А 5А 5Б 6А 7А 7Б 8А' },
  }),
  staff('T26', 'Семёнов Олег Витальевич', 'спортзал', {
    teaches: {
      'Физическая культура': '9А 9Б 10А 11А',
      'Основы безопасности и защиты Родины': '8А 9А 9Б 10А 11А',
    },
  }),
  staff('A01', 'Лебедев Максим Андреевич', null, { roles: ['administrator'], teaches: {} }),
];
