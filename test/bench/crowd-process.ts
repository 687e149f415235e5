import { askAll, crowdSandbox } from './crowd.ts';

// The messenger and its users, in a process of their own so that they cost the bot no time.
const USERS = Number(process.argv[2]);
const sandbox = await crowdSandbox(USERS);
process.send?.({ apiRoot: sandbox.apiRoot });

process.on(
  'message',
  async (order: { delay: number; users: number; rounds: number; text: string }) => {
    sandbox.setDelay(order.delay);
    const result = await askAll(sandbox, order);
    sandbox.clearCalls();
    process.send?.({ result });
  },
);
process.on('disconnect', () => process.exit());
