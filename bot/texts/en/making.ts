import type { Texts } from '../ru.ts';

export const making: Texts['making'] = {
  busy: 'Making the document…',
  stop: 'Cancel',
  done: 'The document is ready.',
  stopped: 'The document is cancelled.',
  tooLate: 'The document is sent already',
  back: '← Back',
};
