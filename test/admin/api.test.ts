import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../../admin/api/endpoints.ts';
import { addDays } from '../../db/days.ts';
import { slowReads } from '../reports/query-plan.ts';
import { type ApiWorld, openApiWorld, QUARTER } from './api-world.ts';

type Row = Record<string, unknown> & { id: number };
type Page = { rows: Row[]; next: string | null };

// Without the days of so many lessons that they are more than a page.
const OCTOBER = 'from=2026-10-12&to=2026-10-25';

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
  await fill(world);
});
afterAll(() => world.close());

const pageOf = async (path: string) => (await (await world.ask(path)).json()) as Page;
const sentenceOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { status, detail } = (await response.json()) as { status: number; detail: string };
  expect(status).toBe(response.status);
  return detail;
};

describe('the published document', () => {
  it('is OpenAPI 3.1 and read by anybody', async () => {
    const response = await world.ask('openapi.json', {});
    expect(response.status).toBe(200);
    const document = (await response.json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(ENDPOINTS.map(({ path }) => `/${path}`));
  });

  it.each(ENDPOINTS.map(({ path }) => path))('describes what %s really answers', async (path) => {
    const response = await world.ask(`${path}?${QUARTER}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as Page;
    expect(page.rows.length).toBeGreaterThan(0);
    expect(z.safeParse(await answerSchema(path, 200, 'application/json'), page).error).toBe(
      undefined,
    );
    const wrong = { ...page, rows: [{ ...page.rows[0], secret: 1 }] };
    expect(z.safeParse(await answerSchema(path, 200, 'application/json'), wrong).success).toBe(
      false,
    );
  });

  it('describes a refusal as it really is', async () => {
    const schema = await answerSchema('marks', 400, 'application/problem+json');
    const body: unknown = await (await world.ask('marks?from=1&to=2')).json();
    expect(z.safeParse(schema, body).error).toBe(undefined);
  });
});

describe('what is exported', () => {
  it('has no mark, term mark or homework of grade 1, but its attendance', async () => {
    const { firstCourseId } = world.panel.school;
    const ofFirst = async (path: string) =>
      (await pageOf(`${path}?${OCTOBER}`)).rows.filter(
        ({ courseId }) => courseId === firstCourseId,
      );
    expect(await ofFirst('marks')).toEqual([]);
    expect(await ofFirst('term-marks')).toEqual([]);
    expect(await ofFirst('absences')).toHaveLength(1);
    expect(await ofFirst('lessons')).toMatchObject([{ topic: 'Буква А', homework: null }]);
  });

  it('gives a cancelled record without its value, to be taken back', async () => {
    const states = async (path: string, field: string) =>
      (await pageOf(`${path}?${QUARTER}`)).rows
        .filter(({ state }) => state === 'cancelled')
        .map((row) => row[field]);
    expect(await states('marks', 'value')).toEqual([null]);
    expect(await states('absences', 'code')).toEqual([null]);
    expect(await states('term-marks', 'value')).toEqual([null]);
  });

  it('keeps to the days asked for, both included', async () => {
    expect((await pageOf('marks?from=2026-10-13&to=2026-10-20')).rows).toEqual([]);
    expect((await pageOf('marks?from=2026-10-12&to=2026-10-12')).rows).not.toEqual([]);
    expect((await pageOf('pupils?from=2026-08-01&to=2026-08-31')).rows).toEqual([]);
  });

  it('joins marks to lessons, courses, classes and pupils', async () => {
    const [mark] = (await pageOf(`marks?${QUARTER}`)).rows;
    const rowsOf = async (path: string) => (await pageOf(`${path}?${OCTOBER}`)).rows;
    const lesson = (await rowsOf('lessons')).find(({ id }) => id === mark?.lessonId);
    const course = (await rowsOf('courses')).find(({ id }) => id === lesson?.courseId);
    const schoolClass = (await rowsOf('classes')).find(({ id }) => id === course?.classId);
    const pupil = (await rowsOf('pupils')).find(({ pupilId }) => pupilId === mark?.pupilId);
    expect(course?.subject).toBe('Алгебра');
    expect(schoolClass).toMatchObject({ grade: 7, letter: 'А', academicYear: '2026/27' });
    expect(pupil).toMatchObject({ lastName: 'Иванов', classId: schoolClass?.id });
  });
});

describe('the statements', () => {
  it('read by an index whatever grows with the school', async () => {
    const { db } = world.panel;
    const slice = { from: '2026-09-01', to: '2026-10-25', after: { day: '2026-10-01', id: 5 } };
    for (const { path, read } of ENDPOINTS) {
      let statement = '';
      const asked = async (sql: string, params: Record<string, unknown> = {}) => {
        statement = Object.entries(params).reduce(
          (text, [name, value]) => text.replaceAll(`:${name}`, `'${value}'`),
          sql,
        );
        return [];
      };
      await read({ ...db, select: asked }, { ...slice, limit: 10 });
      expect(await slowReads(db, [statement]), path).toEqual([]);
    }
  });
});

describe('pages', () => {
  it('give every row once, in the same order, whatever their size', async () => {
    const whole = (await pageOf(`marks?${QUARTER}`)).rows.map(({ id }) => id);
    for (const limit of [1, 2, 3]) {
      const seen: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor && `&cursor=${cursor}`;
        const page: Page = await pageOf(`marks?${QUARTER}&limit=${limit}${after}`);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      }
      expect(seen).toEqual(whole);
    }
    expect(whole.length).toBeGreaterThan(3);
  });

  it('are cut to a thousand rows however many are asked for', async () => {
    const page = await pageOf(`lessons?${QUARTER}&limit=99999999`);
    expect(page.rows).toHaveLength(1_000);
    const rest = await pageOf(`lessons?${QUARTER}&limit=1000&cursor=${page.next}`);
    expect(rest.rows.length).toBeGreaterThan(0);
    expect(rest.next).toBe(null);
  });

  it('name the next one in the Link header too', async () => {
    const response = await world.ask(`marks?${QUARTER}&limit=1&format=csv`);
    const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
    const answer = await fetch(`${world.origin}${next}`, {
      headers: { authorization: `Bearer ${world.token}` },
    });
    expect((await answer.text()).split('\r\n')).toHaveLength(3);
  });
});

describe('CSV', () => {
  const csv = async (path: string, headers?: Record<string, string>) => {
    const response = await world.ask(path, headers);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    return response.text();
  };

  it('has a heading, CRLF and a row a line', async () => {
    const [heading, first, ...rest] = (await csv(`classes?${QUARTER}&format=csv`)).split('\r\n');
    expect(heading).toBe('id,grade,letter,academicYear,startsOn,endsOn');
    expect(first).toMatch(/^\d+,7,А,2026\/27,2026-09-01,2027-05-31$/);
    expect(rest.at(-1)).toBe('');
  });

  it('is given to whoever accepts it', async () => {
    const authorization = `Bearer ${world.token}`;
    const text = await csv(`classes?${QUARTER}`, { authorization, accept: 'text/csv' });
    expect(text).toMatch(/^id,grade/);
    const response = await world.ask(`classes?${QUARTER}`, { authorization, accept: 'image/png' });
    expect(response.status).toBe(406);
  });

  it('quotes what must be quoted and lets no spreadsheet run a formula', async () => {
    const text = await csv(`lessons?from=2026-10-12&to=2026-10-12&format=csv`);
    expect(text).toContain(`,"'=HYPERLINK(""http://evil"",""1"")\r\nдва",`);
  });
});

describe('a bad request', () => {
  it.each([
    ['marks', 'The parameter "from" must be a day of the calendar, as 2026-09-01.'],
    ['marks?from=2026-02-30&to=2026-03-01', '"from" must be a day'],
    ['marks?from=2026-10-02&to=2026-10-01', 'swap them'],
    ['marks?from=2026-09-01&to=2026-12-02', 'These are 93 days: ask for 92 at most'],
    [`marks?${QUARTER}&limit=0`, '"limit" must be a whole number from 1'],
    [`marks?${QUARTER}&format=xml`, '"format" must be json or csv'],
    [`marks?${QUARTER}&cursor=abc`, '"cursor" must be `next` of the page before'],
    [`marks?${QUARTER}&from=2026-09-02`, '"from" must be'],
    [`marks?${QUARTER}&access_token=x`, 'there are from, to, limit, cursor, format'],
  ])('%s is told what is wrong', async (path, sentence) => {
    const response = await world.ask(path);
    expect(response.status).toBe(400);
    expect(await sentenceOf(response)).toContain(sentence);
  });

  it('takes no cursor of days outside those asked for', async () => {
    for (const text of ['2026-08-01/5', '2026-13-45/5', `2026-09-05/${10 ** 10 - 1}`, '/']) {
      const cursor = Buffer.from(text).toString('base64url');
      expect((await world.ask(`marks?${QUARTER}&cursor=${cursor}`)).status, text).toBe(400);
    }
  });

  it('finds no path that is not there and nothing but reading', async () => {
    const headers = { authorization: `Bearer ${world.token}` };
    expect((await world.ask('people')).status).toBe(404);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(`${world.origin}/api/v1/marks?${QUARTER}`, { method, headers });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });
});

/** The schema that the document publishes for an answer, its references put in. */
async function answerSchema(path: string, status: number, type: string): Promise<z.ZodType> {
  const document = (await (await world.ask('openapi.json', {})).json()) as Json;
  const resolved = (node: Json): Json => {
    if (typeof node !== 'object' || node === null) {
      return node;
    }
    if (Array.isArray(node)) {
      return node.map(resolved);
    }
    return typeof node.$ref === 'string'
      ? resolved(at(document, node.$ref.slice('#/'.length).split('/')))
      : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value)]));
  };
  const steps = [
    'paths',
    `/${path}`,
    'get',
    'responses',
    String(status),
    'content',
    type,
    'schema',
  ];
  return z.fromJSONSchema(resolved(at(document, steps)) as never);
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function at(document: Json, steps: string[]): Json {
  return steps.reduce<Json>((node, step) => (node as Record<string, Json>)[step] ?? null, document);
}

/** A cancelled record of each kind, records of grade 1, a topic like a formula, many lessons. */
async function fill({ panel: { db, school, people } }: ApiWorld): Promise<void> {
  await db.write(async ({ transaction }) => {
    const { Mark, Absence, TermMark, Lesson, Term } = db.models;
    const within = { transaction };
    const authorId = people.teacher;
    const ofMark = { date: '2026-10-12', kind: 'answer', weight: 1, value: 5, authorId };
    const { lessonId, firstLessonId, pupilId, secondPupilId, firstPupilId } = school;
    await Mark.bulkCreate(
      [
        { ...ofMark, lessonId, pupilId, state: 'cancelled' },
        { ...ofMark, lessonId, pupilId: secondPupilId, value: null },
        { ...ofMark, lessonId, pupilId: secondPupilId },
        { ...ofMark, lessonId: firstLessonId, pupilId: firstPupilId },
      ],
      within,
    );
    const ofAbsence = { date: '2026-10-12', code: 'ill' as const, authorId };
    await Absence.bulkCreate(
      [
        { ...ofAbsence, lessonId, pupilId, state: 'cancelled' },
        { ...ofAbsence, lessonId: firstLessonId, pupilId: firstPupilId },
      ],
      within,
    );
    const term = await Term.findOne(within);
    const { courseId, firstCourseId } = school;
    const ofTerm = { courseId, authorId, value: '4', termId: term?.id ?? 0 };
    await TermMark.bulkCreate(
      [
        { ...ofTerm, pupilId },
        { ...ofTerm, pupilId, termId: null },
        { ...ofTerm, pupilId: secondPupilId, state: 'cancelled' },
        { ...ofTerm, pupilId: firstPupilId, courseId: firstCourseId },
      ],
      within,
    );
    const topic = '=HYPERLINK("http://evil","1")\r\nдва';
    await Lesson.update({ topic }, { where: { id: lessonId }, ...within });
    const first = { topic: 'Буква А', homework: 'Прописи' };
    await Lesson.update(first, { where: { id: firstLessonId }, ...within });
    const many = Array.from({ length: 1_100 }, (_, index) => ({
      courseId,
      date: addDays('2026-09-01', index % 40),
      number: 10 + Math.floor(index / 40),
    }));
    await Lesson.bulkCreate(many, within);
  });
}
