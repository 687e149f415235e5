import { fullStop } from '../full-stop.ts';
import { plural } from '../plural.ts';

const families = (count: number) => `${count} ${plural(count, 'ученик', 'ученика', 'учеников')}`;

/** Making access codes: for families by the class teacher, for staff by the administrator. Plain text. */
export const invites = {
  choose: 'Кому нужен код доступа?',
  staff: 'Сотрудники',
  nobody: 'У Вас нет класса, коды семьям выдаёт классный руководитель.',

  // A class
  classTitle: (className: string) => `${className}: коды для родителей`,
  classCounts: (all: number, linked: number, given: number, none: number) =>
    `${families(all)}. Подключены: ${linked}, код выдан: ${given}, без кода: ${none}.`,
  legend: '✓ подключён · … код выдан · + кода нет',
  signs: { linked: '✓', given: '…', none: '+' },
  emptyClass: 'В классе пока нет учеников.',
  codes: 'Коды для класса',
  codesTitle: (className: string) => `${className}: кому дать коды`,
  codesHint:
    'PDF — листки для печати, текст — список для пересылки. Новый код отменяет прежний неиспользованный.',
  scopes: {
    none: (count: number) => `Без кода: ${count}`,
    unlinked: (count: number) => `Не подключены: ${count}`,
    all: (count: number) => `Весь класс: ${count}`,
  },
  giveTo: { none: 'Без кода', unlinked: 'Не подключённым', all: 'Всему классу' },
  forms: { pdf: 'PDF', text: 'текст' },
  toClass: '‹ К классу',
  earlier: '‹',
  later: '›',

  // A family
  familyTitle: (name: string, className: string) => `${name}, ${className}`,
  familyState: {
    linked: 'Родитель подключён.',
    given: 'Код выдан и ещё не использован. Новый код отменит прежний.',
    none: 'Кода пока нет.',
  },
  parentLine: (name: string, linked: boolean) => (linked ? `✓ ${name}` : `${name}: не подключён`),
  parentStaff: (name: string) => `${name}: сотрудник, подключается кодом от администратора`,
  codeFor: (name: string) => `Код: ${name}`,
  codeForAnyone: 'Код для нового взрослого',
  codeAsSlip: 'Листок для печати (PDF)',
  openCode: (name: string, date: string) => `Код: ${name}, до ${date}`,
  whoever: 'новый взрослый',
  revokeOf: (name: string) => `Отозвать код: ${name}`,
  chatLine: (name: string, date: string) => `Чат: ${name}, с ${date}`,
  chatBlocked: (line: string) => `${line} (бот заблокирован)`,
  cutOf: (name: string) => `Отключить: ${name}`,

  // Codes
  familyNote: (child: string, className: string) => `Дневник: ${child}, ${className}`,
  staffNote: (name: string) => `Электронный журнал: ${name}`,
  howTo: (link: string, bot: string, code: string) =>
    `Откройте ссылку ${link} и нажмите «Начать» или отправьте боту @${bot} код:\n${code}`,
  validUntil: (date: string) =>
    `Код действует до ${date} и подходит один раз. Никому его не передавайте.`,
  forward: (name: string) =>
    `${fullStop(`Перешлите сообщение выше: ${name}`)} Код показан один раз, прежний неиспользованный код отменён.`,
  revoke: 'Отозвать код',
  revoked: 'Код отозван, войти по нему нельзя.',
  slipName: (className: string) => `Коды ${className}`,
  slipWhose: (number: number, child: string, className: string) =>
    `№ ${number} · ${child} · ${className}`,
  slipWhom: (relation: string) => `Для: ${relation}`,
  slipHowTo: (bot: string) => [
    'Наведите камеру телефона на QR-код и откройте ссылку.',
    `Нажмите «Начать» или отправьте боту @${bot} код, напечатанный внизу.`,
    'Прочитайте согласие и подтвердите его.',
  ],
  slipUntil: (date: string) => `Действует до ${date}, подходит один раз.`,
  slipsCaption: (className: string, count: number, date: string) =>
    `${className}: ${count} ${plural(count, 'листок', 'листка', 'листков')} с кодами до ${date}. Распечатайте, разрежьте и раздайте семьям, файл удалите. Прежние неиспользованные коды отменены.`,
  batchTitle: (className: string, count: number) =>
    `${className}: ${count} ${plural(count, 'код', 'кода', 'кодов')}`,
  batchWarning: (date: string) =>
    `Каждой семье перешлите только её строку. Коды показаны один раз, действуют до ${date}.`,

  // Staff
  staffTitle: 'Сотрудники без доступа',
  everybodyLinked: 'Все сотрудники подключены.',
  findStaff: 'Найти сотрудника: /invite Фамилия Имя',
  staffLinked: (name: string) => `${name}: чат уже подключён. Новый код подключит ещё один чат.`,
  staffGiven: (name: string) =>
    `${name}: код выдан и ещё не использован. Новый код отменит прежний.`,
  newCode: 'Новый код',
  notFound: (name: string) =>
    `«${name}»: никого не найдено. Проверьте фамилию или откройте список: /invite`,
  found: (count: number) =>
    `${plural(count, 'Найден', 'Найдены', 'Найдено')}: ${count}. Кому нужен код?`,
};
