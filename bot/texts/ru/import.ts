import type { ProblemData, ProblemKey } from '../../../db/import/problem.ts';
import { charactersAtMost, plural } from '../plural.ts';

type Sentence = (data: ProblemData) => string;

const day = (date: string | number | undefined) => String(date).split('-').reverse().join('.');
const errors = (count: number) => `${count} ${plural(count, 'ошибка', 'ошибки', 'ошибок')}`;

/** What is wrong with a workbook and what is expected there: the end of a line that names the place. */
const problems: Record<ProblemKey, Sentence> = {
  'too-big': ({ megabytes }) =>
    `Файл слишком большой. Ожидается книга Excel до ${megabytes} МБ без лишних листов и картинок.`,
  'not-a-workbook': () => 'Это не книга Excel. Ожидается файл .xlsx.',
  'old-format': () =>
    'Это файл старого формата. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».',
  encrypted: () => 'Файл защищён паролем. Снимите пароль и сохраните файл снова.',
  'broken-file': () => 'Файл повреждён, прочитать его не удалось. Сохраните его в Excel заново.',
  'nothing-to-import': ({ sheets }) =>
    `В файле нет ни одной строки для загрузки. Ожидаются листы: ${sheets}.`,

  'unknown-sheet': ({ sheets }) =>
    `такого листа журнал не знает. Переименуйте его или удалите. Ожидаются: ${sheets}.`,
  'sheet-twice': () => 'второй лист о том же. Объедините их в один.',
  'no-headings': ({ headings }) => `нет строки заголовков. Ожидаются столбцы: ${headings}.`,
  'unknown-column': ({ headings }) =>
    `такого столбца на этом листе нет. Переименуйте его или удалите. Ожидаются: ${headings}.`,
  'no-heading': () =>
    'у столбца есть значения, но нет заголовка. Добавьте заголовок или очистите его.',
  'column-twice': () => 'такой столбец уже есть левее. Оставьте один.',
  'missing-column': ({ heading }) => `не хватает обязательного столбца «${heading}».`,

  required: () => 'пусто. Это обязательная ячейка.',
  'cell-error': ({ value }) => `в ячейке ошибка ${value}. Исправьте формулу или впишите значение.`,
  'no-result': () =>
    'в ячейке формула без значения. Откройте файл в Excel и сохраните или впишите значение.',
  'text-is-date': () =>
    'Excel превратил запись в дату. Ожидается текст: задайте ячейке формат «Текстовый» и впишите заново.',
  'text-too-long': ({ limit }) => `слишком длинно. Ожидается не больше ${charactersAtMost(limit)}.`,
  'not-a-day': ({ value }) => `«${value}» не дата. Ожидается дата, например 01.09.2026.`,
  'not-a-time': ({ value }) => `«${value}» не время. Ожидается время, например 8:30.`,
  'not-a-number': ({ value, min, max }) =>
    `«${value}» не подходит. Ожидается целое число от ${min} до ${max}.`,
  'unknown-word': ({ value, words }) => `«${value}» не подходит. Ожидается одно из: ${words}.`,
  'unknown-role': ({ value, words }) =>
    `роли «${value}» нет. Ожидаются через запятую: ${words}. Классного руководителя указывают на листе классов.`,
  'not-a-letter': ({ value }) => `«${value}» не буква класса. Ожидается буква, например А.`,
  'not-a-class': ({ value }) => `«${value}» не класс. Ожидается номер с буквой, например 7А.`,

  'no-year': () =>
    'В журнале нет открытого учебного года. Добавьте лист «Учебный год» с одной строкой.',
  'one-year': () => 'в файле второй учебный год. Ожидается одна строка: загружайте годы по одному.',
  'year-closed': ({ year }) => `учебный год ${year} закрыт, изменить его загрузкой нельзя.`,
  'year-too-long': () => 'год длиннее 400 дней. Проверьте дату.',
  'years-overlap': ({ year }) => `год пересекается с годом ${year}. Проверьте даты и название.`,
  'ends-before-start': () => 'конец раньше начала или совпадает с ним. Ожидается более поздний.',
  'outside-year': ({ from, to }) =>
    `дата вне учебного года. Ожидается с ${day(from)} по ${day(to)}.`,
  'terms-overlap': ({ other }) =>
    `период пересекается с другим у тех же классов (${other}). Исправьте даты.`,
  'term-outside-year': ({ other }) =>
    `вне этих дат остаётся период, который уже есть в журнале (${other}). Исправьте даты года или период.`,
  'grades-reversed': () => 'старший класс меньше младшего. Ожидается не меньше, чем «С класса».',
  'term-closed': () =>
    'период закрыт, изменить его загрузкой нельзя. Верните прежние даты и классы.',
  'bells-overlap': ({ other }) =>
    `урок пересекается с уроком № ${other}. Ожидается начало после его конца.`,

  'same-key': ({ row }) =>
    `повтор: то же самое с другими данными в строке ${row}. Оставьте одну строку или исправьте ключ.`,
  'key-of-another': ({ name }) =>
    `этот ключ в журнале у другого человека: ${name}. Ключ не меняется и не передаётся. Проверьте его.`,
  'same-number': ({ name }) => `этот номер в классе уже у ученика ${name}. Ожидается свободный.`,
  'move-date': ({ class: name, after }) =>
    `ученик уже в классе ${name}. Ожидается дата перевода после ${day(after)}.`,
  'unknown-staff': ({ value }) =>
    `сотрудника с ключом «${value}» нет. Ожидается ключ с листа сотрудников.`,
  'not-a-teacher': ({ value }) =>
    `у сотрудника «${value}» нет роли «учитель». Добавьте её на листе сотрудников.`,
  'unknown-pupil': ({ value }) =>
    `ученика с ключом «${value}» нет. Ожидается ключ с листа учеников.`,
  'unknown-class': ({ value }) =>
    `класса «${value}» в этом году нет. Ожидается класс с листа классов.`,
  'unknown-subject': ({ value }) =>
    `предмета «${value}» нет. Ожидается название с листа предметов.`,
  'unknown-course': ({ course }) => `курса «${course}» нет. Ожидается курс с листа курсов.`,
  'not-your-course': ({ course }) =>
    `курс «${course}» ведёте не Вы. Удалите строку или укажите свой курс.`,
  'unknown-bell': ({ number }) =>
    `урока № ${number} нет в звонках. Ожидается номер с листа звонков.`,
  'not-in-class': ({ class: name }) =>
    `ученик не учится в классе ${name}. Ожидается ученик этого класса.`,
  'class-busy': ({ other }) =>
    `у класса в это время уже есть урок (${other}). Исправьте день или номер урока.`,
  'teacher-busy': ({ other }) =>
    `учитель в это время занят (${other}). Исправьте урок, а для общего урока укажите один кабинет.`,
  'works-over-hours': ({ works, hours }) =>
    `контрольных и практических работ ${works}, а часов ${hours}. Ожидается не больше часов.`,
  'grade-one-homework': () => 'в первом классе домашнее задание не задают. Очистите ячейку.',
};

/** The import of a school by hand. Plain text. */
export const importing = {
  /** The language of a workbook that is written. */
  language: 'ru' as 'ru' | 'en',
  usage: 'npm run import -- ФАЙЛ [--dry-run] | npm run import -- --template ФАЙЛ',
  help: [
    'Загружает школу из одной книги Excel: год, периоды, каникулы, звонки, сотрудников, классы,',
    'учеников, родителей, предметы, курсы, подгруппы, расписание, КТП.',
    '  ФАЙЛ             загрузить; при любой ошибке не записывается ничего',
    '  --dry-run        только проверить и показать, что изменится',
    '  --template ФАЙЛ  записать пустую книгу с заголовками, подсказками и списками',
    'Загрузку можно повторять: записи узнаются по ключам, лишних не появляется.',
  ].join('\n'),
  unknownOption: (option: string) => `Параметр ${option} не подходит.`,
  oneFile: 'Укажите один файл.',
  templateAlone: 'Параметр --template указывают один, без файла для загрузки и без --dry-run.',
  templateWritten: (file: string) =>
    `Записан файл ${file}. Заполните листы и загрузите: npm run import -- ${file}`,
  fileExists: (file: string) =>
    `Файл ${file} уже есть. Укажите другое имя: он не перезаписывается.`,
  cannotWrite: (file: string) => `Записать файл ${file} не удалось. Проверьте папку и права.`,
  cannotRead: (file: string) => `Прочитать файл ${file} не удалось. Проверьте имя и права.`,

  problems,
  place: (sheet: string, row: number | null, column: { letter: string; heading: string } | null) =>
    [
      `Лист «${sheet}»`,
      ...(row === null ? [] : [`строка ${row}`]),
      ...(column === null
        ? []
        : [`столбец ${column.letter}${column.heading && ` «${column.heading}»`}`]),
    ].join(', '),
  more: (count: number) => `…и ещё ${count}.`,
  refused: (count: number) => `Ничего не записано: ${errors(count)}. Исправьте файл и повторите.`,
  dryRun: 'Это проверка: ничего не записано. Загрузка сделает вот что:',
  done: 'Школа загружена:',
  counts: ({ added, changed, left }: { added: number; changed: number; left: number }) =>
    `добавлено ${added}, изменено ${changed}, без изменений ${left}`,
  removed: (count: number) => `, убрано ${count}`,
  planTotal: (course: string, lines: number, hours: number) =>
    `${course}: ${lines} ${plural(lines, 'строка', 'строки', 'строк')}, ${hours} ч`,
};
