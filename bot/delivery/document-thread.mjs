// The hooks of the process don't reach a thread on every Node, so it brings its own TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./document-thread.ts');
