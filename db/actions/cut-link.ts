import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { isStaff } from '../reports/staff.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { forgetDialog } from './keep-dialog.ts';
import { abandonChat } from './settle-messages.ts';

/** A chat that was cut off, and what it takes to tell it so. */
export type CutChat = {
  linkId: number;
  address: string;
  personId: number;
  language: 'ru' | 'en' | null;
  /** The bot isn't blocked there. */
  reachable: boolean;
};

/**
 * Cuts a chat off: from this moment it is a stranger's, and what waited to be sent to it is given
 * up. For its owner, for the class teacher of an own child where the owner is no staff, and for the
 * administrator. Refused as stale once it was cut.
 */
export async function cutLink(tx: Tx, by: By, linkId: number): Promise<CutChat> {
  const { ChatLink, Person } = tx.db.models;
  const { transaction } = tx;
  const link = await ChatLink.findByPk(linkId, { transaction });
  if (!link) {
    throw new Refusal('not-found');
  }
  const { address, personId, state } = link;
  const facts = {
    personId,
    staff: await isStaff(tx.db, personId, tx),
    classIds: await classesOfChildren(tx, personId),
  };
  if (!can(by.actor, 'link.cut', facts)) {
    throw new Refusal('not-allowed');
  }
  const [cut] = await ChatLink.update(
    { state: 'cut' },
    { where: { id: linkId, state: ['active', 'blocked'] }, transaction },
  );
  if (cut !== 1) {
    throw new Refusal('stale');
  }
  await forgetDialog(tx, address);
  await abandonChat(tx, address, 'cut');
  await writeChanges(tx, by, [
    {
      record: 'chat_link',
      recordId: linkId,
      before: { personId, state },
      after: { personId, state: 'cut' },
    },
  ]);
  const person = await Person.findByPk(personId, { transaction });
  const language = person?.language ?? null;
  return { linkId, address, personId, language, reachable: state === 'active' };
}

async function classesOfChildren(tx: Tx, personId: number): Promise<number[]> {
  const rows = await tx.db.select<{ classId: number }>(
    `SELECT DISTINCT e.class_id AS "classId"
       FROM guardianship g
       JOIN enrolment e ON e.pupil_id = g.pupil_id AND (e.ends_on IS NULL OR e.ends_on >= :today)
      WHERE g.person_id = :personId AND g.state = 'active'`,
    { personId, today: tx.today },
    tx,
  );
  return rows.map(({ classId }) => classId);
}
