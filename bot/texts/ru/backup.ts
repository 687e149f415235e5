import type { BackupProblem } from '../../../db/backup/backup-error.ts';
import { plural } from '../plural.ts';

type Sentence = (data: Record<string, string>) => string;

/** Backups, restoring them, and what may go wrong with either. Plain text. */
export const backup = {
  made: 'Резервная копия сделана и проверена',
  notMade: (sentence: string) => `Резервная копия не сделана. ${sentence}`,
  earlierStay: 'Прежние копии на месте.',
  kilobytes: (count: number) => `${Math.ceil(count)} КБ`,
  megabytes: (count: number) => `${count.toFixed(1).replace('.', ',')} МБ`,
  changes: (lines: number) =>
    `В журнале изменений ${lines} ${plural(lines, 'запись', 'записи', 'записей')}`,
  offSite: {
    done: 'Отправлена во внешнее хранилище',
    failed: 'Во внешнее хранилище не отправлена: команда BACKUP_HOOK завершилась с ошибкой',
  },
  ownKeyMissing:
    'Ключ копий лежит рядом с базой, в файле backup-key. Сохраните его в другом месте: без ключа копию не прочитать.',
  last: 'Последние копии',
  noneYet: 'Других копий пока нет.',
  notHere: 'В демонстрации резервные копии не делаются.',
  nightlyFailed: 'Ночная резервная копия не сделана',
  nightlyNotSent: 'Ночная резервная копия сделана, но не отправлена',
  checkHook: 'Команда BACKUP_HOOK завершилась с ошибкой. Проверьте её на сервере.',
  repeated: 'Журнал повторит попытку сам. Сделать копию сейчас: /backup',
  drillPassed: 'Пробное восстановление прошло',
  drillFrom: (date: string, time: string) =>
    `Копия от ${date}, ${time} восстановлена во временную базу, всё совпало.`,
  drillRows: (rows: number) =>
    `${plural(rows, 'Сверена', 'Сверены', 'Сверено')} ${rows} ${plural(rows, 'строка', 'строки', 'строк')}`,
  drillFailed: 'Пробное восстановление не прошло',
  drillAdvice: 'Сделайте новую копию: /backup',
  backupUsage: 'npm run backup',
  restoreUsage: 'npm run restore -- ФАЙЛ [--other-school]',
  restoreHelp:
    'Заменяет базу резервной копией. Журнал должен быть остановлен. Прежняя база сохраняется рядом.',
  oneFile: 'Назовите один файл резервной копии.',
  madeFile: (path: string, size: string) =>
    `Резервная копия сделана и проверена: ${path} (${size})`,
  restored: (date: string, time: string) => `База восстановлена из копии от ${date}, ${time}.`,
  safetyCopy: (path: string) => `Прежняя база сохранена: ${path}`,
  notRestored: (sentence: string) => `База не восстановлена. ${sentence}`,
  problems: {
    busy: () => 'Копия уже делается. Повторите через минуту.',
    integrity: () => 'База данных повреждена: проверка целостности не прошла.',
    'foreign-keys': () => 'База данных повреждена: строки ссылаются на несуществующие.',
    audit: () => 'Журнал изменений нарушен. Место покажет npm run verify.',
    unreadable: () => 'Файл не читается. Проверьте путь к нему.',
    'not-a-backup': () => 'Этот файл не резервная копия журнала.',
    damaged: () => 'Файл копии повреждён или обрезан. Нужна другая копия.',
    'wrong-key': () => 'Ключ не подходит. Задайте BACKUP_KEY, с которым копия сделана.',
    'newer-schema': () => 'Копия сделана более новой версией журнала. Сначала обновите программу.',
    'other-database': () =>
      'Копия сделана с другой СУБД: из SQLite в PostgreSQL и обратно она не переносится. Проверьте DATABASE_URL.',
    'other-school': () =>
      'Это копия журнала другой школы. Если так и задумано, добавьте --other-school.',
    'in-use': () => 'База открыта другим процессом. Остановите журнал и повторите.',
    differs: () => 'Содержимое не совпало с тем, что записано в копии.',
    'no-scratch': () => 'Нельзя создать временную базу. Дайте роли PostgreSQL право CREATEDB.',
    tool: ({ tool, detail }) => `Программа ${tool} не сработала: ${detail}`,
    unexpected: ({ code }) =>
      `Что-то помешало (${code}). Проверьте место на диске и права на папку копий.`,
  } as Record<BackupProblem, Sentence>,
};
