import { press } from './press.ts';

// What the buttons of /privacy carry.

export const privacyPress = () => press('priv1');

/** What there is about an own child. */
export const childDataPress = (pupilId: number) => press('privc1', pupilId);

/** Sends the own data as files, or an own child's. */
export const exportPress = (pupilId: number | null) => press('privx1', pupilId ?? 0);

/** Who has looked at an own child. */
export const viewsPress = (pupilId: number) => press('privv1', pupilId);

/** The first of two taps that withdraw consent: asks. */
export const askWithdrawPress = (pupilId: number) => press('privw1', pupilId);

export const withdrawPress = (pupilId: number) => press('privwy1', pupilId);
