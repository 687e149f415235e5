import { Client } from 'pg';

/** Creates a database beside the one `url` names and returns its address. */
export async function createDatabase(
  url: string,
  name: string,
  templateUrl?: string,
): Promise<string> {
  // Copied as files it takes a fraction of what it takes through the log.
  const template = templateUrl
    ? ` TEMPLATE ${new URL(templateUrl).pathname.slice(1)} STRATEGY file_copy`
    : '';
  await onServer(
    url,
    `CREATE DATABASE ${name}${template}`,
    // A test's commit needn't outlive the server either.
    `ALTER DATABASE ${name} SET synchronous_commit = off`,
  );
  const created = new URL(url);
  created.pathname = `/${name}`;
  return created.href;
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** From now on whoever is connected, or comes, may write to the database again, or may not. */
export async function setReadOnly(url: string, readOnly: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(
    url,
    `ALTER DATABASE ${name} SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    for (const sql of statements) {
      await client.query(sql);
    }
  } finally {
    await client.end();
  }
}
