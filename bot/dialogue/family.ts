import { Refusal } from '../../db/errors.ts';
import { type Child, readChildren } from '../../db/reports/children.ts';
import { can } from '../../db/rules/access.ts';
import type { Family } from '../views/children-row.ts';
import { consentScreen } from '../views/consent.ts';
import { escapeHtml } from '../views/html.ts';
import { CONSENT_VERSION } from './consent-version.ts';
import { consentPress } from './parent-presses.ts';
import type { Screen, Turn } from './turn.ts';

/**
 * The child a parent's screen is about: the one named by the payload, else the first. Whoever asks
 * for a child that isn't theirs gets nothing of it; a child without consent gives the question.
 */
export async function readFamily(
  turn: Turn,
  pupilId: number | null,
): Promise<Family | { instead: Screen }> {
  const { caller, db, texts } = turn;
  if (!caller || (pupilId !== null && !can(caller.actor, 'child.read', { pupilId }))) {
    throw new Refusal('not-allowed');
  }
  const children = await readChildren(db, caller.actor.personId);
  const child = children.find((one) => one.pupilId === pupilId) ?? children[0];
  if (!child) {
    return { instead: { text: escapeHtml(texts.parent.noChildren) } };
  }
  if (!child.consented) {
    return { instead: askConsent(turn, child) };
  }
  return { child, children };
}

function askConsent({ texts, config }: Turn, child: Child): Screen {
  const className = child.classes.at(-1)?.className ?? null;
  return consentScreen({ ...child, className, version: CONSENT_VERSION }, texts, config.names, [
    [
      {
        text: texts.start.agreeFor,
        press: consentPress(child.pupilId, CONSENT_VERSION),
      },
    ],
  ]);
}
