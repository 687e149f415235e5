import { plural } from '../plural.ts';

const pupils = (count: number) => `${count} ${plural(count, 'ученика', 'учеников', 'учеников')}`;
const lessonsInRow = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** /control of the deputy head, and what teachers are told on Monday. Plain text. */
export const control = {
  title: 'Контроль журнала',
  periods: { today: 'Сегодня', week: 'Неделя', term: 'Период' },
  periodTitles: {
    today: 'сегодня',
    week: 'новое за неделю',
    term: 'всё, что не исправлено',
  },
  groupings: { teacher: 'Учителя', class: 'Классы', rule: 'Правила' },
  chosen: (label: string) => `✓ ${label}`,
  counted: (label: string, count: number) => `${label} ${count}`,
  today: (held: number, gaps: number) =>
    held === 0
      ? 'Уроков сегодня ещё не было.'
      : `Прошло уроков: ${held}, не заполнено: ${gaps}. Срок ещё не вышел, замечаний по ним нет.`,
  total: (count: number) => `Замечаний: ${count}`,
  nothing: 'Замечаний нет.',
  checkedOn: (date: string, time: string) => `Последняя проверка: ${date}, ${time}.`,
  neverChecked: 'Проверка ещё не проводилась.',
  recount: 'Проверить сейчас',
  recounted: (opened: number, closed: number) => `Новых: ${opened}, исправлено: ${closed}`,
  timeliness: 'Своевременность',
  back: '‹ Контроль',
  backToList: '‹ К замечаниям',
  noTeacher: 'Без учителя',
  teacherNumber: (id: number) => `Учитель № ${id}`,
  openHint: 'Кнопка с номером открывает запись.',
  page: (from: number, to: number, count: number) => `${from}–${to} из ${count}`,
  lesson: (day: string, number: number) => `${day}, урок ${number}`,

  /** What a finding says; the number is what the rule counts. */
  rules: {
    unfilled: () => 'нет темы или переклички',
    few_marks: (count: number) => `мало отметок за урок (${count})`,
    no_marks: (count: number) => `${lessonsInRow(count)} подряд без отметок`,
    mid_term: (count: number) => `меньше минимума отметок у ${pupils(count)}`,
    two_uncorrected: () => '«2» не исправлена',
    two_edge: () => '«2» на первом или последнем уроке периода',
    two_after_absence: () => '«2» сразу после пропуска',
    control_work: () => 'нет отметок за контрольную',
    term_missing: (count: number) => `нет итога у ${pupils(count)}`,
    term_differs: () => 'итог расходится со средней',
    term_few_marks: (count: number) => `итог при малом числе отметок (${count})`,
    absences: (count: number) => `много пропусков (${count})`,
    plan_behind: (count: number) => `отставание от КТП, часов: ${count}`,
    late_change: (count: number) =>
      `отметка изменена через ${count} ${plural(count, 'день', 'дня', 'дней')}`,
  },
  ruleNames: {
    unfilled: 'Не заполнен урок',
    few_marks: 'Мало отметок за урок',
    no_marks: 'Уроки без отметок',
    mid_term: 'Мало отметок к середине',
    two_uncorrected: '«2» не исправлена',
    two_edge: '«2» на краю периода',
    two_after_absence: '«2» после пропуска',
    control_work: 'Контрольная без отметок',
    term_missing: 'Нет итоговых',
    term_differs: 'Итог против средней',
    term_few_marks: 'Итог без отметок',
    absences: 'Много пропусков',
    plan_behind: 'Отставание от КТП',
    late_change: 'Поздние правки',
  },

  // Timeliness
  timelinessTitle: 'Своевременность',
  timelinessOf: { today: 'сегодня', week: 'за 7 дней', term: 'с начала периода' },
  teacherColumn: 'Учитель',
  sameDayColumn: 'в день',
  delayColumn: 'часов',
  school: 'Школа',
  percent: (percent: number) => `${percent} %`,
  timelinessHint: 'Доля уроков, заполненных в тот же день, и срок заполнения (медиана) в часах.',
  noLessons: 'Уроков за это время не было.',

  // Parents
  parents: 'Родители',
  parentsTitle: 'Интерес родителей',
  parentsColumns: { name: 'Класс', counts: ['сем', 'код', 'чат', '7дн', '30д', 'озн'] },
  weekColumns: { name: 'Неделя', counts: ['смотр', 'ознак'] },
  parentsLegend: (week: string) =>
    `Семей; получили код; подключены; смотрели за 7 и 30 дней; ознакомились с итогами недели с ${week}.`,
  untilViewed: (hours: string) =>
    `От отметки до первого просмотра за 7 дней: ${hours} ч (медиана).`,
  noViews: 'Отметок последних 7 дней родители ещё не смотрели.',
  unlinkedHint: 'Кнопка класса: у кого не подключён никто из родителей.',
  unlinkedTitle: (className: string, count: number) => `${className}: не подключены, ${count}`,
  unlinkedAdvice: 'Коды для семьи выдаёт классный руководитель: /invite',
  backToParents: '‹ Родители',

  // On Monday
  told: (count: number) => `Замечания по журналу: ${count}`,
  toldHint: 'Исправленное закроется само при следующей проверке.',
  summary: (count: number) => `Контроль журнала за неделю: ${count}`,
  summaryColumns: { name: 'Учитель', all: 'всего', fresh: 'новых' },
  summaryMore: (count: number) =>
    `И ещё ${count} ${plural(count, 'учитель', 'учителя', 'учителей')}.`,
  allMended: 'Открытых замечаний нет.',
  open: 'Открыть контроль',
};
