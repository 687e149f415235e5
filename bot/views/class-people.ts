import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { ListedParent, ListedPupil } from '../../db/reports/class-list.ts';
import { classPupilPress, tabPress } from '../dialogue/class-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { tabRows } from './class-tabs.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, pageOf } from './pages.ts';
import { personName } from './person-name.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

// A pupil takes three lines with two parents: a screen and a half on a phone.
const PER_PAGE = 10;

/** The pupils of a class with their parents and phones, and who reads the diary. */
export function classListScreen(
  of: { klass: ClassFacts; pupils: readonly ListedPupil[]; page: number },
  pen: Pen,
): Screen {
  const { klass, pupils, page } = of;
  const { texts, names } = pen;
  const { classCard, invites } = texts;
  const { classId } = klass;
  const tabs = tabRows(classId, 'list', texts);
  const title = bold(classCard.listTitle(klass.className, pupils.length));
  if (pupils.length === 0) {
    return { text: `${title}\n${escapeHtml(classCard.emptyClass)}`, buttons: tabs };
  }
  const shown = pageOf(pupils, page, PER_PAGE);
  const lines = shown.flatMap((pupil) => [
    bold(numberedName(pupil, names)),
    ...parentLines(pupil.parents, pen).map(escapeHtml),
  ]);
  const buttons = shown.map(({ pupilId, number }) => ({
    text: String(number),
    press: classPupilPress(classId, pupilId),
  }));
  const arrows = arrowRow(
    pupils.length,
    page,
    invites,
    (to) => tabPress(classId, 'list', to),
    PER_PAGE,
  );
  const notes = [classCard.listLegend, classCard.listHint].map(escapeHtml);
  return {
    text: [title, ...lines, '', ...notes].join('\n'),
    buttons: [...rowsOf(buttons, 5), ...arrows, ...tabs],
  };
}

/** A line a parent: the diary, the name and the phone; no phones where messages hold no names. */
export function parentLines(parents: readonly ListedParent[], { texts, names }: Pen): string[] {
  const { classCard } = texts;
  if (parents.length === 0) {
    return [classCard.noParents];
  }
  return parents.map((parent) => {
    const name = personName(parent, names === 'none' ? 'none' : 'full');
    const { relation, linked } = parent;
    const whole = [name, relation === null || name === null ? relation : `(${relation})`];
    const label = whole.filter((part) => part !== null).join(' ') || `№ ${parent.personId}`;
    return classCard.parentLine(label, names === 'none' ? null : parent.phone, linked);
  });
}
