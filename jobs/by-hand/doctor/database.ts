import { existsSync } from 'node:fs';
import { dialectOf, fileOf } from '../../../db/backup/content.ts';
import { inspectDatabase } from '../../../db/backup/inspect.ts';
import { migrationNames } from '../../../db/migrate.ts';
import { connect } from '../../../db/open.ts';
import { createRunSql } from '../../../db/run-sql.ts';
import { type RawInstant, toInstant } from '../../../db/values.ts';
import { probeWrite, type WriteTrouble, writeTroubleOf } from '../../../db/write-probe.ts';
import { createWriter } from '../../../db/writer.ts';
import { advice, broken, type DoctorDeps, type Finding, good } from './finding.ts';

const BACKUP_OLD_H = 36;
const HOUR_MS = 3_600_000;
// Two machines of one school may differ so much without harm.
const AHEAD_MS = 60_000;

/** The database as it lies there: nothing is migrated. Beside a running journal, too. */
export async function examineDatabase({ place, texts, clock }: DoctorDeps): Promise<Finding[]> {
  const { doctor } = texts;
  const { databaseUrl } = place;
  if (dialectOf(databaseUrl) === 'sqlite' && !existsSync(fileOf(databaseUrl))) {
    return [broken(doctor.noDatabase)];
  }
  const inspection = await inspectDatabase(databaseUrl).catch(() => null);
  if (inspection === null) {
    return [broken(doctor.databaseSilent)];
  }
  const { problem, facts } = inspection;
  if (problem === 'integrity') {
    return [broken(doctor.databaseDamaged)];
  }
  const { lines, head } = facts.audit;
  const { trouble, newestChange, newestBackup } = await openAndLook(databaseUrl);
  const ahead = newestChange !== null && newestChange.getTime() > clock().getTime() + AHEAD_MS;
  return [
    problem === 'foreign-keys' ? broken(doctor.databaseReferences) : good(doctor.databaseGood),
    schemaOf(facts.schema, (await migrationNames()).at(-1) ?? '', doctor),
    problem === 'audit' ? broken(doctor.auditBroken) : good(doctor.auditGood(lines, head)),
    trouble ? broken(doctor.notWritable[trouble]) : good(doctor.writable),
    ...(ahead ? [broken(doctor.clockBehind)] : []),
    backupOf(newestBackup, clock(), doctor),
  ];
}

type Words = DoctorDeps['texts']['doctor'];

function schemaOf(found: string, ours: string, doctor: Words): Finding {
  if (found === ours) {
    return good(doctor.schemaGood);
  }
  return found < ours ? advice(doctor.schemaOld) : broken(doctor.schemaNew);
}

function backupOf(newest: Date | null, now: Date, doctor: Words): Finding {
  if (newest === null) {
    return broken(doctor.backupNone);
  }
  const hours = Math.max(0, Math.floor((now.getTime() - newest.getTime()) / HOUR_MS));
  return hours > BACKUP_OLD_H ? broken(doctor.backupOld(hours)) : good(doctor.backupFresh(hours));
}

/** Writes what is no part of the journal, and reads when it and its backups were last written. */
async function openAndLook(databaseUrl: string) {
  const sequelize = await connect(databaseUrl);
  const writer = createWriter(sequelize);
  const runSql = createRunSql(sequelize);
  const newest = async (sql: string) => {
    // A schema older than backups has no such table.
    const [row] = await runSql<{ at: RawInstant | null }>(sql, {}).catch(() => []);
    return row?.at ? toInstant(row.at) : null;
  };
  try {
    const probe = writer.transact((transaction) =>
      probeWrite({
        db: { dialect: dialectOf(databaseUrl) },
        run: (sql, params) => runSql(sql, params, transaction),
      }),
    );
    const trouble: WriteTrouble | null = await probe.then(() => null, writeTroubleOf);
    return {
      trouble,
      newestChange: await newest('SELECT MAX(at) AS at FROM change'),
      newestBackup: await newest(
        `SELECT MAX(at) AS at FROM backup_run
          WHERE state = 'good' AND kind IN ('nightly', 'console', 'chat')`,
      ),
    };
  } finally {
    await writer.close();
    await sequelize.close();
  }
}
