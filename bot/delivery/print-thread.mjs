// A thread begins without the loader of TypeScript: this fetches it for the thread's own main.
import { register } from 'tsx/esm/api';

register();
await import('./print-worker.ts');
