import type { Texts } from '../ru.ts';

export const corrections: Texts['corrections'] = {
  askReason: 'Write the reason in one message, as “a slip of the pen”. To give up: /cancel',

  history: 'History:',
  earlier: (count) => `before that: ${count} more`,
  changed: (from, to) => `${from} → ${to}`,
  cancelled: 'cancelled',
  restored: 'restored',
  commentChanged: 'the comment was changed',
  because: (reason) => `reason: ${reason}`,
  doors: { chat: '', panel: 'in the panel', import: 'imported', job: 'job' },
};
