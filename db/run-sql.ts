import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { SqliteConnection } from './sqlite-module.ts';
import { createBinder } from './statement.ts';

/** Runs one statement of portable SQL with `:name` parameters and gives its rows. */
export type RunSql = <Row extends object>(
  sql: string,
  params: Record<string, unknown>,
  transaction?: Transaction,
) => Promise<Row[]>;

/**
 * SQL past the models. Sequelize writes the values into the text, so SQLite would parse each
 * statement anew, and takes a stack trace for each: that is several times the work of the statement.
 * So on SQLite ours go to the connection that Sequelize keeps, prepared once.
 */
export function createRunSql(sequelize: Sequelize): RunSql {
  return sequelize.getDialect() === 'sqlite' ? runOnSqlite(sequelize) : runOnPostgres(sequelize);
}

function runOnPostgres(sequelize: Sequelize): RunSql {
  return <Row extends object>(
    sql: string,
    params: Record<string, unknown>,
    transaction?: Transaction,
  ) =>
    // The leading comment keeps Sequelize from looking at what kind of statement it is.
    sequelize.query<Row>(`/* rows */ ${sql}`, {
      type: QueryTypes.SELECT,
      replacements: params,
      ...(transaction ? { transaction } : {}),
    });
}

// What Sequelize has and doesn't declare.
type Inside = {
  connectionManager: { getConnection: (options: object) => Promise<SqliteConnection> };
  dialect: {
    Query: new (
      connection: SqliteConnection,
      sequelize: Sequelize,
      options: object,
    ) => { formatError: (error: unknown) => Error };
  };
};

function runOnSqlite(sequelize: Sequelize): RunSql {
  const { connectionManager, dialect } = sequelize as unknown as Inside;
  const bind = createBinder();
  let reader: Promise<SqliteConnection> | null = null;
  return async <Row extends object>(
    sql: string,
    params: Record<string, unknown>,
    transaction?: Transaction,
  ) => {
    let connection: SqliteConnection;
    if (transaction) {
      ({ connection } = transaction as unknown as { connection: SqliteConnection });
    } else {
      reader ??= connectionManager.getConnection({});
      connection = await reader;
    }
    const statement = bind(sql, params);
    try {
      return await connection.rows<Row>(statement.sql, statement.values);
    } catch (error) {
      throw new dialect.Query(connection, sequelize, {}).formatError(error);
    }
  };
}
