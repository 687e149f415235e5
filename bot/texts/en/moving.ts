import type { Texts } from '../ru.ts';

export const moving: Texts['moving'] = {
  whereTo: 'Say where to move the school.',
  moved: (tables, rows, lines) =>
    `Moved: ${tables} tables, ${rows} rows. The log of changes is checked: ${lines} lines.`,
  next: 'Now write this address into .env as DATABASE_URL and start the server. The old file is where it was.',
  problems: {
    'not-postgres': 'The address must begin with postgres://. Nothing was moved.',
    'not-sqlite': 'DATABASE_URL names no SQLite file with a journal. Nothing was moved.',
    'no-source': 'The file that DATABASE_URL names is not there. Nothing was moved.',
    'source-older':
      'The database is of an earlier version. Start and stop the server of this version, then try again.',
    'source-newer': 'The database is of a newer version. Update the program and try again.',
    unreachable: 'The database at this address can’t be reached. Check the address and try again.',
    'not-empty': 'The database at this address is not empty. Make an empty one and try again.',
    differs:
      'What was moved differs from the file, the new database is empty again. Stop the server and try again.',
    broken: 'The move failed, the new database is empty again. The old file is as it was.',
  },
};
