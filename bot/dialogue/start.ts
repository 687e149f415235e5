import type { By } from '../../db/actions/by.ts';
import { checkCode } from '../../db/actions/check-code.ts';
import { giveConsent } from '../../db/actions/give-consent.ts';
import { redeemInvite } from '../../db/actions/redeem-invite.ts';
import { consentProof, sameSecret } from '../../db/code-hash.ts';
import type { Tx } from '../../db/open.ts';
import { readInviteUser } from '../../db/reports/invite-user.ts';
import { type InvitedChild, readInvitedChild } from '../../db/reports/invited-child.ts';
import { findCodes } from '../../db/rules/codes.ts';
import { consentScreen } from '../views/consent.ts';
import { escapeHtml } from '../views/html.ts';
import { readChildHome } from './child-home.ts';
import { CONSENT_VERSION } from './consent-version.ts';
import { readHome } from './home.ts';
import { type PressTable, press, readId } from './press.ts';
import type { Said } from './reply.ts';
import { tellOfLink } from './tell-of-link.ts';
import type { Answer, PressTurn, Screen, TextTurn, Turn } from './turn.ts';
import { redraw, say } from './turn.ts';

/** Whether a text is, or holds, an access code: such a text must not stay in a group. */
export function looksLikeCode(text: string): boolean {
  return findCodes(text).length > 0;
}

/** /start: with a code, uses it; without one, the first screen, for a parent the child's overview. */
export async function start(turn: TextTurn, argument: string): Promise<Answer> {
  if (argument !== '') {
    return redeem(turn, turn.event.text);
  }
  const home = await readHome(turn, { justLinked: false });
  if (!home) {
    return say({ text: escapeHtml(turn.texts.start.stranger) });
  }
  const parent = turn.caller?.actor.roles.every((role) => role === 'parent');
  const screen = parent && home.children > 0 ? await readChildHome(turn, null) : home.screen;
  return { replies: [screen, home.menu] };
}

/**
 * A code came, typed or by link. A staff code links at once; a family's asks for consent first and
 * is used up by the button. A wrong one is counted, so it is answered, not refused.
 */
export async function redeem(turn: TextTurn, text: string): Promise<Answer> {
  const { texts, config, event } = turn;
  const codes = findCodes(text);
  if (codes.length > 1) {
    return say({ text: escapeHtml(texts.start.oneCodeOnly) });
  }
  return {
    write: async (tx, by) => {
      const chat = event.chat.address;
      const sent = codes[0] ?? null;
      const checked = await checkCode(tx, { sent, chat, pepper: config.pepper });
      switch (checked.result) {
        case 'invalid':
          return say({ text: escapeHtml(texts.refusals['code-invalid']({})) });
        case 'locked': {
          const { minutes } = checked;
          return say({ text: escapeHtml(texts.refusals['code-limit']({ minutes })) });
        }
        case 'family': {
          const child = await readInvitedChild(tx, checked.pupilId);
          return say(askConsent(turn, checked.inviteId, child));
        }
        case 'staff':
          return use(turn, tx, by, { inviteId: checked.inviteId, consentVersion: null });
      }
    },
  };
}

export const startPresses: PressTable = { agree1: agree, decline1: decline, consent1: consent };

/** The parent agreed: the code is used up, the consent recorded, the chat linked. */
async function agree(turn: PressTurn, [invite, proof = '']: string[]): Promise<Answer> {
  const { texts, config, event } = turn;
  const inviteId = readId(invite);
  const asked = { inviteId: inviteId ?? 0, chat: event.chat.address, version: CONSENT_VERSION };
  if (inviteId === null || !sameSecret(proof, consentProof(asked, config.pepper))) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      const said = await use(turn, tx, by, { inviteId, consentVersion: CONSENT_VERSION });
      const [screen, ...rest] = said.replies;
      return screen && 'text' in screen
        ? { replies: [{ ...screen, replace: turn.event.messageId }, ...rest] }
        : said;
    },
    refused: async () => {
      const home = await usedHere(turn, inviteId);
      return redraw(turn, home ?? { text: escapeHtml(texts.refusals['code-invalid']({})) });
    },
  };
}

async function decline(turn: PressTurn): Promise<Answer> {
  return redraw(turn, { text: escapeHtml(turn.texts.start.declined) });
}

/** Consent for a child that the school's own list has given to this parent. */
async function consent(turn: PressTurn, [pupil, version]: string[]): Promise<Answer> {
  const pupilId = readId(pupil);
  const personId = turn.caller?.actor.personId;
  if (pupilId === null || personId === undefined || version !== CONSENT_VERSION) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      await giveConsent(tx, by, { personId, pupilId, version });
      const home = await readHome(turn, { justLinked: false, tx });
      return redraw(turn, home?.screen ?? { text: escapeHtml(turn.texts.start.stranger) });
    },
  };
}

async function use(
  turn: Turn,
  tx: Tx,
  by: By,
  given: { inviteId: number; consentVersion: string | null },
): Promise<Said> {
  const { texts, event } = turn;
  const chat = event.chat.address;
  const redeemed = await redeemInvite(tx, by, {
    ...given,
    chat,
    newParent: texts.start.newParent,
  });
  if (redeemed.result === 'chat-taken') {
    return say({ text: escapeHtml(texts.start.chatTaken) });
  }
  await tellOfLink(turn, tx, { ...redeemed, inviteId: given.inviteId });
  const home = await readHome(turn, { justLinked: true, tx });
  return home
    ? { replies: [home.screen, home.menu] }
    : say({ text: escapeHtml(texts.start.stranger) });
}

/** A second tap of the one who has used the code shows where it led; anybody else learns nothing. */
async function usedHere(turn: PressTurn, inviteId: number): Promise<Screen | null> {
  const userId = await readInviteUser(turn.db, inviteId);
  if (userId === null || userId !== turn.caller?.actor.personId) {
    return null;
  }
  return (await readHome(turn, { justLinked: true }))?.screen ?? null;
}

function askConsent(turn: Turn, inviteId: number, child: InvitedChild): Screen {
  const { texts, config, event } = turn;
  const asked = { inviteId, chat: event.chat.address, version: CONSENT_VERSION };
  const agreed = press('agree1', inviteId, consentProof(asked, config.pepper));
  return consentScreen({ ...child, version: CONSENT_VERSION }, texts, config.names, [
    [{ text: texts.start.agree, press: agreed }],
    [{ text: texts.start.decline, press: press('decline1') }],
  ]);
}
