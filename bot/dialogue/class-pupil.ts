import { Refusal } from '../../db/errors.ts';
import { readPupilNotes } from '../../db/reports/behaviour-notes.ts';
import { readClassFacts } from '../../db/reports/class-facts.ts';
import { readClassList } from '../../db/reports/class-list.ts';
import { readMarksSummary } from '../../db/reports/marks-summary.ts';
import { readSchoolDays } from '../../db/reports/school-days.ts';
import { can } from '../../db/rules/access.ts';
import { classPupilScreen } from '../views/class-pupil.ts';
import { actorOf, penOf } from './actor.ts';
import { idOf } from './press.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';
import { saw } from './viewed.ts';

const NOTES_SHOWN = 3;

/** A pupil of the class: means and missed lessons of the term, notes, parents and phones. */
export async function showClassPupil(
  turn: PressTurn,
  [classArg, pupil]: string[],
): Promise<Answer> {
  const { db } = turn;
  const actor = actorOf(turn);
  const classId = idOf(classArg);
  const pupilId = idOf(pupil);
  const klass = await readClassFacts(db, actor, { classId, action: 'class.read' });
  const today = db.today();
  const [pupils, calendars, { notes }] = await Promise.all([
    readClassList(db, { classId, pupilId }),
    readSchoolDays(db, [klass]),
    readPupilNotes(db, { pupilId, readerId: actor.personId, before: null, limit: NOTES_SHOWN }),
  ]);
  const [found] = pupils;
  if (!found) {
    throw new Refusal('not-found');
  }
  saw(turn, 'school', 'card', pupilId);
  const begun = calendars.get(classId)?.terms.filter(({ startsOn }) => startsOn <= today) ?? [];
  const term = begun.at(-1) ?? null;
  const subjects = term
    ? await readMarksSummary(db, { pupilId, classId, from: term.startsOn, to: term.endsOn })
    : [];
  const mayWrite = can(actor, 'class.roll', { classId });
  return redraw(
    turn,
    classPupilScreen({ klass, pupil: found, term, subjects, notes, mayWrite }, penOf(turn)),
  );
}
