import { press } from './press.ts';

export const ownLinksPress = () => press('links1');

/** The first of two taps that cut an own chat off: asks. */
export const askOwnCutPress = (linkId: number) => press('linkcut1', linkId);

export const ownCutPress = (linkId: number) => press('linkcutyes1', linkId);
