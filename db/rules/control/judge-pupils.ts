import type { Settings } from '../settings.ts';
import { missesTooMuch } from './absences.ts';
import type { ControlCourse, ControlPupil } from './course-facts.ts';
import { edgeTwos } from './edge-twos.ts';
import { type Finding, findingOf } from './finding.ts';
import { isChangedLate } from './late-change.ts';
import type { ControlRule } from './rule-names.ts';
import { twosAfterAbsence } from './twos-after-absence.ts';
import { uncorrectedTwos } from './uncorrected-twos.ts';

/** What the control finds about single pupils of a course: their «2», absences, changed marks. */
export function judgePupils(course: ControlCourse, settings: Settings): Finding[] {
  const window = settings['correction.days'];
  const days = settings['control.late_change.days'];
  return [
    ...course.pupils.flatMap((pupil) => [
      ...judgeTwos(course, pupil, settings),
      ...judgeAbsences(course, pupil, settings),
    ]),
    ...course.changes
      .filter((change) => isChangedLate(change, { window, days }))
      .map(({ markId, age, pupilId, date, number }) => ({
        ...findingOf(course, 'late_change', { lesson: { date, number }, pupilId, amount: age }),
        key: `late_change:${course.termId}:${markId}`,
      })),
  ];
}

function judgeTwos(course: ControlCourse, pupil: ControlPupil, settings: Settings): Finding[] {
  const { pupilId, lessons } = pupil;
  const at = (rule: ControlRule) => (lesson: { date: string; number: number }) =>
    findingOf(course, rule, { lesson, pupilId });
  const within = settings['control.two_uncorrected.lessons'];
  const edge = settings['control.two_edge.lessons'];
  const missed = settings['control.two_after_absence.lessons'];
  return [
    ...uncorrectedTwos(lessons, within).map(at('two_uncorrected')),
    ...edgeTwos(lessons, { all: course.lessons.length, edge }).map(at('two_edge')),
    ...twosAfterAbsence(lessons, missed).map(at('two_after_absence')),
  ];
}

function judgeAbsences(
  course: ControlCourse,
  { pupilId, lessons }: ControlPupil,
  settings: Settings,
): Finding[] {
  const missed = lessons.filter(({ away }) => away).length;
  const tooMany = missesTooMuch(
    { lessons: lessons.length, missed },
    {
      percent: settings['control.absences.percent'],
      atLeast: settings['control.absences.lessons'],
    },
  );
  return tooMany ? [findingOf(course, 'absences', { pupilId, amount: missed })] : [];
}
