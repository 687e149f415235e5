import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dialectOf, fileOf } from '../../../db/backup/content.ts';
import { advice, broken, type DoctorDeps, type Finding, good } from './finding.ts';

const MEGABYTE = 1024 * 1024;
// SQLite folds it back at 4 MB and cuts it at 64: more means that something reads for ever.
const WAL_BIG_MB = 128;
const DISK_LOW_MB = 200;
const TOOLS = ['pg_dump', 'pg_restore', 'psql'];
const OTHERS = 0o077;

/** The disk, who may read the files on it, the folder of backups, and PostgreSQL's tools. */
export async function examineFiles({ config, place, texts }: DoctorDeps): Promise<Finding[]> {
  const { doctor } = texts;
  const { databaseUrl, folder } = place;
  const sqlite = dialectOf(databaseUrl) === 'sqlite' ? fileOf(databaseUrl) : null;
  const findings: Finding[] = [];
  if (sqlite === null) {
    const there = await Promise.all(TOOLS.map(runs));
    const missing = TOOLS.filter((_, index) => !there[index]);
    findings.push(...missing.map((tool) => broken(doctor.toolMissing(tool))));
    findings.push(...(missing.length === 0 ? [good(doctor.toolsGood)] : []));
  } else {
    const wal = await stat(`${sqlite}-wal`).catch(() => null);
    const size = Math.ceil((wal?.size ?? 0) / MEGABYTE);
    findings.push(size > WAL_BIG_MB ? advice(doctor.walBig(size)) : good(doctor.walGood(size)));
  }
  const disk = await statfs(sqlite === null ? config.DATA_DIR : dirname(sqlite)).catch(() => null);
  if (disk) {
    const left = Math.floor((disk.bavail * disk.bsize) / MEGABYTE);
    findings.push(left < DISK_LOW_MB ? broken(doctor.diskLow(left)) : good(doctor.diskGood(left)));
  }
  const names = await readdir(folder).catch(() => []);
  const backups = names.filter((name) => name.endsWith('.backup'));
  const open = await openToOthers([
    '.env',
    ...['secret', 'backup-key'].map((name) => join(config.DATA_DIR, name)),
    ...(sqlite === null ? [] : [sqlite, `${sqlite}-wal`]),
    ...backups.map((name) => join(folder, name)),
  ]);
  findings.push(open.length > 0 ? broken(doctor.modeOpen(open.join(', '))) : good(doctor.modeGood));
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  findings.push(
    writable ? good(doctor.backupFolderGood) : broken(doctor.backupFolderClosed(folder)),
  );
  return findings;
}

/** Those of the files that are there and that other users of the machine may read or write. */
async function openToOthers(files: readonly string[]): Promise<string[]> {
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return files.filter((_, index) => {
    const found = stats[index];
    return found?.isFile() && (found.mode & OTHERS) !== 0;
  });
}

function runs(tool: string): Promise<boolean> {
  return new Promise((resolve) => execFile(tool, ['--version'], (error) => resolve(!error)));
}
