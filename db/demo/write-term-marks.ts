import { writeChanges } from '../actions/audit.ts';
import type { By } from '../actions/by.ts';
import { editRecord } from '../actions/edit-record.ts';
import { insertRows } from '../actions/insert-rows.ts';
import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { SEED } from './admit-people.ts';
import type { SchoolIds } from './school-ids.ts';
import type { EndedTerm } from './term-marks.ts';

const COLUMNS = [
  ...['pupil_id', 'course_id', 'term_id', 'value', 'proposal', 'mean', 'author_id'],
  ...['state', 'version', 'created_at', 'updated_at'],
];
const BORN = { state: 'active', version: 1 } as const;

/**
 * Writes the term marks of a term as its teachers would have, audit lines and all, but in bulk and
 * without notices, and closes the term.
 */
export async function writeTermMarks(
  tx: Tx,
  { term, marks }: EndedTerm,
  ids: SchoolIds,
): Promise<void> {
  const termId = ids.term(term);
  for (const [teacherKey, own] of groupBy(marks, ({ course }) => course.teacherKey)) {
    const authorId = ids.person(teacherKey);
    const decided = own.map(({ course, pupilKey, value, proposal, mean }) => ({
      pupilId: ids.pupil(pupilKey),
      courseId: ids.course({ ...course, subject: course.subject.name }),
      after: { value, proposal, mean, ...BORN },
    }));
    const recordIds = await insertRows(
      tx,
      'term_mark',
      COLUMNS,
      decided.map(({ pupilId, courseId, after: { value, proposal, mean, state, version } }) => [
        ...[pupilId, courseId, termId, value, proposal, mean, authorId],
        ...[state, version, tx.now, tx.now],
      ]),
    );
    const actor = { personId: authorId, roles: ['teacher'], classIds: [], childIds: [] } as const;
    const by: By = { actor, door: 'chat', operation: `demo:term${termId}:${authorId}` };
    await writeChanges(
      tx,
      by,
      decided.map(({ pupilId, after }, index) => ({
        ...{ record: 'term_mark', recordId: recordIds[index] ?? 0, pupilId },
        ...{ before: null, after },
      })),
    );
  }
  await editRecord(tx, SEED, { model: 'Term', id: termId, values: { state: 'closed' } });
}
