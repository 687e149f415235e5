import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';
import { addSecondClass, type SecondClass } from './second-class.ts';

let world: PanelWorld;
let second: SecondClass;
let clients: Record<'teacher' | 'leader', PanelClient>;
beforeAll(async () => {
  world = await openPanelWorld();
  second = await addSecondClass(world);
  clients = { teacher: await world.loggedIn('teacher'), leader: second.leader };
});
afterAll(() => world.close());

/** What only the other class and its people are called. */
const FOREIGN = /Чуж|8Б|Физика 8|чуж/;
/** Filters that name a row of another resource. */
const FILTERS: Record<string, string> = {
  pupil: 'pupilId',
  lesson: 'lessonId',
  course: 'courseId',
  school_class: 'classId',
  person: 'personId',
};
const RESOURCES = [
  ...['person', 'pupil', 'guardianship', 'school_class', 'enrolment', 'course', 'course_pupil'],
  ...['timetable_slot', 'substitution', 'timetable_change', 'plan_item', 'lesson'],
  ...[
    'homework_file',
    'mark',
    'absence',
    'term_mark',
    'behaviour_note',
    'absence_excuse',
    'report',
  ],
];

it('has a foreign row of every resource that is filtered', () => {
  expect(Object.keys(second.rows).sort()).toEqual(RESOURCES.toSorted());
});

describe.each(['teacher', 'leader'] as const)('of another class the %s of 7А', (role) => {
  it.each(RESOURCES)('lists, counts, filters and searches no %s', async (resource) => {
    const id = second.rows[resource] ?? 0;
    const queries = ['', '?filters.title=Чуж', '?filters.title=8Б', '?sortBy=id&direction=asc'];
    for (const [of, column] of Object.entries(FILTERS)) {
      queries.push(`?filters.${column}=${second.rows[of]}`);
    }
    for (const query of queries) {
      const response = await clients[role].get(api.list(resource, query));
      if (response.status !== 200) {
        continue;
      }
      const text = await response.text();
      const { records = [], meta } = JSON.parse(text);
      expect(records.some((record: { id: unknown }) => Number(record.id) === id)).toBe(false);
      // A person on the staff is known to all of it; their class and pupils are not.
      expect(text.replace(/Чужова Ольга/g, '')).not.toMatch(FOREIGN);
      if (query.startsWith('?filters')) {
        expect([records.length, meta?.total ?? 0]).toEqual([0, 0]);
      }
    }
    for (const typed of ['Чуж', '8Б', 'чуж', '']) {
      const text = await (await clients[role].get(api.search(resource, typed))).text();
      expect(text.replace(/Чужова Ольга/g, '')).not.toMatch(FOREIGN);
    }
  });

  it.each(RESOURCES)('neither shows nor changes one %s', async (resource) => {
    const id = second.rows[resource] ?? 0;
    const lines = await world.db.models.Change.count();
    for (const action of ['show', 'edit', 'delete']) {
      for (const method of ['get', 'post'] as const) {
        const response = await clients[role][method](api.record(resource, id, action), {
          ...(method === 'post' ? { state: 'cancelled', topic: 'подмена', version: '1' } : {}),
        });
        const text = await response.text();
        expect(text).not.toMatch(FOREIGN);
        const refused = response.status === 403 || JSON.parse(text).notice?.type === 'error';
        expect(refused, `${method} ${action}`).toBe(true);
      }
    }
    expect(await world.db.models.Change.count()).toBe(lines);
  });

  it('writes nothing new there', async () => {
    const { lesson = 0, pupil = 0, course = 0 } = second.rows;
    const forms: [string, Record<string, string>][] = [
      ['mark', { lessonId: `${lesson}`, pupilId: `${pupil}`, value: '2', kind: 'answer' }],
      ['absence', { lessonId: `${lesson}`, pupilId: `${pupil}`, code: 'ill' }],
      ['lesson', { courseId: `${course}`, date: '2026-10-13', number: '3', topic: 'подмена' }],
      ['term_mark', { courseId: `${course}`, pupilId: `${pupil}`, value: '2' }],
    ];
    const lines = await world.db.models.Change.count();
    for (const [resource, fields] of forms) {
      const answer = await answerOf(clients[role].post(api.create(resource), fields));
      expect(answer.notice?.type, resource).toBe('error');
      expect(JSON.stringify(answer.record?.populated ?? {})).not.toMatch(FOREIGN);
    }
    expect(await world.db.models.Change.count()).toBe(lines);
  });
});

it.each(['teacher', 'leader'] as const)('takes out no foreign row for the %s', async (role) => {
  let taken = 0;
  for (const resource of RESOURCES) {
    const path = `/api/resources/${resource}/actions/exportList`;
    const response = await clients[role].get(path);
    if (response.headers.has('content-disposition')) {
      taken += 1;
      const book = new exceljs.Workbook();
      await book.xlsx.load(await response.arrayBuffer());
      const words = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
      expect(words.length).toBeGreaterThan(10);
      expect(words.replace(/Чужова Ольга/g, ''), resource).not.toMatch(FOREIGN);
    }
  }
  expect(taken).toBeGreaterThan(10);
});

it('lets a teacher give, change and cancel a mark of an own lesson', async () => {
  const { lessonId, secondPupilId } = world.school;
  const made = await answerOf(
    clients.teacher.post(api.create('mark'), {
      lessonId: String(lessonId),
      pupilId: String(secondPupilId),
      value: '3',
      kind: 'answer',
    }),
  );
  expect(made.notice?.type).toBe('success');
  const id = made.record?.id ?? 0;
  const version = String(made.record?.params.version ?? 1);
  const changed = await answerOf(
    clients.teacher.post(api.record('mark', id, 'edit'), { value: '4', version }),
  );
  expect(changed.notice?.type).toBe('success');
  const cancelled = await answerOf(clients.teacher.post(api.record('mark', id, 'delete')));
  expect(cancelled.notice?.type).toBe('success');
  const stored = await world.db.models.Mark.findByPk(id);
  expect([stored?.value, stored?.state, stored?.authorId]).toEqual([
    4,
    'cancelled',
    world.people.teacher,
  ]);
});

it('gives whoever may only search the titles and nothing else', async () => {
  const { records = [] } = await answerOf(clients.teacher.get(api.search('pupil', 'Иванов')));
  expect(records.map(({ title }) => title)).toEqual(['Иванов Семён Игоревич']);
  expect(Object.keys(records[0]?.params ?? {}).sort()).toEqual(['id', 'title']);
});

it('adds the rows of both roles, each for what that role may do', async () => {
  const pupils = await (await second.stranger.get(api.list('pupil'))).text();
  expect(pupils).toContain('Чужестранцева');
  expect(pupils).not.toContain('Иванов');
  await world.db.write(({ db, transaction }) =>
    db.models.Course.update(
      { teacherId: second.strangerId },
      { where: { id: world.school.firstCourseId }, transaction },
    ),
  );
  const courses = await (await second.stranger.get(api.list('course'))).text();
  expect(courses).toContain('1А Алгебра');
  expect(courses).toContain('8Б Физика');
  expect(courses).not.toContain('7А');
  // Teaching a class gives the names of its pupils, not their list.
  expect(await (await second.stranger.get(api.list('pupil'))).text()).not.toContain('Ёлкин');
  expect(await (await second.stranger.get(api.search('pupil', 'Ёлкин'))).text()).toContain('Ёлкин');
});

it('shows a substitute the one lesson that was taken over', async () => {
  const { courseId, lessonId, markId } = world.school;
  const seen = async () => [
    (await (await second.stranger.get(api.list('lesson'))).text()).includes('7А Алгебра'),
    (await answerOf(second.stranger.get(api.record('mark', markId, 'show')))).notice === undefined,
    (await (await second.stranger.get(api.list('plan_item'))).text()).includes('7А'),
  ];
  expect(await seen()).toEqual([false, false, false]);
  const lesson = await world.db.models.Lesson.findByPk(lessonId);
  await world.db.write(({ db, transaction }) =>
    db.models.Substitution.create(
      {
        ...{ courseId, date: lesson?.date ?? '', number: lesson?.number ?? 0 },
        teacherId: second.strangerId,
      },
      { transaction },
    ),
  );
  expect(await seen()).toEqual([true, true, false]);
});

it('counts on the first page only what is one’s own', async () => {
  const { counts, own } = (await (await clients.teacher.get('/api/dashboard')).json()) as {
    own: boolean;
    counts: { name: string; count: number }[];
  };
  expect(counts.map(({ name }) => name)).toEqual(['lessons', 'marks', 'absences']);
  expect(own).toBe(true);
  const today = world.db.today();
  await world.db.write(async ({ db: { models }, transaction }) => {
    const [mine, theirs] = [world.school.courseId, second.rows.course ?? 0];
    for (const courseId of [mine, theirs]) {
      await models.Lesson.create({ courseId, date: today, number: 7 }, { transaction });
    }
  });
  const again = (await (await clients.teacher.get('/api/dashboard')).json()) as typeof counts & {
    counts: typeof counts;
  };
  expect(again.counts[0]).toMatchObject({ name: 'lessons', count: 1 });
});

it('notes that a class teacher looked at a child', async () => {
  const { pupilId } = world.school;
  const answer = await answerOf(clients.leader.get(api.record('pupil', pupilId, 'show')));
  expect(answer.record?.title).toContain('Иванов');
  const views = await world.db.models.ViewEvent.findAll({ where: { personId: second.leaderId } });
  expect(views.map((view) => [view.pupilId, view.screen, view.side])).toEqual([
    [pupilId, 'panel', 'school'],
  ]);
});

it('ends with the role: who leads the class no more sees nothing of it', async () => {
  await world.db.write(({ db, transaction }) =>
    db.models.SchoolClass.update(
      { classTeacherId: null },
      { where: { id: world.school.classId }, transaction },
    ),
  );
  expect((await clients.leader.get(api.list('pupil'))).status).toBe(302);
});
