import { askAll, type Crowd, crowdSandbox } from './crowd.ts';

// The messenger and its users, in a process of their own so that they cost the bot no time.
const USERS = Number(process.argv[2]);
const sandbox = await crowdSandbox(USERS);
process.send?.({ apiRoot: sandbox.apiRoot });

process.on('message', async ({ delay, ...crowd }: Crowd & { delay: number }) => {
  sandbox.setDelay(delay);
  const result = await askAll(sandbox, crowd);
  sandbox.clearCalls();
  process.send?.(result);
});
process.on('disconnect', () => process.exit());
