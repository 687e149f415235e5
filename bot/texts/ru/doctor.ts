import { plural } from '../plural.ts';

/** What `npm run doctor` finds, and what to do about it. Plain text, a line each. */
export const doctor = {
  usage: 'npm run doctor',
  verdict: (broken: number, advised: number) =>
    broken === 0 && advised === 0 ? 'Всё в порядке.' : `Сломано: ${broken}, советов: ${advised}.`,
  settingsGood: 'Настройки читаются.',
  demo: 'BOT_TOKEN не задан: npm start запустит демонстрацию. Получите токен у @BotFather.',
  timezone: (zone: string, time: string) =>
    `Часовой пояс ${zone}, сейчас ${time}. Если это не время школы, задайте TIMEZONE.`,
  sessionSecretGood: 'SESSION_SECRET задан.',
  sessionSecretOwn:
    'SESSION_SECRET не задан: секрет лежит рядом с базой, в файле secret. Сохраните его: без него не подойдут выданные коды.',
  backupKeyGood: 'BACKUP_KEY задан.',
  backupKeyOwn:
    'BACKUP_KEY не задан: ключ лежит рядом с базой, в файле backup-key. Сохраните его в другом месте: без ключа копию не прочитать.',
  publicUrlGood: 'PUBLIC_URL — адрес https.',
  publicUrlPlain:
    'PUBLIC_URL без https: пароли панели идут открыто. Поставьте прокси с сертификатом.',
  publicUrlMissing:
    'PUBLIC_URL не задан: панель открывается только на этом сервере. Для входа извне задайте адрес https.',
  tokenGood: (username: string) => `Telegram принял токен: это бот @${username}.`,
  tokenRefused: 'Telegram не принял BOT_TOKEN. Проверьте токен у @BotFather.',
  telegramSilent: 'Telegram не отвечает. Проверьте сеть сервера и TELEGRAM_API_ROOT.',
  pollingGood: 'Сообщения никуда больше не уходят: журнал забирает их сам.',
  webhook:
    'Сообщения бота уходят другой программе (webhook). Отключите её; журнал при запуске снимет этот адрес.',
  running: (url: string) =>
    `Журнал работает (${url}) и забирает сообщения; второй программы с этим токеном нет.`,
  stopped: (url: string) => `Журнал не отвечает по адресу ${url}. Запустите его: npm start`,
  alarms: (names: string) => `Журнал работает, но сообщает: ${names}.`,
  clockGood: 'Часы сервера верны.',
  clockOff: (seconds: number) =>
    `Часы сервера расходятся с точным временем на ${seconds} с. Включите синхронизацию (NTP).`,
  clockBehind:
    'Последняя запись журнала изменений — из будущего: часы сервера переводили назад. Проверьте их.',
  noDatabase: 'Базы ещё нет. Её создаст первый запуск: npm start',
  databaseSilent: 'База не отвечает. Проверьте DATABASE_URL и права на файл.',
  databaseDamaged:
    'База повреждена. Остановите журнал и восстановите копию: npm run restore -- ФАЙЛ',
  databaseReferences:
    'В базе строки ссылаются на несуществующие. Восстановите копию: npm run restore -- ФАЙЛ',
  databaseGood: 'База цела: страницы и ссылки проверены.',
  schemaGood: 'Схема базы — этой версии.',
  schemaOld: 'Схема базы старее программы. Её обновит запуск: npm start',
  schemaNew: 'Схема базы новее программы. Обновите программу.',
  auditGood: (lines: number, head: string) =>
    `Журнал изменений цел: ${lines} ${plural(lines, 'запись', 'записи', 'записей')}, последняя ${head}`,
  auditBroken: 'Журнал изменений нарушен. Место покажет npm run verify.',
  writable: 'В базу можно писать.',
  notWritable: {
    'read-only': 'База только для чтения. Дайте пользователю журнала право писать в файл и папку.',
    'disk-full': 'На диске нет места. Освободите его: до этого ничего не сохранится.',
    unreachable: 'Записать в базу не удалось. Проверьте, не занял ли её другой процесс.',
  },
  walGood: (megabytes: number) => `Журнал базы (WAL) занимает ${megabytes} МБ.`,
  walBig: (megabytes: number) =>
    `Журнал базы (WAL) вырос до ${megabytes} МБ. Перезапустите журнал: он сожмётся.`,
  diskGood: (megabytes: number) => `Свободно на диске: ${megabytes} МБ.`,
  diskLow: (megabytes: number) =>
    `На диске осталось ${megabytes} МБ. Освободите место: копиям и базе его не хватит.`,
  modeGood: 'Файлы журнала закрыты от других пользователей.',
  modeOpen: (files: string) =>
    `Файлы доступны другим пользователям сервера: ${files}. Закройте их: chmod 600`,
  backupFolderGood: 'В папку копий можно писать.',
  backupFolderClosed: (folder: string) =>
    `В папку копий нельзя писать: ${folder}. Создайте её или дайте права.`,
  backupFresh: (hours: number) => `Последней копии ${hours} ч.`,
  backupOld: (hours: number) => `Последней копии уже ${hours} ч. Сделайте новую: npm run backup`,
  backupNone: 'Ни одной копии ещё нет. Сделайте первую: npm run backup',
  toolsGood: 'pg_dump, pg_restore и psql найдены.',
  toolMissing: (tool: string) =>
    `Нет программы ${tool}: копии не сделать. Установите клиент PostgreSQL.`,
};
