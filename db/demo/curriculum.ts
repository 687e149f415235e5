import { readFile } from 'node:fs/promises';
import { SUBJECTS } from './content/subjects.ts';

/** A part of a year's programme. */
export type Section = { title: string; topics: readonly Topic[] };

/** A topic in the programme's order; a practical one is a laboratory or workshop lesson. */
export type Topic = { title: string; practical: boolean };

/** The sections of every subject, by the subject's name, then by grade. */
export type Curriculum = ReadonlyMap<string, ReadonlyMap<number, readonly Section[]>>;

const FOLDER = new URL('./content/plans/', import.meta.url);
const GRADES = /^(\d+)(?:-(\d+))?$/;

/** Reads the programmes of all subjects. */
export async function readCurriculum(): Promise<Curriculum> {
  const texts = await Promise.all(
    SUBJECTS.map(({ plans }) => readFile(new URL(`${plans}.txt`, FOLDER), 'utf8')),
  );
  return new Map(SUBJECTS.map(({ name }, index) => [name, readProgramme(texts[index] ?? '')]));
}

/**
 * A line is a grade or grades («7», «5-9»), then come its sections («Title: topic; topic»); a star
 * stands behind a practical topic.
 */
function readProgramme(text: string): Map<number, Section[]> {
  const programme = new Map<number, Section[]>();
  let sections: Section[] = [];
  for (const line of text.split('\n').filter((written) => written !== '')) {
    const grades = GRADES.exec(line);
    if (grades) {
      sections = [];
      const [from, to] = [Number(grades[1]), Number(grades[2] ?? grades[1])];
      for (let grade = from; grade <= to; grade += 1) {
        programme.set(grade, sections);
      }
    } else {
      const colon = line.indexOf(': ');
      sections.push({
        title: line.slice(0, colon),
        topics: line
          .slice(colon + 2)
          .split('; ')
          .map(topicOf),
      });
    }
  }
  return programme;
}

function topicOf(written: string): Topic {
  const practical = written.endsWith('*');
  return { title: practical ? written.slice(0, -1) : written, practical };
}
