import type { Texts } from '../ru.ts';

export const making: Texts['making'] = {
  busy: 'Making the document…',
  stop: 'Cancel',
  done: 'The document is ready.',
  stopped: 'The document is cancelled.',
  failed: 'The document could not be made. Try later.',
  notNow: 'This document is not being made now',
  back: '← Back',
};
