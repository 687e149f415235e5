import type { Texts } from '../ru.ts';

export const making: Texts['making'] = {
  busy: 'Making the document…',
  stop: 'Cancel',
  done: 'The document is ready.',
  stopped: 'The document is cancelled.',
  failed: 'The document could not be made. Try later.',
  tooLate: 'The document is sent already',
  back: '← Back',
};
