import type { Db } from '../open.ts';
import { courseKey } from './courses.ts';

/** What the import called the school's own keys: ids by key. */
export type SchoolIds = {
  person: (key: string) => number;
  pupil: (key: string) => number;
  course: (course: { class: string; subject: string; group: string | null }) => number;
  planItem: (courseId: number, number: number) => number;
  term: (term: { kind: string; number: number }) => number;
};

/** Reads the ids of an imported school. The functions throw for what it has not. */
export async function readSchoolIds(db: Db): Promise<SchoolIds> {
  const people = await db.select<Keyed>('SELECT key, id FROM person WHERE key IS NOT NULL');
  const pupils = await db.select<Keyed>('SELECT key, id FROM pupil WHERE key IS NOT NULL');
  const courses = await db.select<Course>(
    `SELECT c.id, k.grade, k.letter, s.name AS subject, c.group_name AS "groupName"
       FROM course c JOIN school_class k ON k.id = c.class_id JOIN subject s ON s.id = c.subject_id`,
  );
  const plans = await db.select<{ courseId: number; number: number; id: number }>(
    'SELECT course_id AS "courseId", number, id FROM plan_item',
  );
  const terms = await db.select<{ kind: string; number: number; id: number }>(
    'SELECT kind, number, id FROM term',
  );
  const byCourse = new Map(
    courses.map(({ id, grade, letter, subject, groupName }) => [
      courseKey({ class: `${grade}${letter}`, subject, group: groupName }),
      id,
    ]),
  );
  const byLine = new Map(plans.map(({ courseId, number, id }) => [`${courseId} ${number}`, id]));
  const byTerm = new Map(terms.map(({ kind, number, id }) => [`${kind} ${number}`, id]));
  return {
    person: finder('person', new Map(people.map(({ key, id }) => [key, id]))),
    pupil: finder('pupil', new Map(pupils.map(({ key, id }) => [key, id]))),
    course: (course) => finder('course', byCourse)(courseKey(course)),
    planItem: (courseId, number) => finder('plan line', byLine)(`${courseId} ${number}`),
    term: ({ kind, number }) => finder('term', byTerm)(`${kind} ${number}`),
  };
}

type Keyed = { key: string; id: number };
type Course = { id: number; grade: number; letter: string; subject: string; groupName: string };

function finder(what: string, ids: ReadonlyMap<string, number>): (key: string) => number {
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) {
      throw new Error(`the demo has no ${what} ${key}`);
    }
    return id;
  };
}
