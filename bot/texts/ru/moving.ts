import type { MoveProblem } from '../../../db/move/move-error.ts';
import { plural } from '../plural.ts';

/** Moving a school from SQLite to PostgreSQL. Plain text. */
export const moving = {
  whereTo: 'Укажите, куда перенести школу.',
  moved: (tables: number, rows: number, lines: number) =>
    `Перенесено: ${tables} ${plural(tables, 'таблица', 'таблицы', 'таблиц')}, ${rows} ${plural(rows, 'строка', 'строки', 'строк')}. Журнал изменений проверен: ${lines} ${plural(lines, 'запись', 'записи', 'записей')}.`,
  next: 'Теперь запишите этот адрес в .env как DATABASE_URL и запустите сервер. Прежний файл остался, где был.',
  problems: {
    'not-postgres': 'Адрес должен начинаться с postgres://. Ничего не перенесено.',
    'not-sqlite': 'DATABASE_URL не называет файл SQLite с журналом. Ничего не перенесено.',
    'no-source': 'Файла, который называет DATABASE_URL, нет. Ничего не перенесено.',
    'source-older':
      'База от прежней версии. Запустите и остановите сервер этой версии, потом повторите.',
    'source-newer': 'База от более новой версии. Обновите программу и повторите.',
    unreachable: 'К базе по этому адресу не подключиться. Проверьте адрес и повторите.',
    'not-empty': 'База по этому адресу не пуста. Создайте пустую и повторите.',
    differs:
      'Перенесённое не совпало с файлом, новая база снова пуста. Остановите сервер и повторите.',
    broken: 'Перенос не удался, новая база снова пуста. Прежний файл не изменён.',
  } satisfies Record<MoveProblem, string>,
};
