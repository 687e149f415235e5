import type { Texts } from '../ru.ts';
import { school } from './school.ts';

export const invites: Texts['invites'] = {
  choose: 'Who needs an access code?',
  staff: 'Staff',
  nobody: 'You lead no class; families get their codes from the class teacher.',

  classTitle: (className) => `${className}: codes for parents`,
  classCounts: (all, linked, given, none) =>
    `${school.pupilCount(all)}. Linked: ${linked}, code given: ${given}, without a code: ${none}.`,
  legend: '✓ linked · … code given · + no code',
  signs: { linked: '✓', given: '…', none: '+' },
  emptyClass: 'There are no pupils in the class yet.',
  forAll: 'All without a code',
  toClass: '‹ To the class',
  earlier: '‹',
  later: '›',

  familyTitle: (name, className) => `${name}, ${className}`,
  familyState: {
    linked: 'A parent is linked.',
    given: 'A code was given and is not used yet. A new one revokes it.',
    none: 'No code yet.',
  },
  parentLine: (name, linked) => (linked ? `✓ ${name}` : `${name}: not linked`),
  parentStaff: (name) => `${name}: staff, gets a code from the administrator`,
  codeFor: (name) => `Code: ${name}`,
  codeForAnyone: 'Code for another adult',

  familyNote: (child, className) => `Diary: ${child}, ${className}`,
  staffNote: (name) => `Class journal: ${name}`,
  howTo: (link, bot, code) =>
    `Open ${link} and press “Start”, or send this code to @${bot}:\n${code}`,
  validUntil: (date) => `The code is valid until ${date} and works once. Give it to nobody else.`,
  forward: (name) =>
    `Forward the message above to: ${name}. The code is shown once; an earlier unused code is revoked.`,
  revoke: 'Revoke the code',
  revoked: 'The code is revoked, nobody can use it.',
  batchTitle: (className, count) => `${className}: ${count} ${count === 1 ? 'code' : 'codes'}`,
  batchWarning: (date) =>
    `Forward each family only its own lines. The codes are shown once and valid until ${date}.`,
  nobodyWithout: 'Every family of the class is linked or has a code.',

  staffTitle: 'Staff without access',
  everybodyLinked: 'All staff are linked.',
  findStaff: 'Find somebody: /invite Surname Name',
  staffLinked: (name) => `${name}: a chat is linked already. A new code links one more.`,
  staffGiven: (name) => `${name}: a code was given and is not used yet. A new one revokes it.`,
  newCode: 'New code',
  notFound: (name) => `“${name}”: nobody found. Check the name or open the list: /invite`,
  found: (count) => `Found: ${count}. Who needs a code?`,
};
