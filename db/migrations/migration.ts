import type { ColumnTypes } from './columns.ts';

/** What a migration may use: raw SQL only, inside the one transaction that holds the schema lock. */
export type MigrationContext = {
  run: (sql: string) => Promise<void>;
  dialect: 'sqlite' | 'postgres';
  types: ColumnTypes;
};

export type Migration = (context: MigrationContext) => Promise<void>;
