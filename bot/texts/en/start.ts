import { fullStop } from '../full-stop.ts';
import type { Texts } from '../ru.ts';

export const start: Texts['start'] = {
  stranger:
    'This chat is not linked to the journal. Send your access code: parents get it from the class teacher, staff from the school administrator.',
  codeInGroup:
    'The whole group could see an access code, so the message was removed. Codes are typed only in a private chat with the bot. Ask for a new one: somebody may have read it.',
  oneCodeOnly: 'There are several codes in the message. Send one, your own.',
  chatTaken:
    'This chat is already linked to another member of staff. The code was not used: send it from your own chat.',

  consentTitle: 'Linking the diary',
  whoseChild: (child) => `Child: ${child}`,
  consent: [
    'To show the diary the school needs your consent to process personal data (Federal Law 152-FZ).',
    'What is processed: the address of this chat, the child’s name and class, marks, attendance, topics and homework.',
    'What for: so that you can read the diary and get messages from it. Messages pass through the messenger, whose servers may be abroad.',
    'You consent as a parent or legal representative. You can withdraw it at any time: /privacy. The class journal itself is kept by the school as the law requires.',
  ],
  consentVersion: (version) => `Version of the consent: ${version}`,
  agree: 'I agree, link',
  agreeFor: 'I agree',
  decline: 'I do not agree',
  declined:
    'Without consent the diary is not shown, nothing was saved. If you change your mind, send the code again while it is valid.',
  declinedFor: 'Without consent the diary is not shown, nothing was saved.',

  title: 'Class journal',
  linked: 'This chat is linked.',
  childrenLine: (children) => `Diary: ${children}`,
  whatComes:
    'You will get new and corrected marks, absences, and in the evening the day’s summary with homework.',
  worksAs: (roles) => `You: ${roles}`,
  diary: 'Diary',
  marks: 'Marks',
  moreInHelp: 'All commands: /help',
  nothingYet: 'You have neither a role nor a child here yet. Ask the class teacher.',

  parentJoined: (child) =>
    `${fullStop(`One more adult was linked to the diary: ${child}`)} If you do not know them, tell the class teacher.`,
  familyJoined: (child) => fullStop(`A parent was linked by a code: ${child}`),
  staffJoined: (name) => fullStop(`A member of staff was linked by a code: ${name}`),
  newParent: 'Parent',

  noName: 'the school has not entered your name',
  rolesLine: (roles) => `Roles: ${roles}`,
  classesLine: (count, classes) => `Your ${count === 1 ? 'class' : 'classes'}: ${classes}`,
  meChildren: (count, children) => `${count === 1 ? 'Child' : 'Children'}: ${children}`,
  languageLine: 'Language: English',
};
