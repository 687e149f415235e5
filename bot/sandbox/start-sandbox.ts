import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBotApi } from './bot-api.ts';
import { createCallLog } from './calls.ts';
import { createFaults } from './faults.ts';
import { createPageRoutes } from './page-routes.ts';
import { createPhone } from './phone.ts';
import { createRequestListener } from './request-listener.ts';
import type {
  Fault,
  SandboxCall,
  SandboxLink,
  SandboxPerson,
  SandboxUser,
} from './sandbox-types.ts';
import { createState } from './state.ts';

export type {
  Fault,
  SandboxCall,
  SandboxLink,
  SandboxMessage,
  SandboxPerson,
  SandboxUser,
} from './sandbox-types.ts';

export type Sandbox = {
  /** The chat page. */
  url: string;
  /** What goes to a library's apiRoot. */
  apiRoot: string;
  token: string;
  /** A person's phone, driven from code; throws for an unknown id. */
  user(id: number): SandboxUser;
  /** Every Bot API call that arrived with the right token, in order. */
  calls(): readonly SandboxCall[];
  clearCalls(): void;
  script(fault: Fault): void;
  /**
   * An update that no phone would send, as it is, for a reader of getUpdates. The next `update_id` is
   * given to it unless it has one. Returns that.
   */
  insert(update: object): number;
  /** Network delay of every Bot API call, milliseconds. */
  setDelay(ms: number): void;
  close(): Promise<void>;
};

/** Longer than a long poll, so that a library never meets a connection that closes under its next call. */
const KEEP_ALIVE_MS = 120_000;

/**
 * Starts a local Bot API server with a chat page on the loopback. `port` 0 or none: any free one. `links` stand in the
 * page's top strip. Rejects when the port is taken.
 */
export async function startSandbox(options: {
  token: string;
  port?: number;
  host?: '127.0.0.1';
  people: readonly SandboxPerson[];
  clock: () => Date;
  botUsername?: string;
  botName?: string;
  links?: readonly SandboxLink[];
}): Promise<Sandbox> {
  const state = createState({
    token: options.token,
    people: options.people,
    clock: options.clock,
    botUsername: options.botUsername ?? 'zhurnal_demo_bot',
    botName: options.botName ?? 'Zhurnal',
  });
  const calls = createCallLog();
  const faults = createFaults();
  let delayMs = 0;
  const botApi = createBotApi({ state, calls, faults, delayMs: () => delayMs });
  const page = createPageRoutes(state, options.links ?? []);
  const server = createServer(createRequestListener({ state, botApi, page }));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    apiRoot: url,
    token: options.token,
    user: (id) => createPhone(state, id),
    calls: calls.all,
    clearCalls: calls.clear,
    script: faults.script,
    insert: state.updates.insert,
    setDelay(ms) {
      delayMs = ms;
    },
    async close() {
      botApi.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
