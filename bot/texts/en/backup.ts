import type { Texts } from '../ru.ts';

export const backup: Texts['backup'] = {
  made: 'A backup is made and checked',
  notMade: (sentence) => `No backup was made. ${sentence}`,
  earlierStay: 'The earlier ones are in place.',
  kilobytes: (count) => `${Math.ceil(count)} KB`,
  megabytes: (count) => `${count.toFixed(1)} MB`,
  changes: (lines) => `The audit has ${lines} ${lines === 1 ? 'line' : 'lines'}`,
  offSite: {
    done: 'Sent off site',
    failed: 'Not sent off site: the BACKUP_HOOK command failed',
  },
  ownKeyMissing:
    'The key of the backups lies beside the database, in the file backup-key. Keep it elsewhere too: without it no backup can be read.',
  last: 'The last backups',
  noneYet: 'There are no others yet.',
  notHere: 'No backups are made in the demo.',
  nightlyFailed: 'The nightly backup was not made',
  nightlyNotSent: 'The nightly backup was made, but not sent',
  checkHook: 'The BACKUP_HOOK command failed. Check it on the server.',
  repeated: 'The journal will try again by itself. To make one now: /backup',
  drillPassed: 'The restore drill has passed',
  drillFrom: (date, time) =>
    `The backup of ${date}, ${time} was restored into a scratch database, and all of it agrees.`,
  drillRows: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'} compared`,
  drillFailed: 'The restore drill has failed',
  drillAdvice: 'Make a new backup: /backup',
  backupUsage: 'npm run backup',
  restoreUsage: 'npm run restore -- FILE [--other-school]',
  restoreHelp:
    'Replaces the database by a backup. The journal must be stopped. The present database is kept beside it.',
  oneFile: 'Name one backup file.',
  madeFile: (path, size) => `A backup is made and checked: ${path} (${size})`,
  restored: (date, time) => `The database is restored from the backup of ${date}, ${time}.`,
  safetyCopy: (path) => `The former database is kept: ${path}`,
  notRestored: (sentence) => `The database was not restored. ${sentence}`,
  problems: {
    busy: () => 'A backup is being made already. Repeat in a minute.',
    integrity: () => 'The database is damaged: it fails the integrity check.',
    'foreign-keys': () => 'The database is damaged: rows point to rows that are not there.',
    audit: () => 'The audit is broken. npm run verify shows where.',
    unreadable: () => 'The file can’t be read. Check its path.',
    'not-a-backup': () => 'This file is not a backup of a journal.',
    damaged: () => 'The backup is damaged or torn. Another one is needed.',
    'wrong-key': () => 'The key does not fit. Set the BACKUP_KEY it was made with.',
    'newer-schema': () =>
      'The backup was made by a newer version of the journal. Update the program first.',
    'other-database': () =>
      'The backup is of another kind of database: it can’t go from SQLite to PostgreSQL or back. Check DATABASE_URL.',
    'other-school': () =>
      'This is a backup of another school’s journal. If that is intended, add --other-school.',
    'in-use': () => 'Another process has the database open. Stop the journal and repeat.',
    differs: () => 'The content is not what the backup says it is.',
    'no-scratch': () =>
      'A scratch database can’t be created. Give the PostgreSQL role the right CREATEDB.',
    tool: ({ tool, detail }) => `The program ${tool} failed: ${detail}`,
    unexpected: ({ code }) =>
      `Something was in the way (${code}). Check the free space and the rights to the folder.`,
  },
};
