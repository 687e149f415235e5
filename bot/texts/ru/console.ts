import { plural } from '../plural.ts';

/** What the server prints at its own console. */
export const console = {
  demo: 'Это демонстрация: вымышленная школа, сообщения не уходят в Telegram. Для настоящей школы задайте BOT_TOKEN (см. README.ru.md).',
  chatPage: (url: string) => `Чат:     ${url}`,
  panel: (url: string) => `Панель:  ${url}`,
  panelLink: 'Панель',
  login: (role: string, login: string, password: string) =>
    `         ${role}: логин ${login}, пароль ${password}`,
  ready: (seconds: string) => `Готово за ${seconds} с. Остановить: Ctrl+C.`,
  bot: (username: string) => `Бот @${username} принимает сообщения.`,
  setup: (url: string) =>
    `Панель ещё без администратора. Создайте его по одноразовой ссылке (действует сутки):\n${url}`,
  stopping: 'Завершаю работу…',
  badToken: 'Telegram не принял BOT_TOKEN. Проверьте токен у @BotFather.',
  secondBot: 'С этим BOT_TOKEN уже работает другой процесс. Остановите его и запустите снова.',
  noTelegram: 'Telegram не отвечает, повторяю попытки. Панель и база работают.',
  badConfig: (lines: string) => `Неверные настройки:\n${lines}`,
  badRoles:
    'Команда запуска: npm start или npm start -- --only=bot,admin,jobs (одна роль или несколько через запятую).',
  rolesNeedPostgres:
    'Для --only нужны BOT_TOKEN и база PostgreSQL: DATABASE_URL=postgres://… С файлом SQLite работает один процесс.',
  portTaken: (port: number) =>
    `Порт ${port} занят. Освободите его или задайте другой: PORT=4000 npm start`,
  chainWhole: (lines: number, head: string) =>
    `Журнал изменений цел: ${lines} ${plural(lines, 'запись', 'записи', 'записей')}, последняя ${head}`,
  chainBroken: (id: number) => `Журнал изменений нарушен на записи ${id}.`,
  inviteUsage: 'npm run invite -- "Фамилия Имя Отчество" [--key КЛЮЧ]',
  inviteHelp:
    'Показывает одноразовый код доступа сотрудника. Прежний неиспользованный код отменяется.',
  inviteNobody: (name: string) => `Сотрудника «${name}» нет.`,
  inviteNearest: (names: string) => `Похожие имена: ${names}`,
  inviteSeveral: 'Таких сотрудников несколько. Повторите команду с ключом: --key КЛЮЧ',
  inviteNoKey: 'ключа нет, задайте его в панели',
  inviteCode: (name: string, code: string) => `${name}\nКод: ${code}`,
  inviteHowTo: 'Сотрудник открывает бота школы, нажимает «Начать» и отправляет ему этот код.',
  usage: (line: string) => `Использование: ${line}`,
  demoReset: 'Демонстрационная база удалена, следующий запуск создаст её заново.',
};
