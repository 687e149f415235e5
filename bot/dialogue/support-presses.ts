import { press } from './press.ts';

// What the buttons of help by the office carry.

/** The own questions, and to administrators those that wait. */
export const supportPress = () => press('sup1');

/** Asks for the question. */
export const askSupportPress = () => press('supask1');

export const openSupportPress = (requestId: number) => press('supopen1', requestId);

/** Asks for more words to an own question. */
export const moreSupportPress = (requestId: number) => press('supmore1', requestId);

/** Asks an administrator for the answer. */
export const answerSupportPress = (requestId: number) => press('supreply1', requestId);

export const closeSupportPress = (requestId: number) => press('supclose1', requestId);

/** Forgets what was asked for. */
export const dropSupportPress = () => press('supdrop1');
