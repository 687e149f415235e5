import { Op, type WhereOptions } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Ends a session of the panel by the hash of its id: one's own, or anybody's by the administrator. */
export async function endSession(tx: Tx, by: By, sid: string): Promise<void> {
  const session = await tx.db.models.PanelSession.findByPk(sid, { transaction: tx.transaction });
  const own = session?.personId === by.actor.personId;
  if (!session || !(own || can(by.actor, 'school.write', null))) {
    throw new Refusal('not-found');
  }
  await end(tx, by, session.personId, { sid });
}

/** Ends every session of the actor but the one whose hashed id is given. */
export async function endOtherSessions(tx: Tx, by: By, kept: string): Promise<void> {
  await end(tx, by, by.actor.personId, { sid: { [Op.ne]: kept } });
}

async function end(tx: Tx, by: By, personId: number, which: WhereOptions): Promise<void> {
  const { transaction } = tx;
  const where = { [Op.and]: [{ personId }, which] };
  const ended = await tx.db.models.PanelSession.destroy({ where, transaction });
  if (ended > 0) {
    await writeChanges(tx, by, [
      { record: 'panel_session', recordId: personId, before: { personId, ended }, after: null },
    ]);
  }
}
