import { fullStop } from '../full-stop.ts';
import { plural } from '../plural.ts';

const times = (count: number) => `${count} ${plural(count, 'раз', 'раза', 'раз')}`;

/** /privacy: what is kept, who sees it, taking it out and withdrawing consent. Plain text. */
export const privacy = {
  title: 'Ваши данные в журнале',
  aboutYou:
    'О Вас: имя, телефон (если его внесла школа), роли, подключённые чаты, настройки, Ваши сообщения и вопросы.',
  aboutChild:
    'О ребёнке: имя, класс, отметки, посещаемость, итоги, записи о поведении, переписка с классным руководителем.',
  where: 'Всё хранится на сервере школы. Сообщения проходят через мессенджер.',
  whoSees:
    'Дневник ребёнка видят его родители, учителя и классный руководитель, завуч и администратор. Переписку — только семья и классный руководитель. Ученики доступа не имеют.',
  childLine: (child: string, consent: string) => `${child}: ${consent}`,
  consentGiven: (date: string, version: string) => `согласие от ${date}, версия ${version}`,
  consentNoDate: (version: string) => `согласие дано, версия ${version}`,
  noConsent: 'согласия нет, дневник закрыт',
  exportOwn: 'Выгрузить мои данные',
  exportChild: 'Выгрузить данные ребёнка',
  aboutThe: (child: string) => `О ребёнке: ${child}`,
  viewed: 'Кто смотрел',
  withdraw: 'Отозвать согласие',
  toHome: '‹ Мои данные',
  toChild: '‹ Назад',

  // Who looked
  viewedTitle: (child: string) => `Кто смотрел: ${child}`,
  viewedHint: (days: number) =>
    `За ${days} ${plural(days, 'день', 'дня', 'дней')}: экраны, на которых показан только этот ребёнок.`,
  nobodyViewed: 'Никто.',
  viewDay: (who: string, screens: string, count: number) => `${who}: ${screens}, ${times(count)}`,
  you: 'Вы',
  otherParent: 'Родитель',
  screens: {
    diary: 'дневник',
    marks: 'отметки',
    absences: 'пропуски',
    term: 'итоги',
    behaviour: 'поведение',
    letters: 'переписка',
    card: 'карточка',
    panel: 'панель школы',
    export: 'выгрузка',
  },
  more: (count: number) => `И ещё: ${count}`,

  // Withdrawing
  askWithdraw: (child: string) => `Отозвать согласие: ${child}?`,
  withdrawMeans: [
    'Дневник и сообщения о ребёнке перестанут приходить сразу. Записи классного журнала школа хранит по закону.',
    'Вернуть доступ можно новым кодом от классного руководителя.',
  ],
  yes: 'Да, отозвать',
  no: '‹ Не отзывать',
  withdrawn: (child: string) =>
    `${fullStop(`Согласие отозвано: ${child}`)}\nКлассному руководителю сообщено. Вернуть доступ можно новым кодом от него.`,
  chatGone:
    'Этот чат отключён от журнала: больше ничего к нему не подключено. Чтобы вернуться, отправьте сюда новый код.',
  toldTeacher: (child: string) =>
    `${fullStop(`Родитель отозвал согласие: ${child}`)} Дневник ему закрыт, сообщения не приходят. Если попросит вернуть доступ, дайте новый код: /invite`,

  // The files
  ownTitle: 'Мои данные в журнале',
  childTitle: (child: string) => `Данные ребёнка: ${child}`,
  ownFile: (day: string) => `Мои данные ${day}`,
  childFile: (className: string, day: string) => `Данные ребёнка ${className} ${day}`,
  readableCaption: 'Для чтения.',
  dataCaption: 'Те же данные целиком, для программ (JSON).',
  madeOn: (date: string) => `Выгружено ${date}.`,
  namesHidden: 'Имена сокращены: так школа настроила сообщения. Полную выписку даёт школа.',
  diaryDays: (days: number) =>
    `Темы и задания здесь за последние ${days} ${plural(days, 'день', 'дня', 'дней')}, все остальные — в файле JSON.`,
  nothing: 'Ничего.',
  sections: {
    person: 'О Вас',
    roles: 'Роли',
    chats: 'Чаты',
    settings: 'Настройки',
    children: 'Дети и согласия',
    letters: 'Переписка',
    ownLetters: 'Ваши сообщения',
    excuses: 'Объяснения пропусков',
    questions: 'Вопросы администратору',
    classes: 'Классы',
    marks: 'Отметки',
    absences: 'Пропуски и опоздания',
    termMarks: 'Итоговые отметки',
    notes: 'Поведение',
    diary: 'Дневник',
  },
  name: (name: string) => `Имя: ${name}`,
  phone: (phone: string) => `Телефон: ${phone}`,
  language: (language: string) => `Язык: ${language}`,
  bornOn: (date: string) => `Дата рождения: ${date}`,
  chatStates: { active: 'подключён', blocked: 'бот заблокирован', cut: 'отключён' },
  chat: (address: string, state: string, since: string) => `${address}: ${state}, с ${since}`,
  period: (className: string, year: string, from: string, until: string | null) =>
    `${className}, ${year}: с ${from}${until === null ? '' : ` по ${until}`}`,
  tieCut: 'связь прекращена',
  excuseStates: { new: 'передано', applied: 'учтено', declined: 'не принято' },
  sides: { school: 'Школа', family: 'Семья' },
  photo: '[фото]',
  ofTerm: (subject: string, values: string) => `${subject}: ${values}`,
  yearMark: (value: string) => `год ${value}`,
};
