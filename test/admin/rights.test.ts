import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_RIGHTS, PANEL_RIGHTS } from '../../admin/access.ts';
import { writeToSchool } from '../../db/actions/write-to-school.ts';
import type { Models } from '../../db/models.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { answerOf, api, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';
import { addSecondClass } from './second-class.ts';

const ROLES = ['administrator', 'deputy', 'leader', 'teacher'] as const;
/**
 * What each role may do, in that order: «r» list, show and search, «s» search alone, «n» new,
 * «e» edit, «d» delete, «l» give a login.
 */
const MATRIX: Record<string, readonly [string, string, string, string]> = {
  person: ['rnedl', 'r', 's', 's'],
  role: ['rnd', 'r', '-', '-'],
  pupil: ['rned', 'r', 'r', 's'],
  guardianship: ['rned', 'r', 'r', '-'],
  chat_link: ['rd', 'r', '-', '-'],
  school_class: ['rned', 'r', 'r', 'r'],
  enrolment: ['rned', 'r', 'r', '-'],
  course: ['rned', 'r', 'r', 'r'],
  course_pupil: ['rnd', 'r', 'r', 'r'],
  subject: ['rned', 'r', 'r', 'r'],
  academic_year: ['rned', 'r', 'r', 'r'],
  term: ['rned', 'r', 'r', 'r'],
  day_off: ['rned', 'r', 'r', 'r'],
  bell: ['rned', 'r', 'r', 'r'],
  timetable_slot: ['rned', 'r', 'r', 'r'],
  substitution: ['rned', 'r', 'r', 'r'],
  timetable_change: ['rned', 'r', 'r', 'r'],
  plan_item: ['rned', 'r', 'r', 'r'],
  lesson: ['rne', 'r', 'r', 'rne'],
  homework_file: ['r', 'r', 'r', 'r'],
  mark: ['rned', 'r', 'r', 'rned'],
  absence: ['rned', 'r', 'r', 'rned'],
  term_mark: ['rned', 'r', 'r', 'rned'],
  thread: ['r', '-', '-', '-'],
  message: ['r', '-', '-', '-'],
  behaviour_note: ['r', 'r', 'r', '-'],
  absence_excuse: ['r', 'r', 'r', '-'],
  view_event: ['r', 'r', '-', '-'],
  support_request: ['re', '-', '-', '-'],
  finding: ['r', 'r', '-', '-'],
  report: ['r', 'r', 'r', 'r'],
  change: ['r', 'r', '-', '-'],
  api_token: ['rnd', '-', '-', '-'],
  panel_session: ['rd', 'rd', 'rd', 'rd'],
  backup_run: ['rn', '-', '-', '-'],
  job_run: ['r', '-', '-', '-'],
  outbox: ['r', '-', '-', '-'],
  setting: ['rned', 'r', '-', '-'],
};
/** Whose pages are whose. */
const PAGES: Record<string, readonly string[]> = {
  overview: ['administrator', 'deputy'],
  reports: ['administrator', 'deputy'],
};
const NEVER = [
  'bot_lease',
  'credential',
  'panel_token',
  'second_factor',
  'session',
  'invite',
  'code_attempt',
  'login_attempt',
  'inbox',
  'dialog',
  'notice',
  'preference',
  'message_receipt',
  'acknowledgement',
  'notice_choice',
  'promotion_choice',
  'week_acknowledgement',
  'class_hours',
  'support_message',
];
const LETTERS = {
  list: 'r',
  search: 'rs',
  show: 'r',
  exportList: 'r',
  new: 'n',
  edit: 'e',
  delete: 'd',
  giveLogin: 'l',
  bulkDelete: '*',
} as const;
const ACTIONS = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

let world: PanelWorld;
const clients: Record<string, PanelClient> = {};
const ids = new Map<string, number | string>();
/** A row of their own for each role, where there is one; else whatever row there is. */
const ownIds: Record<string, Map<string, number | string>> = {};

beforeAll(async () => {
  world = await openPanelWorld();
  await addOneOfEach(world);
  clients.administrator = await world.loggedIn('administrator');
  clients.deputy = await world.loggedIn('deputy');
  clients.leader = (await addSecondClass(world)).leader;
  clients.teacher = await world.loggedIn('teacher');
  clients.anonymous = world.visitor();
  for (const resource of Object.keys(MATRIX)) {
    const { records = [] } = await answerOf(clients.administrator.get(api.list(resource)));
    ids.set(resource, records[0]?.id ?? '');
  }
  for (const role of [...ROLES, 'anonymous']) {
    ownIds[role] = new Map(ids);
  }
  for (const role of ROLES) {
    for (const [resource, letters] of Object.entries(MATRIX)) {
      if (letters[ROLES.indexOf(role)]?.includes('r')) {
        const { records = [] } = await answerOf(
          clients[role]?.get(api.list(resource)) ?? Promise.reject(new Error(role)),
        );
        ownIds[role]?.set(resource, records[0]?.id ?? '');
      }
    }
  }
});
afterAll(() => world.close());

it('has a row for every resource and page, and none for what must not be seen', () => {
  expect(Object.keys(PANEL_RIGHTS).sort()).toEqual(Object.keys(MATRIX).sort());
  expect(Object.keys(PAGE_RIGHTS).sort()).toEqual(Object.keys(PAGES).sort());
  const rowless = Object.entries(ownIds).flatMap(([role, own]) =>
    [...own].filter(([, id]) => id === '').map(([resource]) => `${role} ${resource}`),
  );
  expect(rowless).toEqual([]);
});

describe.each(Object.entries(MATRIX))('%s', (resource, letters) => {
  it.each(ACTIONS)('%s', async (action) => {
    const may = (role: string) => {
      const own = letters[ROLES.findIndex((name) => name === role)] ?? '';
      return [...LETTERS[action]].some((letter) => own.includes(letter));
    };
    const expected: Record<string, boolean> = {};
    const allowed: Record<string, boolean> = {};
    for (const [role, client] of Object.entries(clients)) {
      const id = ownIds[role]?.get(resource) ?? '';
      const before = await fingerprint();
      expected[role] = may(role);
      allowed[role] = await tries(client, may(role), resource, id, action);
      if (!may(role)) {
        expect(await fingerprint(), `${role} changed something`).toEqual(before);
      }
    }
    expect(allowed).toEqual(expected);
  });
});

describe.each(Object.entries(PAGES))('the page %s', (page, roles) => {
  it.each(['get', 'post'] as const)('%s', async (method) => {
    const allowed: string[] = [];
    for (const [role, client] of Object.entries(clients)) {
      const before = await fingerprint();
      const { status } = await client[method](`/api/pages/${page}`);
      expect(await fingerprint(), `${role} changed something`).toEqual(before);
      if (status === 200) {
        allowed.push(role);
      }
    }
    expect(allowed).toEqual(roles);
  });
});

it.each(NEVER)('%s is nobody’s', async (table) => {
  for (const path of [api.list(table), api.search(table, 'a'), api.record(table, 1, 'show')]) {
    expect((await clients.administrator?.get(path))?.status).toBe(404);
    expect((await clients.administrator?.post(path))?.status).toBe(404);
  }
});

it('shows no secret to anybody, in any list or record', async () => {
  const { Credential } = world.db.models;
  const secrets = [
    ...(await Credential.findAll()).map(({ passwordHash }) => passwordHash),
    ...Object.values(clients).map((client) => sessionIdOf(client.cookie())),
    'nameKey',
    'an outbox payload',
    'the data of a report',
    'words of a family',
    'words about an illness',
    'a file of a family',
    'a lease token',
    'the hash of a token',
    'a file of a messenger',
    'passwordHash',
    'tokenHash',
  ];
  const seen: string[] = [await textOf(clients.administrator, '')];
  for (const [resource, id] of ids) {
    seen.push(
      await textOf(clients.administrator, api.list(resource)),
      await textOf(clients.administrator, api.record(resource, id, 'show')),
      await textOf(clients.administrator, api.search(resource, '')),
    );
  }
  const all = seen.join('');
  expect(all).toContain('Иванов');
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});

it('counts who got and who read a message, and shows nothing more of it', async () => {
  const { records = [] } = await answerOf(
    clients.administrator?.get(api.list('message')) ?? Promise.reject(new Error('nobody')),
  );
  expect(records[0]?.params).toMatchObject({
    side: 'family',
    recipients: 2,
    delivered: 2,
    read: 1,
  });
  for (const column of ['text', 'fileId', 'fileName']) {
    const asked = await clients.administrator?.get(api.list('message', `?filters.${column}=words`));
    expect(asked?.status, column).toBe(400);
    const sorted = await clients.administrator?.get(api.list('message', `?sortBy=${column}`));
    expect(sorted?.status, column).toBe(400);
  }
});

it('leaves correspondence out of the audit that a deputy head reads', async () => {
  const { actor } = (await callerOfPerson(world.db, world.people.mother)) ?? {};
  const { pupilId, classId } = world.school;
  await world.db.write(async (tx) => {
    const where = { personId: world.people.mother };
    const given = { consentVersion: '1', consentAt: tx.now };
    await tx.db.models.Guardianship.update(given, { where, transaction: tx.transaction });
    const classTeacher = { classTeacherId: world.people.teacher };
    await tx.db.models.SchoolClass.update(classTeacher, {
      where: { id: classId },
      transaction: tx.transaction,
    });
    if (actor) {
      const by = { actor, door: 'chat', operation: 'chat:77' } as const;
      await writeToSchool(tx, by, { pupilId, classId, content: { text: 'вопрос', file: null } });
    }
  });
  const { Change } = world.db.models;
  const line = await Change.findOne({ where: { record: 'message' } });
  const seenBy = async (client: PanelClient | undefined) => {
    const list = await textOf(client, api.list('change', '?filters.record=message'));
    const record = await textOf(client, api.record('change', line?.id ?? 0, 'show'));
    return [list.includes('"message"'), record.includes('chat:77')];
  };
  expect(line).not.toBeNull();
  expect(await seenBy(clients.administrator)).toEqual([true, true]);
  expect(await seenBy(clients.deputy)).toEqual([false, false]);
});

/** What stands in a cookie before its signature: `zhurnal=s%3AID.SIGNATURE`. */
function sessionIdOf(cookie: string): string {
  return /s%3A([^.]+)\./.exec(cookie)?.[1] ?? 'nobody is logged in';
}

async function textOf(client: PanelClient | undefined, path: string): Promise<string> {
  return (await (await client?.get(path))?.text()) ?? '';
}

/** Whether the panel let this through: it answers 200 with an error notice when it did not. */
async function tries(
  client: PanelClient,
  may: boolean,
  resource: string,
  id: number | string,
  action: (typeof ACTIONS)[number],
): Promise<boolean> {
  const byAddress = {
    list: () => client.get(api.list(resource)),
    search: () => client.get(api.search(resource, 'а')),
    show: () => client.get(api.record(resource, id, 'show')),
    new: () => client.post(api.create(resource)),
    edit: () => client.post(api.record(resource, id, 'edit')),
    exportList: () => client.get(`/api/resources/${resource}/actions/exportList`),
    giveLogin: () => client.post(api.record(resource, id, 'giveLogin')),
    bulkDelete: () => client.post(`/api/resources/${resource}/bulk/bulkDelete?recordIds=${id}`),
    // A delete by whoever may is played elsewhere; here the question is enough.
    delete: () => {
      const path = api.record(resource, id, 'delete');
      return may ? client.get(path) : client.post(path);
    },
  };
  const response = await byAddress[action]();
  if (response.status !== 200) {
    return false;
  }
  if (response.headers.has('content-disposition')) {
    return true;
  }
  const { notice } = await answerOf(response);
  return notice?.message !== 'forbiddenError';
}

/** Counts and the last audit line: enough to see that anything at all was written. */
async function fingerprint(): Promise<unknown> {
  const watched: (keyof Models)[] = [
    'Change',
    'Role',
    'Pupil',
    'Mark',
    'TermMark',
    'PanelToken',
    'ApiToken',
    'PanelSession',
    'Setting',
  ];
  const counts = await Promise.all(watched.map((model) => countOf(model)));
  return [counts, await world.db.models.Change.max('id')];
}

function countOf(model: keyof Models): Promise<number> {
  return world.db
    .select<{ n: number }>(
      `SELECT CAST(COUNT(*) AS INTEGER) AS n FROM ${world.db.models[model].getTableName()}`,
    )
    .then(([row]) => row?.n ?? 0);
}

async function addOneOfEach({ db, school, people }: PanelWorld): Promise<void> {
  const { courseId, yearId, pupilId, lessonId } = school;
  await db.write(async ({ db: { models: m }, transaction, now }) => {
    const within = { transaction };
    const day = '2026-10-12';
    const ofYear = { academicYearId: yearId };
    await m.DayOff.create(
      { ...ofYear, startsOn: day, endsOn: day, name: 'Карантин', grade: 3 },
      within,
    );
    await m.Bell.create({ number: 1, startsAt: '08:30', endsAt: '09:10' }, within);
    await m.CoursePupil.create({ courseId, pupilId }, within);
    const ofCourse = { courseId, number: 1 };
    await m.TimetableSlot.create({ ...ofCourse, weekday: 1, startsOn: '2026-09-01' }, within);
    await m.Substitution.create({ ...ofCourse, date: day, teacherId: people.teacher }, within);
    await m.TimetableChange.create({ ...ofCourse, date: '2026-10-19', kind: 'cancelled' }, within);
    await m.PlanItem.create({ ...ofCourse, topic: 'Степени' }, within);
    await m.Absence.create(
      { lessonId, pupilId: school.secondPupilId, date: day, code: 'ill', authorId: people.teacher },
      within,
    );
    await m.TermMark.create({ pupilId, courseId, value: '4', authorId: people.teacher }, within);
    const file = { kind: 'photo', name: 'photo.jpg', mime: 'image/jpeg', messenger: 'tg' } as const;
    await m.HomeworkFile.create(
      { ...file, lessonId, fileId: 'a file of a messenger', authorId: people.teacher },
      within,
    );
    const madeBy = { madeById: people.administrator, madeAt: now };
    await m.ApiToken.create({ ...madeBy, name: 'РИС', tokenHash: 'the hash of a token' }, within);
    await m.BackupRun.create({ kind: 'nightly', state: 'good', at: now }, within);
    await m.JobRun.create({ job: 'digest', slot: day, state: 'done', startedAt: now }, within);
    await m.Setting.create({ key: 'notice.delay', value: '60' }, within);
    const thread = await m.Thread.create(
      { pupilId, classId: school.classId, createdAt: now },
      within,
    );
    const message = await m.Message.create(
      {
        threadId: thread.id,
        authorId: people.mother,
        side: 'family',
        text: 'words of a family',
        fileKind: 'photo',
        fileId: 'a file of a family',
        operation: 'chat:1',
        sentAt: now,
      },
      within,
    );
    const receipt = { messageId: message.id, deliveredAt: now };
    await m.MessageReceipt.create({ ...receipt, personId: people.teacher, readAt: now }, within);
    await m.MessageReceipt.create({ ...receipt, personId: people.deputy }, within);
    const note = await m.BehaviourNote.create(
      {
        pupilId,
        authorId: people.teacher,
        kind: 'good',
        text: 'Помог новичку',
        date: day,
        operation: 'chat:2',
      },
      within,
    );
    await m.Acknowledgement.create({ noteId: note.id, personId: people.mother, at: now }, within);
    await m.AbsenceExcuse.create(
      {
        pupilId,
        date: day,
        personId: people.mother,
        answer: 'other',
        text: 'words about an illness',
      },
      within,
    );
    await m.ViewEvent.create(
      {
        ...{ personId: people.mother, pupilId, side: 'family', screen: 'diary', date: day },
        ...{ firstAt: now, lastAt: now },
      },
      within,
    );
    await m.SupportRequest.create(
      { personId: people.mother, chat: 'tg:77', text: 'Как исправить отметку?', createdAt: now },
      within,
    );
    const term = await m.Term.findOne({ transaction });
    await m.Finding.create(
      { key: 'unfilled', rule: 'unfilled', courseId, termId: term?.id ?? 0, foundOn: day },
      within,
    );
    const madeAt = now;
    await m.Report.create(
      {
        ...{ ...ofYear, kind: 'teacher' as const, teacherId: people.teacher, madeAt },
        data: '"the data of a report"',
      },
      within,
    );
    await m.OutboxMessage.create(
      {
        dedupeKey: 'x',
        chat: 'tg:77',
        lane: 2,
        payload: '{"text":"an outbox payload"}',
        leaseToken: 'a lease token',
        notBefore: now,
        createdAt: now,
      },
      within,
    );
  });
}
