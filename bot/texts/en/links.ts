import { fullStop } from '../full-stop.ts';
import type { Texts } from '../ru.ts';

export const links: Texts['links'] = {
  mine: 'My chats',
  title: 'My chats',
  thisChat: (date) => `This chat, since ${date}`,
  otherChat: (date, time) => `Another chat, since ${date}, ${time}`,
  blocked: (line) => `${line} (the bot is blocked)`,
  onlyKnown: 'If you don’t know a chat, or a phone is lost, cut it off.',
  staffChat: (date) => `the chat since ${date}`,
  cut: (chat) => `Cut off: ${chat}`,
  askOwn: (chat) =>
    `Cut it off? ${chat}. The diary and its messages will open there no more; only a new code brings them back.`,
  askFamily: (name, date) =>
    `Cut off the chat of ${name}, linked ${date}? The diary will open there no more; only a new code brings it back.`,
  askStaff: (name, date) =>
    `Cut off the chat of ${name}, linked ${date}? The journal will open there no more; only a new code brings it back.`,
  yes: 'Yes, cut it off',
  no: '‹ Leave it',
  done: 'The chat is cut off.',
  gone: 'This chat is cut off from the journal. A new code is needed to link it again.',
  familyTold: (child) =>
    `${fullStop(`The school has cut one of the chats off the diary: ${child}`)} If you did not ask for it, talk to the class teacher.`,
};
