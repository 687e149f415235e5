import { fullStop } from '../full-stop.ts';
import type { Texts } from '../ru.ts';

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

export const privacy: Texts['privacy'] = {
  title: 'Your data in the journal',
  aboutYou:
    'About you: name, phone (if the school has entered it), roles, linked chats, settings, your messages and questions.',
  aboutChild:
    'About a child: name, class, marks, attendance, term marks, notes of behaviour, letters with the class teacher.',
  where: 'All of it is kept on the school’s own server. Messages pass through the messenger.',
  whoSees:
    'A child’s diary is seen by the parents, the teachers and the class teacher, the deputy head and the administrator. Letters are read by the family and the class teacher alone. Pupils have no access.',
  childLine: (child, consent) => `${child}: ${consent}`,
  consentGiven: (date, version) => `consent of ${date}, version ${version}`,
  consentNoDate: (version) => `consent given, version ${version}`,
  noConsent: 'no consent, the diary is closed',
  exportOwn: 'Take out my data',
  exportChild: 'Take out the child’s data',
  aboutThe: (child) => `About the child: ${child}`,
  viewed: 'Who has looked',
  withdraw: 'Withdraw consent',
  toHome: '‹ My data',
  toChild: '‹ Back',

  viewedTitle: (child) => `Who has looked: ${child}`,
  viewedHint: (count) => `In ${days(count)}: screens that show this child alone.`,
  nobodyViewed: 'Nobody.',
  viewDay: (who, screens, count) => `${who}: ${screens}, ${times(count)}`,
  you: 'You',
  otherParent: 'Parent',
  screens: {
    diary: 'diary',
    marks: 'marks',
    absences: 'absences',
    term: 'term marks',
    behaviour: 'behaviour',
    letters: 'letters',
    card: 'card',
    panel: 'panel',
    export: 'data taken out',
  },
  more: (count) => `And more: ${count}`,

  askWithdraw: (child) => `Withdraw consent: ${child}?`,
  withdrawMeans: [
    'The diary and messages about the child stop at once. The class journal itself is kept by the school as the law requires.',
    'A new code from the class teacher brings access back.',
  ],
  yes: 'Yes, withdraw it',
  no: '‹ Leave it',
  withdrawn: (child) =>
    `${fullStop(`Consent is withdrawn: ${child}`)}\nThe class teacher has been told. A new code from them brings access back.`,
  chatGone:
    'This chat is cut off from the journal: nothing else is linked to it. To come back, send a new code here.',
  toldTeacher: (child) =>
    `${fullStop(`A parent has withdrawn consent: ${child}`)} The diary is closed to them, no messages come. If they ask for access again, give them a new code: /invite`,

  ownTitle: 'My data in the journal',
  childTitle: (child) => `A child’s data: ${child}`,
  ownFile: (day) => `My data ${day}`,
  childFile: (className, day) => `Child data ${className} ${day}`,
  readableCaption: 'To be read.',
  dataCaption: 'The same data, all of it, for programs (JSON).',
  madeOn: (date) => `Taken out on ${date}.`,
  namesHidden:
    'Names are shortened: the school has set its messages so. A full extract is given by the school.',
  diaryDays: (count) =>
    `Topics and homework here are of the last ${days(count)}, all others are in the JSON file.`,
  nothing: 'Nothing.',
  sections: {
    person: 'About you',
    roles: 'Roles',
    chats: 'Chats',
    settings: 'Settings',
    children: 'Children and consents',
    letters: 'Letters',
    ownLetters: 'Your messages',
    excuses: 'Excuses',
    questions: 'Questions to the administrator',
    classes: 'Classes',
    marks: 'Marks',
    absences: 'Absences and lateness',
    termMarks: 'Term marks',
    notes: 'Behaviour',
    diary: 'Diary',
  },
  name: (name) => `Name: ${name}`,
  phone: (phone) => `Phone: ${phone}`,
  language: (language) => `Language: ${language}`,
  bornOn: (date) => `Born on ${date}`,
  chatStates: { active: 'linked', blocked: 'the bot is blocked', cut: 'cut off' },
  chat: (address, state, since) => `${address}: ${state}, since ${since}`,
  period: (className, year, from, until) =>
    `${className}, ${year}: from ${from}${until === null ? '' : ` to ${until}`}`,
  tieCut: 'the tie is cut',
  excuseStates: { new: 'passed on', applied: 'accepted', declined: 'not accepted' },
  sides: { school: 'School', family: 'Family' },
  photo: '[photo]',
  ofTerm: (subject, values) => `${subject}: ${values}`,
  yearMark: (value) => `year ${value}`,
};
