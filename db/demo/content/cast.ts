import type { Sex } from '../names.ts';

/** `name` is first name and patronymic; `key` that of a member of staff, who is a parent too. */
type Adult = {
  name: string;
  key?: string;
  /** In the masculine, where it isn't the family's. */
  surname?: string;
};

/** Siblings of the demo school with their parents. */
export type Family = {
  /** In the masculine. */
  surname: string;
  mother: Adult | null;
  father: Adult | null;
  children: readonly { firstName: string; sex: Sex; class: string }[];
};

/** Members of staff whom the visitor may be. */
export const STAFF_PARTS = {
  subjectTeacher: 'T09',
  classTeacher: 'T06',
  gradeOneTeacher: 'T01',
  deputyHead: 'T17',
  administrator: 'A01',
} as const;

/** Has no chat yet: the administrator makes the code. */
export const UNLINKED_TEACHER = 'T10';

/** Logins to the panel. No secret: the demo's panel listens on the loopback alone. */
export const LOGINS = {
  administrator: { login: 'admin', password: 'demo-administrator' },
  deputyHead: { login: 'deputy', password: 'demo-deputy-head' },
} as const;

/** Where the visitor's teachers teach, and what. */
export const STAGE = {
  class: '7А',
  subject: 'Алгебра',
  otherSubject: 'Русский язык',
  gradeOneClass: '1А',
  gradeOneSubject: 'Математика',
} as const;

/** Whom the hints name as absent: nobody else in the class has these surnames. */
export const ABSENT = { subject: 'Козлов', otherSubject: 'Сидоров' } as const;

/**
 * Families that are given, not drawn: the hints name them, or they make a list worth trying. The
 * first one is that of the parents whom the visitor may be: the mother is linked, the father not.
 */
export const CAST: readonly Family[] = [
  {
    surname: 'Иванов',
    mother: { name: 'Мария Сергеевна' },
    father: { name: 'Игорь Павлович' },
    children: [
      { firstName: 'Артём', sex: 'male', class: STAGE.class },
      { firstName: 'Софья', sex: 'female', class: '2А' },
    ],
  },
  {
    surname: ABSENT.subject,
    mother: { name: 'Наталья Владимировна' },
    father: { name: 'Олег Викторович' },
    children: [{ firstName: 'Денис', sex: 'male', class: STAGE.class }],
  },
  {
    surname: 'Смирнов',
    mother: { name: 'Ирина Юрьевна' },
    father: { name: 'Сергей Николаевич' },
    children: [{ firstName: 'Антон', sex: 'male', class: STAGE.class }],
  },
  {
    surname: 'Смирнов',
    mother: { name: 'Оксана Валерьевна' },
    father: null,
    children: [{ firstName: 'Артём', sex: 'male', class: STAGE.class }],
  },
  {
    surname: 'Королёв',
    mother: { name: 'Светлана Игоревна' },
    father: { name: 'Андрей Семёнович' },
    children: [
      { firstName: 'Фёдор', sex: 'male', class: STAGE.class },
      { firstName: 'Вера', sex: 'female', class: '5А' },
    ],
  },
  {
    surname: 'Петров',
    mother: { name: 'Елена Олеговна' },
    father: { name: 'Юрий Петрович' },
    children: [{ firstName: 'Алёна', sex: 'female', class: STAGE.class }],
  },
  {
    surname: 'Семёнов',
    mother: { name: 'Юлия Романовна' },
    father: { name: 'Павел Ильич' },
    children: [{ firstName: 'Дарья', sex: 'female', class: STAGE.class }],
  },
  {
    surname: ABSENT.otherSubject,
    mother: { name: 'Алёна Фёдоровна' },
    father: { name: 'Максим Львович' },
    children: [{ firstName: 'Лев', sex: 'male', class: STAGE.class }],
  },
  {
    surname: 'Римский-Корсаков',
    mother: { name: 'Ксения Денисовна' },
    father: { name: 'Станислав Глебович' },
    children: [{ firstName: 'Глеб', sex: 'male', class: STAGE.class }],
  },
  {
    surname: 'Васильев',
    mother: { name: 'Инна Борисовна', key: 'T19' },
    father: { name: 'Виталий Андреевич' },
    children: [{ firstName: 'Тимофей', sex: 'male', class: '5А' }],
  },
  {
    surname: 'Жуков',
    mother: { name: 'Марина Степановна' },
    father: { name: 'Роман Валерьевич', key: 'T25' },
    children: [{ firstName: 'Полина', sex: 'female', class: '9Б' }],
  },
];
