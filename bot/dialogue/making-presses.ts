import { press } from './press.ts';

/** Calls off the document that is being made for the screen of the button. */
export const callOffPress = () => press('off1');
