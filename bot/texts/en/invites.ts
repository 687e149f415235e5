import { fullStop } from '../full-stop.ts';
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
  codes: 'Codes for the class',
  codesTitle: (className) => `${className}: who gets codes`,
  codesHint:
    'PDF is slips to print, text is a list to forward. A new code revokes an unused earlier one.',
  scopes: {
    none: (count) => `Without a code: ${count}`,
    unlinked: (count) => `Not linked: ${count}`,
    all: (count) => `Whole class: ${count}`,
  },
  giveTo: { none: 'Without a code', unlinked: 'Not linked', all: 'Whole class' },
  forms: { pdf: 'PDF', text: 'text' },
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
  codeAsSlip: 'Slip to print (PDF)',
  openCode: (name, date) => `Code: ${name}, until ${date}`,
  whoever: 'another adult',
  revokeOf: (name) => `Revoke the code: ${name}`,
  chatLine: (name, date) => `Chat: ${name}, since ${date}`,
  chatBlocked: (line) => `${line} (the bot is blocked)`,
  cutOf: (name) => `Cut off: ${name}`,

  familyNote: (child, className) => `Diary: ${child}, ${className}`,
  staffNote: (name) => `Class journal: ${name}`,
  howTo: (link, bot, code) =>
    `Open ${link} and press “Start”, or send this code to @${bot}:\n${code}`,
  validUntil: (date) => `The code is valid until ${date} and works once. Give it to nobody else.`,
  forward: (name) =>
    `${fullStop(`Forward the message above to: ${name}`)} The code is shown once; an earlier unused code is revoked.`,
  revoke: 'Revoke the code',
  revoked: 'The code is revoked, nobody can use it.',
  slipName: (className) => `Codes ${className}`,
  slipWhose: (number, child, className) => `No. ${number} · ${child} · ${className}`,
  slipWhom: (relation) => `For: ${relation}`,
  slipHowTo: (bot) => [
    'Point the phone’s camera at the QR code and open the link.',
    `Press “Start”, or send the code printed below to @${bot}.`,
    'Read the consent and agree to it.',
  ],
  slipUntil: (date) => `Valid until ${date}, works once.`,
  slipsCaption: (className, count, date) =>
    `${className}: ${count} ${count === 1 ? 'slip' : 'slips'} with codes until ${date}. Print, cut and hand them out, then delete the file. Unused earlier codes are revoked.`,
  batchTitle: (className, count) => `${className}: ${count} ${count === 1 ? 'code' : 'codes'}`,
  batchWarning: (date) =>
    `Forward each family only its own lines. The codes are shown once and valid until ${date}.`,

  staffTitle: 'Staff without access',
  everybodyLinked: 'All staff are linked.',
  findStaff: 'Find somebody: /invite Surname Name',
  staffLinked: (name) => `${name}: a chat is linked already. A new code links one more.`,
  staffGiven: (name) => `${name}: a code was given and is not used yet. A new one revokes it.`,
  newCode: 'New code',
  notFound: (name) => `“${name}”: nobody found. Check the name or open the list: /invite`,
  found: (count) => `Found: ${count}. Who needs a code?`,
};
