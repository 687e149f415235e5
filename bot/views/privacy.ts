import type { Child } from '../../db/reports/children.ts';
import type { GivenConsent } from '../../db/reports/consents.ts';
import {
  askWithdrawPress,
  childDataPress,
  exportPress,
  privacyPress,
  viewsPress,
  withdrawPress,
} from '../dialogue/privacy-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { titleOf } from './home.ts';
import { bold, escapeHtml } from './html.ts';

type Names = DialogueConfig['names'];

export type OwnData = { children: readonly Child[]; consents: readonly GivenConsent[] };

/** What the journal keeps of a person and their children, who sees it, and what they may do. */
export function privacyScreen({ children, consents }: OwnData, texts: Texts, names: Names): Screen {
  const { privacy } = texts;
  const family = children.length > 0;
  const lines = [
    privacy.aboutYou,
    ...(family ? [privacy.aboutChild] : []),
    privacy.where,
    ...(family ? [privacy.whoSees] : []),
    ...children.map((child) =>
      privacy.childLine(titleOf(child, texts, names), consentWords(child, consents, texts)),
    ),
  ];
  return {
    text: [bold(privacy.title), ...lines.flatMap((line) => ['', escapeHtml(line)])].join('\n'),
    buttons: [
      ...children.map((child) => [
        { text: privacy.aboutThe(briefName(child, names)), press: childDataPress(child.pupilId) },
      ]),
      [{ text: privacy.exportOwn, press: exportPress(null) }],
    ],
  };
}

/** What may be done with an own child's data. */
export function childDataScreen(
  child: Child,
  consents: readonly GivenConsent[],
  texts: Texts,
  names: Names,
): Screen {
  const { privacy } = texts;
  const { pupilId } = child;
  return {
    text: [
      bold(titleOf(child, texts, names)),
      escapeHtml(consentWords(child, consents, texts)),
    ].join('\n'),
    buttons: [
      [{ text: privacy.exportChild, press: exportPress(pupilId) }],
      [{ text: privacy.viewed, press: viewsPress(pupilId) }],
      [{ text: privacy.withdraw, press: askWithdrawPress(pupilId) }],
      [{ text: privacy.toHome, press: privacyPress() }],
    ],
  };
}

/** Asks before consent is withdrawn. */
export function askWithdrawScreen(child: Child, texts: Texts, names: Names): Screen {
  const { privacy } = texts;
  return {
    text: [
      bold(privacy.askWithdraw(titleOf(child, texts, names))),
      ...privacy.withdrawMeans.flatMap((line) => ['', escapeHtml(line)]),
    ].join('\n'),
    buttons: [
      [{ text: privacy.yes, press: withdrawPress(child.pupilId) }],
      [{ text: privacy.no, press: childDataPress(child.pupilId) }],
    ],
  };
}

/** What the parent is told; `last` was the last thing the chat was linked for. */
export function withdrawnScreen(
  child: Child,
  { last }: { last: boolean },
  texts: Texts,
  names: Names,
): Screen {
  const { privacy } = texts;
  const lines = [
    privacy.withdrawn(briefName(child, names)),
    ...(last ? ['', privacy.chatGone] : []),
  ];
  return {
    text: lines.map(escapeHtml).join('\n'),
    ...(last ? {} : { buttons: [[{ text: privacy.toHome, press: privacyPress() }]] }),
  };
}

/** What the class teacher is told. */
export function toldOfWithdrawal(child: Child, texts: Texts, names: Names): Screen {
  return { text: escapeHtml(texts.privacy.toldTeacher(titleOf(child, texts, names))) };
}

function consentWords(
  { pupilId }: Child,
  consents: readonly GivenConsent[],
  { privacy, school }: Texts,
): string {
  const given = consents.find((one) => one.pupilId === pupilId);
  if (!given) {
    return privacy.noConsent;
  }
  return given.date === null
    ? privacy.consentNoDate(given.version)
    : privacy.consentGiven(school.fullDate(given.date), given.version);
}
