import type { WorkKindKey } from '../rules/work-kinds.ts';
import { CAST } from './content/cast.ts';
import type { DemoPupil } from './families.ts';
import { surnameOf } from './names.ts';
import type { Random } from './random.ts';
import type { PlannedCourse } from './school.ts';

export type DemoMark = { pupilKey: string; value: number | null; kind: WorkKindKey };

// What a lesson's marks are given for, as often as it stands here.
const KINDS: readonly WorkKindKey[] = [
  ...(['answer', 'answer', 'answer', 'answer', 'answer'] as const),
  ...(['homework', 'homework', 'independent', 'independent', 'project'] as const),
];
const FEWEST_MARKS = 4;
const MOST_MARKS = 7;
const OWED = 0.012;
// The range of what pupils are worth, and how far a mark strays from it.
const WEAKEST = 2.9;
const STRONGEST = 5;
const SPREAD = 1.6;
// The children whose parents a visitor may be are good ones, with something left to wish for.
const VISITED = 4.2;

/** What of the plan is done at a lesson. */
export type Work = { control: boolean; practical: boolean };

/**
 * Marks the lessons of a school. Whoever was asked goes to the end of the course's queue, so that
 * nobody is forgotten; a control work is marked for everybody who was there.
 */
export function createMarking(
  random: Random,
  pupils: readonly DemoPupil[],
): (course: PlannedCourse, present: readonly DemoPupil[], work: Work) => DemoMark[] {
  const worth = new Map(
    pupils.map(({ key }) => [key, WEAKEST + (STRONGEST - WEAKEST) * Math.sqrt(random.next())]),
  );
  for (const { key } of pupils.filter(isVisited)) {
    worth.set(key, VISITED);
  }
  const queues = new Map<PlannedCourse, string[]>();

  return (course, present, { control, practical }) => {
    const here = new Set(present.map(({ key }) => key));
    const queue = queues.get(course) ?? random.shuffle([...here]);
    const waiting = [...queue, ...[...here].filter((key) => !queue.includes(key))];
    const half = Math.ceil(here.size / 2);
    const count = control
      ? here.size
      : Math.min(half, random.whole(FEWEST_MARKS, MOST_MARKS) + (practical ? 3 : 0));
    const asked = waiting.filter((key) => here.has(key)).slice(0, count);
    queues.set(course, [...waiting.filter((key) => !asked.includes(key)), ...asked]);
    const kind = kindOf(random, control, practical);
    return asked.map((pupilKey) => ({
      pupilKey,
      value: random.chance(OWED) ? null : markOf(random, worth.get(pupilKey) ?? 4),
      kind,
    }));
  };
}

function isVisited({ lastName, firstName }: DemoPupil): boolean {
  const [family] = CAST;
  return (
    family?.children.some(
      (child) => child.firstName === firstName && surnameOf(family.surname, child.sex) === lastName,
    ) ?? false
  );
}

function kindOf(random: Random, control: boolean, practical: boolean): WorkKindKey {
  if (control) {
    return 'test';
  }
  return practical ? 'practical' : random.pick(KINDS);
}

function markOf(random: Random, worth: number): number {
  const strayed = worth + (random.next() + random.next() - 1) * SPREAD;
  return Math.min(5, Math.max(2, Math.round(strayed)));
}
