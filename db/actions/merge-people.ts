import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * Gives a parent's children to the same human's staff person, with consents and what was chosen for
 * them, so that one chat serves both. The parent's other chats stay as they are: somebody else may
 * hold them, and they must not gain a teacher's rights; only a parent without any is made inactive.
 * Called after the chat in hand was linked to `into`, by redeemInvite.
 */
export async function mergePeople(
  tx: Tx,
  by: By,
  { from, into }: { from: number; into: number },
): Promise<void> {
  const { Guardianship, ChatLink, Person } = tx.db.models;
  const { transaction } = tx;
  const others = await ChatLink.count({
    where: { personId: from, state: ['active', 'blocked'] },
    transaction,
  });
  const ties = await Guardianship.findAll({
    where: { personId: from, state: 'active' },
    transaction,
  });
  for (const { id, pupilId, relation, consentVersion, consentAt } of ties) {
    const [own] = await Guardianship.findOrCreate({
      where: { personId: into, pupilId },
      defaults: { personId: into, pupilId, relation, consentVersion, consentAt },
      transaction,
    });
    await Guardianship.update(
      {
        state: 'active',
        consentVersion: consentVersion ?? own.consentVersion,
        consentAt: consentAt ?? own.consentAt,
      },
      { where: { id: own.id }, transaction },
    );
    if (others === 0) {
      await Guardianship.update({ state: 'cut' }, { where: { id }, transaction });
    }
  }
  await carryChoices(tx, from, into);
  if (others === 0) {
    await moveNotices(tx, from, into);
    await moveQuestions(tx, from, into);
    await moveViews(tx, from, into);
    await Person.update({ state: 'inactive' }, { where: { id: from }, transaction });
  }
  await writeChanges(tx, by, [
    {
      record: 'person',
      recordId: from,
      before: { state: 'active', children: ties.map(({ pupilId }) => pupilId) },
      after: { state: others === 0 ? 'inactive' : 'active', mergedInto: into },
    },
  ]);
}

// What a parent has chosen and taken note of, by table: it holds for the person they turn out to be.
const CARRIED = {
  preference: 'key, value',
  notice_choice: 'pupil_id, topic, mode',
  acknowledgement: 'note_id, at',
  week_acknowledgement: 'pupil_id, monday, at',
} as const;

/** The choices of the staff person, where there are any, stay theirs. */
async function carryChoices(tx: Tx, from: number, into: number): Promise<void> {
  for (const [table, columns] of Object.entries(CARRIED)) {
    await tx.run(
      `INSERT INTO ${table} (person_id, ${columns})
       SELECT :into, ${columns} FROM ${table} WHERE person_id = :from
       ON CONFLICT DO NOTHING`,
      { from, into },
    );
  }
}

/** What the parent was told of or still waits for goes along, so that a correction is still said. */
async function moveNotices(tx: Tx, from: number, into: number): Promise<void> {
  await tx.run(
    `UPDATE notice SET person_id = :into WHERE person_id = :from
        AND NOT EXISTS (SELECT 1 FROM notice own WHERE own.person_id = :into
                           AND own.kind = notice.kind AND own.record_id = notice.record_id)`,
    { from, into },
  );
}

/** Their questions to the office go along: the chat that awaits the answers is another person's now. */
async function moveQuestions(tx: Tx, from: number, into: number): Promise<void> {
  const of = { from, into };
  await tx.run('UPDATE support_request SET person_id = :into WHERE person_id = :from', of);
}

/** What they looked at as a parent is still the same human's look. */
async function moveViews(tx: Tx, from: number, into: number): Promise<void> {
  await tx.run(
    `UPDATE view_event SET person_id = :into WHERE person_id = :from
        AND NOT EXISTS (SELECT 1 FROM view_event own
                         WHERE own.person_id = :into AND own.pupil_id = view_event.pupil_id
                           AND own.side = view_event.side AND own.screen = view_event.screen
                           AND own.date = view_event.date)`,
    { from, into },
  );
}
