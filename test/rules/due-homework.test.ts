import { describe, expect, it } from 'vitest';
import {
  dueHomework,
  type GivenHomework,
  isBefore,
  type LessonTime,
} from '../../db/rules/due-homework.ts';

// Lessons of the course: Mondays and Thursdays, number 2.
const LESSONS = ['10-05', '10-08', '10-12', '10-15', '10-19'].map((day) => ({
  date: `2026-${day}`,
  number: 2,
}));
const between = (after: LessonTime, before: LessonTime) =>
  LESSONS.some((time) => isBefore(after, time) && isBefore(time, before));
const given = (day: string, homework: string | null, due: string | null = null): GivenHomework => ({
  date: `2026-${day}`,
  number: 2,
  homework,
  homeworkDue: due && `2026-${due}`,
});
const dueAt = (day: string, ...stored: GivenHomework[]) =>
  dueHomework(stored, { date: `2026-${day}`, number: 2 }, between).map(({ homework }) => homework);

describe('homework is due', () => {
  it('at the next lesson, once', () => {
    const monday = given('10-05', '§ 1');
    expect(dueAt('10-05', monday)).toEqual([]);
    expect(dueAt('10-08', monday)).toEqual(['§ 1']);
    expect(dueAt('10-12', monday)).toEqual([]);
    expect(dueAt('10-12', monday, given('10-08', null))).toEqual([]);
  });

  it('at the lesson it was given for, and not before', () => {
    const project = given('10-05', 'проект', '10-15');
    expect(dueAt('10-08', project)).toEqual([]);
    expect(dueAt('10-12', project)).toEqual([]);
    expect(dueAt('10-15', project)).toEqual(['проект']);
    expect(dueAt('10-19', project)).toEqual([]);
  });

  it('at the first lesson since its day, if there is none on the day', () => {
    const project = given('10-05', 'проект', '10-13');
    expect(dueAt('10-12', project)).toEqual([]);
    expect(dueAt('10-15', project)).toEqual(['проект']);
  });

  it('together with what the lesson before gave', () => {
    const project = given('10-05', 'проект', '10-15');
    expect(dueAt('10-15', project, given('10-12', '§ 3'))).toEqual(['проект', '§ 3']);
  });
});
