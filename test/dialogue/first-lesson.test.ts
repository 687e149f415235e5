import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFirstLessons } from '../../db/reports/first-lessons.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
beforeAll(async () => {
  world = await openFamilyWorld();
  const { make, courses, pupils, classTeacher } = world;
  // On Tuesday a group of its own begins before Russian for Alyona, and ends before it for Denis.
  const early = await make.aCourse({
    subject: 'Музыка',
    group: { name: '1', pupils: [pupils.alyona] },
  });
  await make.aSlot(early, 2, 0);
  await make.aSlot(courses.algebra, 4, 3, { from: '2026-11-01' });
  await make.aSubstitution({
    course: courses.algebra,
    date: '2026-10-15',
    number: 2,
    teacher: classTeacher,
  });
  await make.aLesson({ course: courses.russian, date: '2026-10-16', number: 4 });
  await make.aTimetableChange({ course: courses.russian, date: '2026-10-19', number: 1 });
  const to = { date: '2026-10-21', number: 1 };
  await make.aTimetableChange({ course: courses.russian, date: '2026-10-20', number: 1, to });
});
afterAll(() => world.close());

it.each([
  ['a Monday', '2026-10-12', [1, 1, 1]],
  ['a Tuesday with a group before the class', '2026-10-13', [1, 0, 1]],
  ['a Thursday with a substitution alone', '2026-10-15', [2, 2, 2]],
  ['a Thursday by the new timetable', '2026-11-05', [3, 3, 3]],
  ['a Friday with a lesson out of turn', '2026-10-16', [4, 4, 4]],
  ['a Monday whose first lesson is cancelled', '2026-10-19', [2, 2, 2]],
  ['a Tuesday whose first lesson is moved away', '2026-10-20', [2, 0, 2]],
  ['a Wednesday with a lesson moved there', '2026-10-21', [1, 1, 1]],
  ['a Saturday without lessons', '2026-10-17', [undefined, undefined, undefined]],
])('the first lesson of each pupil on %s', async (_, date, expected) => {
  const { artyom, alyona, denis } = world.pupils;
  const pupilIds = [artyom, alyona, denis];
  const first = await readFirstLessons(world.db, { pupilIds, date });
  expect(pupilIds.map((id) => first.get(id))).toEqual(expected);
});
