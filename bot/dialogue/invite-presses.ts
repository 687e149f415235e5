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

export const staffPagePress = (page: number) => press('istaff1', page);

export const staffPress = (personId: number) => press('iperson1', personId);

export const staffCodePress = (personId: number, lastInviteId: number) =>
  press('iscode1', personId, lastInviteId);

/** The first of two taps that cut a colleague's chat off: asks. */
export const askStaffCutPress = (personId: number, linkId: number) =>
  press('iscut1', personId, linkId);

export const staffCutPress = (personId: number, linkId: number) =>
  press('iscutyes1', personId, linkId);

export const revokePress = (inviteId: number) => press('irevoke1', inviteId);

/** Whom codes are made for: who has none, who isn't linked, or every family of the class. */
export const SCOPES = ['none', 'unlinked', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Slips to print, or a list to forward. */
export const FORMS = ['pdf', 'text'] as const;
export type Form = (typeof FORMS)[number];

export const codesPress = (classId: number) => press('icodes1', classId);

/** Makes codes for a class; `lastInviteId` is the newest of its codes when the button was drawn. */
export const givePress = (classId: number, scope: Scope, form: Form, lastInviteId: number) =>
  press('igive1', classId, scope, form, lastInviteId);

export const slipPress = (classId: number, pupilId: number, lastInviteId: number) =>
  press('ifslip1', classId, pupilId, lastInviteId);

export const revokeOfPress = (classId: number, pupilId: number, inviteId: number) =>
  press('ifrevoke1', classId, pupilId, inviteId);

/** The family's screen, whatever its state: opening it makes no code. */
export const familyCardPress = (classId: number, pupilId: number) =>
  press('ifshow1', classId, pupilId);

/** The first of two taps that cut a family's chat off: asks. */
export const askCutPress = (classId: number, pupilId: number, linkId: number) =>
  press('ifcut1', classId, pupilId, linkId);

export const cutPress = (classId: number, pupilId: number, linkId: number) =>
  press('ifcutyes1', classId, pupilId, linkId);
