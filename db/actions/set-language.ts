import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Sets the language in which the journal speaks to the actor. For everybody who is linked. */
export async function setLanguage(tx: Tx, by: By, language: 'ru' | 'en'): Promise<void> {
  const { Person } = tx.db.models;
  const { transaction } = tx;
  const person = await Person.findByPk(by.actor.personId, { transaction });
  if (!person) {
    throw new Refusal('not-allowed');
  }
  if (person.language === language) {
    return;
  }
  await writeChanges(tx, by, [
    {
      record: 'person',
      recordId: person.id,
      before: { language: person.language },
      after: { language },
    },
  ]);
  await person.update({ language }, { transaction, silent: true });
}
