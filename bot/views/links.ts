import type { LinkedChat } from '../../db/reports/chat-links.ts';
import type { FamilyChat } from '../../db/reports/family-links.ts';
import type { InvitedChild } from '../../db/reports/invited-child.ts';
import { cutPress, familyCardPress } from '../dialogue/invite-presses.ts';
import { askOwnCutPress, ownCutPress, ownLinksPress } from '../dialogue/link-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { parentName } from './invite.ts';

type Names = DialogueConfig['names'];

/** A person's own chats. `here` is the address of the one this is shown in. */
export type OwnChats = {
  chats: readonly LinkedChat[];
  here: string;
  /** The school's day and clock time of an instant. */
  dayOf: (instant: Date) => string;
  timeOf: (instant: Date) => string;
};

/** The chats that read the journal as this person, each with a way to cut it off. */
export function ownLinksScreen(own: OwnChats, texts: Texts): Screen {
  const { links } = texts;
  const lines = own.chats.map((chat) => {
    const name = ownChatName(chat, own, texts);
    return chat.state === 'blocked' ? links.blocked(name) : name;
  });
  return {
    text: [bold(links.title), ...[...lines, links.onlyKnown].map(escapeHtml)].join('\n'),
    buttons: own.chats.map((chat) => [
      { text: links.cut(ownChatName(chat, own, texts)), press: askOwnCutPress(chat.linkId) },
    ]),
  };
}

/** Asks before an own chat is cut off. */
export function askOwnCutScreen(chat: LinkedChat, own: OwnChats, texts: Texts): Screen {
  const { links } = texts;
  return {
    text: escapeHtml(links.askOwn(ownChatName(chat, own, texts))),
    buttons: [
      [{ text: links.yes, press: ownCutPress(chat.linkId) }],
      [{ text: links.no, press: ownLinksPress() }],
    ],
  };
}

/** Asks the class teacher before a family's chat is cut off. */
export function askFamilyCutScreen(
  of: { classId: number; pupilId: number; chat: FamilyChat; since: string },
  { links, school }: Texts,
  names: Names,
): Screen {
  const { classId, pupilId, chat } = of;
  return {
    text: escapeHtml(links.askFamily(parentName(chat.parent, names), school.date(of.since))),
    buttons: [
      [{ text: links.yes, press: cutPress(classId, pupilId, chat.linkId) }],
      [{ text: links.no, press: familyCardPress(classId, pupilId) }],
    ],
  };
}

/** Said in the chat that was cut off. */
export function goneMessage({ links }: Texts): Screen {
  return { text: escapeHtml(links.gone) };
}

/** Said to the family whose chat the school has cut off. */
export function familyToldMessage(
  child: InvitedChild,
  { links, parent }: Texts,
  names: Names,
): Screen {
  const name = briefName(child, names);
  const whose = child.className === null ? name : parent.childTitle(name, child.className);
  return { text: escapeHtml(links.familyTold(whose)) };
}

function ownChatName(
  { address, linkedAt }: LinkedChat,
  { here, dayOf, timeOf }: OwnChats,
  { links, school }: Texts,
): string {
  const date = school.date(dayOf(linkedAt));
  return address === here ? links.thisChat(date) : links.otherChat(date, timeOf(linkedAt));
}
