import { QueryTypes, type Sequelize } from 'sequelize';
import { afterEach, describe, expect, it } from 'vitest';
import { migrate, unmigrate } from '../../db/migrate.ts';
import { defineModels } from '../../db/models.ts';
import { DIALECTS, emptyDatabases } from './database-of-dialect.ts';

for (const { dialect, missing } of DIALECTS) {
  describe.skipIf(missing)(`the schema on ${dialect}`, () => {
    const databases = emptyDatabases(dialect);

    afterEach(databases.closeAll);

    it('is the same migrated as described by the models', async () => {
      const migrated = await databases.create();
      const described = await databases.create();
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
      const sequelize = await databases.create();
      await migrate(sequelize);
      const first = await fingerprint(sequelize);
      await unmigrate(sequelize);
      expect(await tables(sequelize)).toEqual(['schema_migration']);
      await migrate(sequelize);
      expect(await fingerprint(sequelize)).toEqual(first);
      expect(first.length).toBeGreaterThan(50);
    });

    it('is migrated once by several processes at the same moment', async () => {
      const url = await databases.address();
      const connections = [
        await databases.connectTo(url),
        await databases.connectTo(url),
        await databases.connectTo(url),
      ];
      await Promise.all(connections.map((connection) => migrate(connection)));
      const sequelize = await databases.connectTo(url);
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
