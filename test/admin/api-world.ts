import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { createApi } from '../../admin/api/api.ts';
import { createApiToken } from '../../db/actions/create-api-token.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

export type ApiWorld = {
  panel: PanelWorld;
  origin: string;
  token: string;
  /** Lines of the log of the API. */
  logged: string[];
  /** Asks for a path under /api/v1, with the token unless other headers are given. */
  ask: (path: string, headers?: Record<string, string>) => Promise<Response>;
  close: () => Promise<void>;
};

/** The days of the panel world's quarter, so that everything of its school is in them. */
export const QUARTER = 'from=2026-09-01&to=2026-10-25';

/** The panel world's school with the export on a port of its own and one token in force. */
export async function openApiWorld(): Promise<ApiWorld> {
  const panel = await openPanelWorld();
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const server = createServer(
    express().use('/api', createApi({ db: panel.db, log, secure: true })),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const caller = await callerOfPerson(panel.db, panel.people.administrator);
  if (!caller) {
    throw new Error('the school has no administrator');
  }
  const by = { actor: caller.actor, door: 'panel', operation: 'panel:token' } as const;
  const token = await panel.db.write((tx) => createApiToken(tx, by, 'РИС «Образование»'));
  return {
    panel,
    origin,
    token,
    logged,
    ask: (path, headers = { authorization: `Bearer ${token}` }) =>
      fetch(`${origin}/api/v1/${path}`, { headers }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await panel.close();
    },
  };
}
