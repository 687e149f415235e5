import { QueryTypes, type Sequelize } from 'sequelize';
import { afterEach, describe, expect, it } from 'vitest';
import { migrate, migrationNames, unmigrate } from '../../db/migrate.ts';
import { DIALECTS, emptyDatabases } from './database-of-dialect.ts';

// The schema the first schools began with. Everything later meets their rows.
const FIRST_SCHEMA = '2026.11.01T08.30.00.identity';

const NOW = "'2026-10-12 07:00:00.000 +00:00'";

// A row in each table that others refer to, and one that refers to it.
const ROWS = [
  "INSERT INTO academic_year (name, starts_on, ends_on) VALUES ('2026/27', '2026-09-01', '2027-05-31')",
  "INSERT INTO term (academic_year_id, kind, number, starts_on, ends_on) VALUES (1, 'quarter', 1, '2026-09-01', '2026-10-25')",
  "INSERT INTO day_off (academic_year_id, starts_on, ends_on, name) VALUES (1, '2026-11-04', '2026-11-04', 'праздник')",
  "INSERT INTO bell (number, starts_at, ends_at) VALUES (1, '08:30', '09:15')",
  "INSERT INTO subject (name) VALUES ('Алгебра')",
  `INSERT INTO person (last_name, first_name, name_key, created_at, updated_at) VALUES ('Королёв', 'Пётр', 'королев петр', ${NOW}, ${NOW})`,
  "INSERT INTO role (person_id, role) VALUES (1, 'teacher')",
  "INSERT INTO school_class (academic_year_id, grade, letter, class_teacher_id) VALUES (1, 7, 'А', 1)",
  `INSERT INTO pupil (last_name, first_name, name_key, created_at, updated_at) VALUES ('Иванов', 'Семён', 'иванов семен', ${NOW}, ${NOW})`,
  "INSERT INTO enrolment (pupil_id, class_id, number, starts_on) VALUES (1, 1, 1, '2026-09-01')",
  `INSERT INTO guardianship (person_id, pupil_id, created_at) VALUES (1, 1, ${NOW})`,
  'INSERT INTO course (class_id, subject_id, teacher_id) VALUES (1, 1, 1)',
  'INSERT INTO course_pupil (course_id, pupil_id) VALUES (1, 1)',
  "INSERT INTO timetable_slot (course_id, weekday, number, starts_on) VALUES (1, 1, 1, '2026-09-01')",
  "INSERT INTO substitution (course_id, date, number, teacher_id) VALUES (1, '2026-10-12', 1, 1)",
  "INSERT INTO plan_item (course_id, number, topic) VALUES (1, 1, 'Степени')",
  `INSERT INTO lesson (course_id, date, number, plan_item_id, created_at, updated_at) VALUES (1, '2026-10-12', 1, 1, ${NOW}, ${NOW})`,
  `INSERT INTO mark (lesson_id, pupil_id, date, value, kind, weight, author_id, created_at, updated_at) VALUES (1, 1, '2026-10-12', 5, 'answer', 1, 1, ${NOW}, ${NOW})`,
  `INSERT INTO absence (lesson_id, pupil_id, date, code, author_id, created_at, updated_at) VALUES (1, 1, '2026-10-12', 'late', 1, ${NOW}, ${NOW})`,
  `INSERT INTO change (operation, record, record_id, actor_id, door, at, prev_hash, hash) VALUES ('chat:1', 'mark', 1, 1, 'chat', ${NOW}, 'a', 'b')`,
  `INSERT INTO inbox (event_id, chat, payload, received_at) VALUES ('1', 'tg:1', '{}', ${NOW})`,
  `INSERT INTO outbox (dedupe_key, chat, lane, payload, not_before, created_at) VALUES ('1', 'tg:1', 0, '{}', ${NOW}, ${NOW})`,
  `INSERT INTO notice (person_id, pupil_id, kind, record_id, lane, ripe_at) VALUES (1, 1, 'mark', 1, 2, ${NOW})`,
  `INSERT INTO chat_link (person_id, address, linked_at) VALUES (1, 'tg:1', ${NOW})`,
  `INSERT INTO invite (kind, pupil_id, code_hash, token_hash, created_at, expires_at) VALUES ('family', 1, 'c', 't', ${NOW}, ${NOW})`,
  `INSERT INTO credential (person_id, login, password_hash, created_at, updated_at) VALUES (1, 'korolev', 'h', ${NOW}, ${NOW})`,
  "INSERT INTO setting (key, value) VALUES ('digest.hour', '19')",
];

for (const { dialect, missing } of DIALECTS) {
  describe.skipIf(missing)(`a school's rows on ${dialect}`, () => {
    const databases = emptyDatabases(dialect);

    afterEach(databases.closeAll);

    it('and their indexes outlive every migration, up and down', async () => {
      const sequelize = await databases.create();
      await migrate(sequelize, FIRST_SCHEMA);
      for (const row of ROWS) {
        await sequelize.query(row);
      }
      const names = await migrationNames();
      const later = names.slice(names.indexOf(FIRST_SCHEMA) + 1);
      const steps = [await inventory(sequelize)];
      for (const name of later) {
        await migrate(sequelize, name);
        const now = await inventory(sequelize);
        expect(now, name).toEqual({ ...now, ...steps.at(-1) });
        steps.push(now);
      }
      for (const [back, name] of later.toReversed().entries()) {
        await unmigrate(sequelize, name);
        expect(await inventory(sequelize), name).toEqual(steps.at(-2 - back));
      }
      expect(steps[0]).toMatchObject({ mark: 1, change: 1, 'index mark_by_pupil': 1 });
    });
  });
}

/** The number of rows of each table, and a 1 for each index. */
async function inventory(sequelize: Sequelize): Promise<Record<string, number>> {
  const select = <Row extends object>(sql: string) =>
    sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
  const counts: Record<string, number> = {};
  for (const table of await sequelize.getQueryInterface().showAllTables()) {
    if (String(table) !== 'schema_migration') {
      const [row] = await select<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
      counts[String(table)] = Number(row?.count);
    }
  }
  const indexes = await select<{ name: string }>(
    sequelize.getDialect() === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'index'"
      : "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'",
  );
  for (const { name } of indexes) {
    counts[`index ${name}`] = 1;
  }
  return counts;
}
