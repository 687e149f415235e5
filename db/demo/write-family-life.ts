import type { By } from '../actions/by.ts';
import { giveExcuse } from '../actions/give-excuse.ts';
import { writeBehaviour } from '../actions/write-behaviour.ts';
import { writeToFamilies } from '../actions/write-to-families.ts';
import { writeToSchool } from '../actions/write-to-school.ts';
import type { Tx } from '../open.ts';
import { callerOfPerson } from '../reports/caller.ts';
import { ABSENT, STAFF_PARTS, STAGE } from './content/cast.ts';
import { LETTERS, NOTES } from './content/family-life.ts';
import type { DemoPupil } from './families.ts';
import type { DemoSchool } from './school.ts';
import type { SchoolIds } from './school-ids.ts';

/** Notes of some pupils' behaviour. Written before their parents are let in, so no phone rings. */
export async function writeNotes(tx: Tx, { pupils }: DemoSchool, ids: SchoolIds): Promise<void> {
  const { by, classId } = await classTeacher(tx, ids);
  for (const { of, kind, text } of NOTES) {
    const pupilIds = [ids.pupil(find(pupils, isNamed(of)).key)];
    await writeBehaviour(tx, by, { classId, pupilIds, kind, text });
  }
}

/**
 * Lets the class teacher of the stage's class write to its families, one mother answer, and another
 * explain why her son is away today. No phone rings: it was said before the visitor came.
 */
export async function writeFamilyLife(
  tx: Tx,
  { pupils, parents }: DemoSchool,
  ids: SchoolIds,
): Promise<void> {
  const members = pupils.filter((pupil) => pupil.class === STAGE.class);
  const motherOf = ({ key }: DemoPupil) =>
    ids.person(find(parents, ({ pupilKeys }) => pupilKeys.includes(key)).key);
  const { by, classId } = await classTeacher(tx, ids);
  await writeToFamilies(tx, by, {
    classId,
    pupilIds: members.map(({ key }) => ids.pupil(key)),
    content: { text: LETTERS.toAll, file: null },
  });
  const answering = find(members, isNamed(LETTERS.answerFor));
  await writeToSchool(tx, await byOf(tx, motherOf(answering)), {
    pupilId: ids.pupil(answering.key),
    ...{ classId, content: { text: LETTERS.answer, file: null } },
  });
  const away = find(members, ({ lastName }) => lastName === ABSENT.subject);
  await giveExcuse(tx, await byOf(tx, motherOf(away)), {
    pupilId: ids.pupil(away.key),
    ...{ date: tx.today, answer: 'ill', text: null },
  });
}

async function classTeacher(tx: Tx, ids: SchoolIds): Promise<{ by: By; classId: number }> {
  const by = await byOf(tx, ids.person(STAFF_PARTS.classTeacher));
  const [classId = 0] = by.actor.classIds;
  return { by, classId };
}

async function byOf(tx: Tx, personId: number): Promise<By> {
  const caller = await callerOfPerson(tx.db, personId, tx);
  if (!caller) {
    throw new Error(`the demo has no person ${personId}`);
  }
  return { actor: caller.actor, door: 'chat', operation: `demo:families:${personId}` };
}

function isNamed(name: string): (pupil: DemoPupil) => boolean {
  return ({ lastName, firstName }) => `${lastName} ${firstName}` === name;
}

function find<T>(items: readonly T[], fits: (item: T) => boolean): T {
  const found = items.find(fits);
  if (found === undefined) {
    throw new Error('the demo has lost somebody');
  }
  return found;
}
