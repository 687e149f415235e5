import { randomInt } from 'node:crypto';
import { Op } from 'sequelize';
import { hashToken, newToken } from '../code-hash.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** How long a link from the chat opens the panel. */
export const PANEL_LINK_MINUTES = 2;

const WINDOW_MINUTES = 15;
const LINKS_PER_WINDOW = 5;
const CODES = 1_000_000;

/** A link is `/admin/enter/TOKEN`; its page asks for the code, which is told apart from it. */
export type PanelEntry = { token: string; code: string };

/**
 * A one-time link into the panel for the actor, asked for in a chat of theirs: two minutes, and only
 * with its code of six digits. Earlier unused ones of that person stop working. Of both only hashes
 * are kept. For whoever may open the panel; five links in a quarter of an hour.
 */
export async function createPanelLink(tx: Tx, by: By, chat: string): Promise<PanelEntry> {
  const { personId } = by.actor;
  if (!can(by.actor, 'panel.open', null)) {
    throw new Refusal('not-allowed');
  }
  const { PanelToken } = tx.db.models;
  const { transaction, now } = tx;
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const fromChats = { personId, chat: { [Op.not]: null } };
  const recent = await PanelToken.count({
    where: { ...fromChats, createdAt: { [Op.gt]: after(-WINDOW_MINUTES) } },
    transaction,
  });
  if (recent >= LINKS_PER_WINDOW) {
    throw new Refusal('link-limit', { minutes: WINDOW_MINUTES });
  }
  await PanelToken.update({ usedAt: now }, { where: { ...fromChats, usedAt: null }, transaction });
  const token = newToken();
  const code = String(randomInt(CODES)).padStart(6, '0');
  await PanelToken.create(
    {
      tokenHash: hashToken(token),
      codeHash: codeHash(token, code),
      personId,
      chat,
      createdAt: now,
      expiresAt: after(PANEL_LINK_MINUTES),
    },
    { transaction },
  );
  await writeChanges(tx, by, [
    { record: 'panel_token', recordId: personId, before: null, after: { personId } },
  ]);
  return { token, code };
}

/** What is stored of a code: without its token, which isn't stored, six digits can't be tried out. */
export function codeHash(token: string, code: string): string {
  return hashToken(`${token}\n${code}`);
}
