import type { CreatedInvite } from '../../db/actions/create-invite.ts';
import type { FamilyAccess, KnownParent } from '../../db/reports/class-codes.ts';
import type { StaffAccess } from '../../db/reports/staff-codes.ts';
import { classPress, revokePress, staffPagePress } from '../dialogue/invite-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { fileName } from './file-name.ts';
import { bold, escapeHtml } from './html.ts';
import { familyName, parentName } from './invite.ts';
import { personName } from './person-name.ts';

type ForFamily = { classId: number; family: FamilyAccess; parent: KnownParent | null };

/** A code at the only moment it can be shown; `lastDay` is the last day it is good on. */
type Shown<Whom> = CreatedInvite & { lastDay: string; for: Whom };
export type FamilyCode = Shown<ForFamily>;
export type GivenCode = FamilyCode | Shown<{ colleague: StaffAccess }>;

// Codes in one message: each takes about 120 characters of 4096.
const PER_MESSAGE = 25;

/** A code as a note to forward, and what to do with it. */
export function codeMessages(given: GivenCode, texts: Texts, config: DialogueConfig): Screen[] {
  const { invites, school } = texts;
  const { botUsername } = config;
  const link = linkOf(given, config);
  const note = [
    bold(noteTitle(given, texts, config.names)),
    howTo(invites.howTo(link, botUsername, given.code), given.code),
    escapeHtml(invites.validUntil(school.date(given.lastDay))),
  ];
  const back =
    'colleague' in given.for
      ? { text: invites.staff, press: staffPagePress(0) }
      : { text: invites.toClass, press: classPress(given.for.classId, 0) };
  return [
    { text: note.join('\n'), secret: true },
    {
      text: escapeHtml(invites.forward(whoseName(given, texts, config.names))),
      buttons: [[{ text: invites.revoke, press: revokePress(given.inviteId) }], [back]],
    },
  ];
}

/** Codes of a class, a few messages long, each family's to be forwarded to that family alone. */
export function batchMessages(
  given: readonly FamilyCode[],
  texts: Texts,
  config: DialogueConfig,
): Screen[] {
  const { invites, school } = texts;
  const [first] = given;
  if (!first) {
    return [];
  }
  const { className } = first.for.family;
  const entries = given.map((one) =>
    [
      bold(whoseName(one, texts, config.names)),
      `<code>${escapeHtml(one.code)}</code>`,
      escapeHtml(linkOf(one, config)),
    ].join('\n'),
  );
  const head = [
    bold(invites.batchTitle(className, given.length)),
    escapeHtml(invites.batchWarning(school.date(first.lastDay))),
  ].join('\n');
  const messages: Screen[] = [];
  for (let from = 0; from < entries.length; from += PER_MESSAGE) {
    const part = entries.slice(from, from + PER_MESSAGE);
    const text = [...(from === 0 ? [head] : []), ...part].join('\n\n');
    messages.push({ text, secret: true });
  }
  return messages;
}

/** Codes as paper slips, for the whole class or one family: a PDF to print. */
export function slipsMessage(
  given: readonly FamilyCode[],
  { invites, school }: Texts,
  config: DialogueConfig,
): Screen[] {
  const [first] = given;
  if (!first) {
    return [];
  }
  const { className } = first.for.family;
  const title = invites.slipName(className);
  const slips = given.map((one) => {
    const { family, parent } = one.for;
    return {
      whose: invites.slipWhose(family.number, childName(family, 'none'), className),
      whom: parent?.relation ? invites.slipWhom(parent.relation) : null,
      link: linkOf(one, config),
      code: one.code,
      until: invites.slipUntil(school.date(one.lastDay)),
    };
  });
  const howTo = invites.slipHowTo(config.botUsername);
  return [
    {
      text: escapeHtml(invites.slipsCaption(className, given.length, school.date(first.lastDay))),
      file: {
        kind: 'document',
        name: `${fileName(title)}.pdf`,
        slips: { title, howTo, slips },
      },
      buttons: [[{ text: invites.toClass, press: classPress(first.for.classId, 0) }]],
      secret: true,
    },
  ];
}

function linkOf({ token }: GivenCode, { botUsername }: DialogueConfig): string {
  return `https://t.me/${botUsername}?start=${token}`;
}

function noteTitle(
  { for: whom }: GivenCode,
  { invites }: Texts,
  names: DialogueConfig['names'],
): string {
  return 'colleague' in whom
    ? invites.staffNote(personName(whom.colleague, names) ?? '')
    : invites.familyNote(familyName(whom.family, names), whom.family.className);
}

function whoseName(
  { for: whom }: GivenCode,
  { start }: Texts,
  names: DialogueConfig['names'],
): string {
  if ('colleague' in whom) {
    return personName(whom.colleague, names) ?? start.noName;
  }
  const child = familyName(whom.family, names);
  return whom.parent === null ? child : `${child} (${parentName(whom.parent, names)})`;
}

/** The sentence with its code set apart, so that a tap copies it. */
function howTo(sentence: string, code: string): string {
  return escapeHtml(sentence).replace(code, `<code>${code}</code>`);
}
