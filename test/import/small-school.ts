import type { SheetRows } from '../../db/import/sheets.ts';

const YEAR = { startsOn: '2026-09-01', endsOn: '2027-05-31' };

/** A school of two classes that has a row or more on every sheet. */
export function smallSchool(): SheetRows {
  const algebra = { class: '7А', subject: 'Алгебра', group: null };
  const first = { class: '7А', subject: 'Английский язык', group: 'первая' };
  const second = { ...first, group: 'вторая' };
  const reading = { class: '1Б', subject: 'Чтение', group: null };
  return {
    years: [{ name: '2026/27', ...YEAR }],
    terms: [
      quarter(1, '2026-09-01', '2026-10-25'),
      quarter(2, '2026-11-02', '2026-12-29'),
      quarter(3, '2027-01-11', '2027-03-21'),
      quarter(4, '2027-03-29', '2027-05-31'),
    ],
    daysOff: [
      { startsOn: '2026-10-26', endsOn: '2026-11-01', name: 'осенние каникулы', grade: null },
      { startsOn: '2027-02-15', endsOn: '2027-02-21', name: 'каникулы первых классов', grade: 1 },
      { startsOn: '2027-03-08', endsOn: null, name: 'праздник', grade: null },
    ],
    bells: [
      { number: 1, startsAt: '08:30', endsAt: '09:15' },
      { number: 2, startsAt: '09:25', endsAt: '10:10' },
      { number: 3, startsAt: '10:25', endsAt: '11:10' },
    ],
    staff: [
      staff('001', 'Королёв Пётр Ильич', ['teacher']),
      staff('002', 'Соколова Вера Ивановна', ['teacher', 'deputy_head']),
      staff('003', 'Орлов Олег Олегович', ['administrator']),
    ],
    classes: [
      { grade: 7, letter: 'А', teacherKey: '001' },
      { grade: 1, letter: 'Б', teacherKey: '002' },
    ],
    pupils: [
      pupil('П-01', 'Иванов Семён Игоревич', '7А', 1),
      pupil('П-02', 'Петрова Алёна Юрьевна', '7А', 2),
      pupil('П-03', 'Козлов Денис Олегович', '7А', 3),
      pupil('П-04', 'Белова Анна', '1Б', 1),
    ],
    parents: [
      parent('Р-01', 'Иванова Мария Сергеевна', 'П-01', 'мать'),
      parent('Р-01', 'Иванова Мария Сергеевна', 'П-04', 'тётя'),
      parent('001', 'Королёв Пётр Ильич', 'П-02', null),
    ],
    subjects: [
      { name: 'Алгебра', shortName: null },
      { name: 'Английский язык', shortName: 'Англ. яз.' },
      { name: 'Чтение', shortName: null },
    ],
    courses: [
      { ...algebra, teacherKey: '001', markFree: null },
      { ...first, teacherKey: '002', markFree: null },
      { ...second, teacherKey: null, markFree: null },
      { ...reading, teacherKey: '002', markFree: true },
    ],
    groups: [
      { ...first, pupilKey: 'П-01' },
      { ...second, pupilKey: 'П-02' },
      { ...second, pupilKey: 'П-03' },
    ],
    timetable: [
      lesson(algebra, 1, 1, '12'),
      lesson(algebra, 3, 2, '12'),
      lesson(first, 1, 2, '5'),
      lesson(second, 1, 2, '6'),
      lesson(reading, 1, 1, '3'),
    ],
    plans: [
      plan(algebra, 1, { topic: 'Множества', section: 'Повторение', homework: '№ 1, 2' }),
      plan(algebra, 2, { topic: 'Контрольная работа', controlWorks: 1, plannedOn: '2026-09-10' }),
      plan(algebra, 3, { topic: 'Дроби', hours: 3, practicalWorks: 1 }),
      plan(reading, 1, { topic: 'Азбука' }),
    ],
  };
}

type Course = { class: string; subject: string; group: string | null };

function quarter(number: number, startsOn: string, endsOn: string): SheetRows['terms'][number] {
  return { kind: 'quarter', number, startsOn, endsOn, minGrade: 1, maxGrade: 11 };
}

function names(name: string) {
  const [lastName = '', firstName = '', middleName = null] = name.split(' ');
  return { lastName, firstName, middleName };
}

function staff(key: string, name: string, roles: SheetRows['staff'][number]['roles']) {
  return { key, ...names(name), phone: null, roles };
}

function pupil(key: string, name: string, klass: string, number: number | null) {
  const days = { bornOn: '2013-04-05', startsOn: null, endsOn: null };
  return { key, ...names(name), ...days, class: klass, number };
}

function parent(key: string, name: string, pupilKey: string, relation: string | null) {
  return { key, ...names(name), phone: '+7 900 000-00-01', pupilKey, relation };
}

function lesson(course: Course, weekday: number, number: number, room: string) {
  return { ...course, weekday, number, room, startsOn: null, endsOn: null };
}

function plan(
  course: Course,
  number: number,
  fields: Partial<SheetRows['plans'][number]> & { topic: string },
): SheetRows['plans'][number] {
  const empty = { section: null, hours: null, controlWorks: null, practicalWorks: null };
  return { ...course, number, ...empty, homework: null, plannedOn: null, ...fields };
}
