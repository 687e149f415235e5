import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Sequelize } from 'sequelize';
import { inject } from 'vitest';
import { connect } from '../../db/open.ts';
import { createDatabase, dropDatabase } from '../postgres.ts';

const template = inject('template');

/** Both dialects; what the machine lacks is skipped by this name. */
export const DIALECTS = [
  { dialect: 'SQLite', missing: false },
  { dialect: 'PostgreSQL (needs TEST_POSTGRES_URL)', missing: template.postgres === null },
];

/** Empty databases of one dialect, without any schema, that are closed and dropped together. */
export function emptyDatabases(dialect: string) {
  const closers: (() => Promise<unknown>)[] = [];

  async function address(): Promise<string> {
    const name = `zhurnal_${randomUUID().replaceAll('-', '')}`;
    if (dialect === 'SQLite') {
      return `sqlite:${join(template.folder, `${name}.sqlite`)}`;
    }
    const url = await createDatabase(template.postgres ?? '', name);
    closers.push(() => dropDatabase(url));
    return url;
  }

  async function connectTo(url: string): Promise<Sequelize> {
    const sequelize = await connect(url);
    closers.unshift(() => sequelize.close());
    return sequelize;
  }

  return {
    address,
    connectTo,
    create: () => address().then(connectTo),
    closeAll: async () => {
      for (const close of closers.splice(0)) {
        await close();
      }
    },
  };
}
