import { press } from './press.ts';

// What the buttons of correspondence carry.

/** Opens the list of a class on which families are ticked. */
export const classPress = (classId: number, page: number) => press('wclass1', classId, page);

/** Ticks a family or takes its tick away: a second tap changes nothing. */
export const tickPress = (
  of: { classId: number; pupilId: number; page: number },
  chosen: boolean,
) => press('wtick1', of.classId, of.pupilId, chosen ? 1 : 0, of.page);

export const tickAllPress = (classId: number, chosen: boolean) =>
  press('wall1', classId, chosen ? 1 : 0);

/** Shows the draft as it would be sent. */
export const lookPress = () => press('wlook1');

/** Sends the draft with this number; one that was sent or replaced since is not sent. */
export const sendPress = (draft: number) => press('wsend1', draft);

/** Forgets a draft or a question that waits. */
export const dropPress = () => press('wdrop1');

/** A parent writes to the class teacher of this child. */
export const childPress = (pupilId: number) => press('wchild1', pupilId);

/** Asks for one message to the other side of a thread. */
export const askPress = (classId: number, pupilId: number) => press('wask1', classId, pupilId);

/** Answers a message that came. */
export const replyPress = (messageId: number) => press('wreply1', messageId);

/** Says that a message that came was read. */
export const readPress = (messageId: number) => press('wread1', messageId);

/** Opens a thread at its newest messages, or at those before one of them. */
export const threadPress = (of: { classId: number; pupilId: number }, before: number | null) =>
  press('wthread1', of.classId, of.pupilId, before ?? 0);

export const threadsPress = (classId: number, page: number) => press('wthreads1', classId, page);

/** Sends the photo of a message once more. */
export const photoPress = (messageId: number) => press('wphoto1', messageId);

export const lettersPress = (classId: number) => press('wletters1', classId);

/** Who has read a letter, named by its operation in the chat; null if it has another origin. */
export function letterPress(operation: string): string | null {
  const number = /^chat:(\d{1,12})$/.exec(operation)?.[1];
  return number === undefined ? null : press('wletter1', number);
}

/** The operation named by a letter's payload; null for anything we never wrote. */
export function readLetterArg(arg: string | undefined): string | null {
  return /^\d{1,12}$/.test(arg ?? '') ? `chat:${arg}` : null;
}

export const hoursPress = (classId: number) => press('whours1', classId);

export const setHoursPress = (classId: number, fromHour: number, toHour: number) =>
  press('whset1', classId, fromHour, toHour);
