import type { Texts } from '../ru.ts';

export const corrections: Texts['corrections'] = {
  askReason: 'Write the reason in one message, as “a slip of the pen”. To give up: /cancel',
};
