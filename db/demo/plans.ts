import { HOMEWORK, STAGES } from './content/homework.ts';
import type { DemoCourse } from './courses.ts';
import type { Curriculum, Section } from './curriculum.ts';

/** A line of a course's plan (КТП); `first` counts the lessons of the course before it. */
export type PlanLine = {
  section: string;
  topic: string;
  first: number;
  hours: number;
  control: boolean;
  practical: boolean;
};

const WEEKS = 34;
// A topic that takes longer is planned in several lines.
const HOURS_A_LINE = 5;

/** The plan of a course for the whole year: each topic takes its share of the lessons. */
export function planOf(course: DemoCourse, curriculum: Curriculum): PlanLine[] {
  const sections = curriculum.get(course.subject.name)?.get(course.grade) ?? [];
  const { control } = course.subject;
  const topics = sections.flatMap((section) => linesOf(section, course.grade > 1 ? control : null));
  const controls = topics.filter((topic) => topic.control).length;
  const lessons = course.hours * WEEKS;
  const share = (lessons - controls) / (topics.length - controls);
  const lines: PlanLine[] = [];
  let planned = 0;
  let due = 0;
  for (const topic of topics) {
    due += topic.control ? 1 : share;
    const hours = Math.round(due) - planned;
    const count = topic.control ? 1 : Math.ceil(hours / HOURS_A_LINE);
    for (let line = 0; line < count; line += 1) {
      const stage = STAGES[Math.min(line, STAGES.length - 1)] ?? '';
      const until = planned + Math.ceil((Math.round(due) - planned) / (count - line));
      lines.push({
        ...topic,
        topic: `${topic.topic}${stage}`,
        first: planned,
        hours: until - planned,
      });
      planned = until;
    }
  }
  return lines;
}

/** What is set at a lesson of a course (counted from 0), or null. Nothing is set in grade 1. */
export function homeworkOf({ grade, subject }: DemoCourse, lesson: number): string | null {
  return grade === 1 || subject.homework === null ? null : HOMEWORK[subject.homework](lesson);
}

function linesOf({ title, topics }: Section, control: string | null) {
  const lines = topics.map((topic) => ({
    section: title,
    topic: topic.title,
    control: false,
    practical: topic.practical,
  }));
  return control === null
    ? lines
    : [
        ...lines,
        { section: title, topic: `${control} «${title}»`, control: true, practical: false },
      ];
}
