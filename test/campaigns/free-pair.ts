import { createServer } from 'node:net';

/** A free port with a free one behind it. */
export async function freePair(): Promise<number> {
  for (;;) {
    const port = await listenOn(0);
    if (port !== null && (await listenOn(port + 1)) !== null) {
      return port;
    }
  }
}

/** Listens for a moment; the port, or null if it is taken. */
function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
