import { press } from './press.ts';

export const classPress = (classId: number, page: number) => press('iclass1', classId, page);

export const familyPress = (classId: number, pupilId: number) =>
  press('ifamily1', classId, pupilId);

/**
 * Makes a code for a known parent, or for whoever comes (null). `lastInviteId` is the newest code
 * when the button was drawn: a second tap finds a newer one and makes nothing.
 */
export const familyCodePress = (
  of: { classId: number; pupilId: number; lastInviteId: number },
  personId: number | null,
) => press('ifcode1', of.classId, of.pupilId, personId ?? 0, of.lastInviteId);

export const batchPress = (classId: number) => press('ibatch1', classId);

export const staffPagePress = (page: number) => press('istaff1', page);

export const staffPress = (personId: number) => press('iperson1', personId);

export const staffCodePress = (personId: number, lastInviteId: number) =>
  press('iscode1', personId, lastInviteId);

export const revokePress = (inviteId: number) => press('irevoke1', inviteId);
