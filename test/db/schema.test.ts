import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { QueryTypes, type Sequelize } from 'sequelize';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { migrate, unmigrate } from '../../db/migrate.ts';
import { defineModels } from '../../db/models.ts';
import { connect } from '../../db/open.ts';
import { createDatabase, dropDatabase } from '../postgres.ts';

const template = inject('template');
const dialects = [
  { dialect: 'SQLite', missing: false },
  { dialect: 'PostgreSQL (needs TEST_POSTGRES_URL)', missing: template.postgres === null },
];

for (const { dialect, missing } of dialects) {
  describe.skipIf(missing)(`the schema on ${dialect}`, () => {
    const closers: (() => Promise<unknown>)[] = [];

    async function emptyDatabase(): Promise<Sequelize> {
      const name = `zhurnal_${randomUUID().replaceAll('-', '')}`;
      if (dialect === 'SQLite') {
        const sequelize = await connect(`sqlite:${join(template.folder, `${name}.sqlite`)}`);
        closers.push(() => sequelize.close());
        return sequelize;
      }
      const url = await createDatabase(template.postgres ?? '', name);
      const sequelize = await connect(url);
      closers.push(() => sequelize.close().then(() => dropDatabase(url)));
      return sequelize;
    }

    afterEach(async () => {
      for (const close of closers.splice(0)) {
        await close();
      }
    });

    it('is the same migrated as described by the models', async () => {
      const migrated = await emptyDatabase();
      const described = await emptyDatabase();
      await migrate(migrated);
      const models = Object.values(defineModels(described));
      await described.sync();
      expect(await tables(migrated)).toEqual(
        ['schema_migration', ...models.map((model) => model.tableName)].sort(),
      );
      for (const { tableName } of models) {
        const [actual, expected] = await Promise.all(
          [migrated, described].map((sequelize) => columns(sequelize, tableName)),
        );
        expect(actual, tableName).toEqual(expected);
      }
    });

    it('goes up, down and up again to the same place', async () => {
      const sequelize = await emptyDatabase();
      await migrate(sequelize);
      const first = await fingerprint(sequelize);
      await unmigrate(sequelize);
      expect(await tables(sequelize)).toEqual(['schema_migration']);
      await migrate(sequelize);
      expect(await fingerprint(sequelize)).toEqual(first);
      expect(first.length).toBeGreaterThan(50);
    });

    it('is migrated once by several processes at the same moment', async () => {
      const sequelize = await emptyDatabase();
      await Promise.all([migrate(sequelize), migrate(sequelize), migrate(sequelize)]);
      const names = await sequelize.query<{ name: string }>('SELECT name FROM schema_migration', {
        type: QueryTypes.SELECT,
      });
      expect(new Set(names.map((row) => row.name)).size).toBe(names.length);
    });
  });
}

async function tables(sequelize: Sequelize): Promise<string[]> {
  const names = await sequelize.getQueryInterface().showAllTables();
  return names.map((name) => String(name)).sort();
}

/** What migrations and models must agree on. */
async function columns(sequelize: Sequelize, table: string): Promise<object> {
  const described = await sequelize.getQueryInterface().describeTable(table);
  return Object.fromEntries(
    Object.entries(described)
      .map(([name, { type, allowNull, primaryKey }]) => [
        name,
        { type, primaryKey, allowNull: allowNull && !primaryKey },
      ])
      .sort(([left], [right]) => String(left).localeCompare(String(right))),
  );
}

/** Every table, index and trigger as the database itself spells it. */
async function fingerprint(sequelize: Sequelize): Promise<string[]> {
  const sql =
    sequelize.getDialect() === 'sqlite'
      ? "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS line FROM sqlite_master"
      : `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL SELECT table_name || '.' || column_name || ' ' || data_type || is_nullable
           FROM information_schema.columns WHERE table_schema = 'public'
         UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal`;
  const rows = await sequelize.query<{ line: string }>(sql, { type: QueryTypes.SELECT });
  return rows.map((row) => row.line).sort();
}
