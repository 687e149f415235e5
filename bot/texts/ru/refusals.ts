import type { RefusalData, RefusalReason } from '../../../db/errors.ts';

import { charactersAtMost, plural } from '../plural.ts';
import { school } from './school.ts';

type Sentence = (data: RefusalData) => string;

const day = (date: string | number | undefined) => school.date(String(date));

const inMinutes = (minutes: string | number | undefined) =>
  `${minutes} ${plural(Number(minutes), 'минуту', 'минуты', 'минут')}`;

/** One sentence for each way a write is refused: what is wrong and what to do. Plain text. */
export const refusals: Record<RefusalReason, Sentence> = {
  'not-allowed': () => 'У Вас нет права на это действие. Доступные команды: /help',
  'not-found': () => 'Такой записи нет. Откройте экран заново командой из меню.',
  stale: () => 'Запись уже изменилась, показано новое состояние. Ничего не записано.',
  'term-closed': ({ date }) => `Учебный период за ${day(date)} закрыт, изменения не принимаются.`,
  'term-running': ({ date }) =>
    `Учебный период идёт до ${day(date)}. Закройте его в последний день или позже.`,
  'term-closed-already': () => 'Этот учебный период уже закрыт.',
  'term-open-already': () => 'Этот учебный период открыт, открывать его не нужно.',
  'terms-overlap': ({ from, until }) =>
    `Дни пересекаются с другим учебным периодом этих классов: ${day(from)} – ${day(until)}. Исправьте даты.`,
  'term-outside-year': ({ from, until }) =>
    `Учебный период должен лежать внутри учебного года: ${day(from)} – ${day(until)}. Исправьте даты.`,
  'years-overlap': ({ year }) => `Дни пересекаются с учебным годом ${year}. Исправьте даты.`,
  'year-closed': ({ year }) => `Учебный год ${year} уже закрыт, ничего не изменено.`,
  'year-days': ({ from }) =>
    `Такие дни не подходят. Новый учебный год начинается не раньше ${day(from)} и длится не больше 400 дней.`,
  'terms-open': ({ count }) =>
    `В этом году ещё не закрыто: ${count} ${plural(Number(count), 'период', 'периода', 'периодов')}. Сначала закройте их.`,
  'reason-closed': ({ date }) =>
    `Учебный период за ${day(date)} закрыт. Правка вносится только с причиной.`,
  'reason-late': ({ date, days }) =>
    `Урок ${day(date)}: прошло больше ${days} ${plural(Number(days), 'дня', 'дней', 'дней')}. Правка вносится только с причиной.`,
  'not-a-school-day': ({ date, name }) =>
    `${day(date)} уроков нет: ${name}. Выберите учебный день.`,
  'no-term': ({ date }) => `${day(date)} не входит в учебный период. Выберите учебный день.`,
  'future-date': ({ date }) =>
    `${day(date)} ещё не наступило. Выберите сегодняшний или прошедший день.`,
  'no-such-lesson': ({ date, number }) =>
    `${day(date)} такого урока (№ ${number}) нет в расписании. Откройте список: /lesson`,
  'lesson-cancelled': ({ date, number }) => `Урок отменён: ${day(date)}, № ${number}.`,
  'lesson-moved': ({ toDate, toNumber }) =>
    `Урок перенесён на ${day(toDate)}, № ${toNumber}. Откройте его там: /lesson`,
  'grade-one-no-marks': () => 'В первом классе отметки не ставят, отмечается только посещаемость.',
  'grade-one-no-homework': () => 'В первом классе домашнее задание не задают.',
  'mark-free-course': ({ subject }) => `Предмет «${subject}» ведётся без отметок.`,
  'wrong-mark': ({ value, lowest }) =>
    `Отметки «${value}» нет. Допустимы целые отметки от ${lowest} до 5.`,
  'wrong-term-mark': () =>
    'Такого итога у этого предмета не бывает. Выберите итог из кнопок: /term',
  'setting-out-of-range': ({ least, most, whole }) =>
    `Нужно ${whole === 1 ? 'целое ' : ''}число от ${least} до ${most}. Исправьте настройку в панели.`,
  'mark-and-absence': () =>
    'Отметку и отсутствие за один урок поставить нельзя. Оставьте что-то одно.',
  'not-in-class': () =>
    'Этот ученик не учится в этой группе в этот день. Выберите ученика из списка.',
  'enrolment-day': ({ from, until }) =>
    `Этот день не подходит. Укажите день с ${day(from)} по ${day(until)}: до него в журнале класса уже есть записи, или учебный год не начался.`,
  'text-too-long': ({ limit }) =>
    `Текст слишком длинный. Напишите не больше ${charactersAtMost(limit)}.`,
  'text-empty': () => 'Текст пуст. Напишите его и отправьте ещё раз.',
  'wrong-due-date': ({ date }) =>
    `На ${day(date)} задание записать нельзя: нужен день после урока, не позже чем через два месяца.`,
  'file-too-big': ({ limit }) => `Файл слишком большой. Отправьте файл не больше ${limit} МБ.`,
  'too-many-files': ({ limit }) =>
    `К заданию уже приложено ${limit} ${plural(Number(limit), 'файл', 'файла', 'файлов')}, это предел. Уберите лишний: Задание в уроке.`,
  'nothing-to-correct': () => 'Такой записи за этот урок нет, ничего не изменено.',
  'several-to-correct': () =>
    'Таких отметок за этот урок несколько. Исправьте нужную в уроке: /lesson',
  'nothing-to-undo': () => 'Сегодня отменять нечего.',
  'undo-overtaken': () =>
    'Запись с тех пор изменили, отмена не выполнена. Исправьте её в уроке: /lesson',
  'code-invalid': () =>
    'Код не подходит: он введён с ошибкой, уже использован или устарел. Проверьте его или попросите новый.',
  'code-limit': ({ minutes }) =>
    `Слишком много неверных кодов. Повторите через ${inMinutes(minutes)}.`,
  'link-limit': ({ minutes }) =>
    `Ссылок для входа уже много. Повторите через ${inMinutes(minutes)}.`,
  'private-chat-only': () => 'Напишите боту в личный чат.',
  'message-limit': ({ count, minutes }) =>
    `За ${inMinutes(minutes)} можно отправить не больше ${count} ${plural(Number(count), 'сообщения', 'сообщений', 'сообщений')}. Подождите немного и повторите.`,
  'no-absences': ({ date }) =>
    `За ${day(date)} у ученика нет «н», менять нечего. Нажмите ещё раз, когда отсутствие отметят.`,
  'export-limit': ({ minutes }) =>
    `Данные только что выгружены. Повторите через ${inMinutes(minutes)}.`,
  'no-class-teacher': () => 'У класса сейчас нет классного руководителя. Обратитесь в школу.',
};
