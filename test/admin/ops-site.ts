import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { OpsDeps } from '../../admin/ops/deps.ts';
import { createOps } from '../../admin/ops/routes.ts';
import { createMeter } from '../../db/meter.ts';

/** The routes of a monitor on a real port. `metrics` gives the samples by their names and labels. */
export async function openOpsSite(deps: Pick<OpsDeps, 'db'> & Partial<OpsDeps>) {
  const server = createServer(
    express().use(
      createOps({
        meter: createMeter(() => performance.now()),
        token: null,
        folder: null,
        backups: false,
        bot: () => true,
        serving: () => true,
        ...deps,
      }),
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}${path}`, { headers });

  return {
    origin,
    ask,
    health: async () => {
      const answer = await ask('/healthz');
      return { code: answer.status, ...((await answer.json()) as { alarms: string[] }) };
    },
    metrics: async (): Promise<Record<string, number>> => {
      const text = await (await ask('/metrics')).text();
      const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return Object.fromEntries(
        samples.map((line) => {
          const [, name = '', value] = /^zhurnal_(\S+) (\S+)$/.exec(line) ?? [];
          return [name, Number(value)];
        }),
      );
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type OpsSite = Awaited<ReturnType<typeof openOpsSite>>;
