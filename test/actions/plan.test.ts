import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planBook } from '../../bot/views/sheets/plan-book.ts';
import { xlsxOf } from '../../bot/views/sheets/xlsx.ts';
import type { By } from '../../db/actions/by.ts';
import { correctPlan, type PlanFix } from '../../db/actions/correct-plan.ts';
import { importPlan } from '../../db/actions/import-plan.ts';
import { Refusal } from '../../db/errors.ts';
import { readPlanWorkbook } from '../../db/import/read/read-plans.ts';
import type { SheetRow } from '../../db/import/sheets.ts';
import { readCoursePlan } from '../../db/reports/course-plans.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import type { Actor, Role } from '../../db/rules/access.ts';
import { openTeacherWorld, type TeacherWorld } from '../dialogue/teacher-world.ts';

let world: TeacherWorld;
let items: number[];
beforeEach(async () => {
  world = await openTeacherWorld();
  items = [];
  for (const topic of ['Степени', 'Корни', 'Дроби', 'Уравнения', 'Функции']) {
    items.push(await world.make.aPlanItem(world.courses.algebra, topic));
  }
});
afterEach(() => world.close());

const item = (number: number): number => items[number - 1] ?? 0;

const actor = (personId: number, ...roles: Role[]): Actor => ({
  ...{ personId, roles },
  ...{ classIds: [], childIds: [] },
});
const by = (who: Actor): By => ({ actor: who, door: 'chat', operation: 'chat:1' });
const teacher = () => actor(world.teacher, 'teacher');

const correct = (fix: PlanFix, reason = 'карантин', who = teacher()) =>
  world.db.write((tx) => correctPlan(tx, by(who), { fix, reason }));

const refusal = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.reason : String(error)),
  );

const lines = async () => {
  const rows = await world.db.select<{ number: number; topic: string; correction: string | null }>(
    'SELECT number, topic, correction FROM plan_item ORDER BY course_id, number',
  );
  return rows.map(({ number, topic, correction }) =>
    [number, topic, ...(correction ? [correction] : [])].join(' '),
  );
};

const load = async (rows: Partial<SheetRow['plans']>[], who = teacher()) => {
  const empty = {
    ...{ class: '7А', subject: 'Алгебра', group: null, section: null, hours: null },
    ...{ controlWorks: null, practicalWorks: null, homework: null, plannedOn: null },
  };
  const plans = rows.map((row) => ({ ...empty, number: 1, topic: 'Тема', ...row }));
  const read = await readPlanWorkbook(await xlsxOf(planBook(plans, 'ru')), 'ru');
  return world.db.write((tx) => importPlan(tx, by(who), { ...read, dryRun: false }));
};

describe('a correction of the plan', () => {
  it('merges a line with the next, and those merged before with it', async () => {
    await correct({ kind: 'merged', planItemId: item(2), nextId: item(3) });
    await correct({ kind: 'merged', planItemId: item(1), nextId: item(2) });
    expect((await lines()).slice(0, 4)).toEqual([
      '1 Степени',
      '2 Корни merged',
      '3 Дроби merged',
      '4 Уравнения',
    ]);
    const next = { kind: 'merged', planItemId: item(1), nextId: item(3) } as const;
    expect(await refusal(correct(next))).toBe('stale');
  });

  it('cuts a line once, and none that a lesson has taken', async () => {
    await correct({ kind: 'cut', planItemId: item(2) });
    expect(await refusal(correct({ kind: 'cut', planItemId: item(2) }))).toBe('stale');
    const at = { course: world.courses.algebra, date: '2026-10-05', number: 2 };
    await world.make.aLesson({ ...at, plan: item(1) });
    expect(await refusal(correct({ kind: 'cut', planItemId: item(1) }))).toBe('stale');
  });

  it('moves a line, and numbers stay one after another', async () => {
    await correct({ kind: 'moved', planItemId: item(1), beforeId: item(4) });
    expect(await lines()).toEqual([
      '1 Корни',
      '2 Дроби',
      '3 Степени moved',
      '4 Уравнения',
      '5 Функции',
    ]);
    await correct({ kind: 'moved', planItemId: item(2), beforeId: null });
    await correct({ kind: 'moved', planItemId: item(5), beforeId: item(3) });
    expect(await lines()).toEqual([
      '1 Функции moved',
      '2 Дроби',
      '3 Степени moved',
      '4 Уравнения',
      '5 Корни moved',
    ]);
  });

  it('never tears merged lines from theirs', async () => {
    await correct({ kind: 'merged', planItemId: item(2), nextId: item(3) });
    expect(await refusal(correct({ kind: 'cut', planItemId: item(2) }))).toBe('stale');
    const away = { kind: 'moved', planItemId: item(2), beforeId: null } as const;
    expect(await refusal(correct(away))).toBe('stale');
    const between = { kind: 'moved', planItemId: item(5), beforeId: item(3) } as const;
    expect(await refusal(correct(between))).toBe('stale');
  });

  it('keeps its reason with each line it touches', async () => {
    await correct({ kind: 'moved', planItemId: item(1), beforeId: item(3) }, ' болезнь учителя ');
    const changes = await world.db.select<{ recordId: number; reason: string; after: string }>(
      `SELECT record_id AS "recordId", reason, after FROM change
        WHERE record = 'plan_item' ORDER BY record_id`,
    );
    expect(changes.map(({ recordId, reason }) => [recordId, reason])).toEqual([
      [item(1), 'болезнь учителя'],
      [item(2), 'болезнь учителя'],
    ]);
    expect(JSON.parse(changes[0]?.after ?? '')).toEqual({
      ...{ number: 2, correction: 'moved', correctionReason: 'болезнь учителя' },
    });
    expect((await verifyChain(world.db)).brokenAt).toBeNull();
    const empty = correct({ kind: 'cut', planItemId: item(3) }, '  ');
    expect(await refusal(empty)).toBe('text-too-long');
  });

  it('is for the course’s own teacher and the administrator', async () => {
    const fix = { kind: 'cut', planItemId: item(1) } as const;
    const colleague = await world.make.aTeacher('Белова Анна');
    for (const who of [actor(colleague, 'teacher'), actor(colleague, 'deputy_head')]) {
      expect(await refusal(correct(fix, 'так', who))).toBe('not-allowed');
    }
    const administrator = actor(colleague, 'administrator');
    expect(await refusal(correct(fix, 'так', administrator))).toBe('done');
    const nothing = { kind: 'cut', planItemId: 999_999 } as const;
    expect(await refusal(correct(nothing))).toBe('not-found');
  });

  it('changes what is owed: cut hours are not, merged ones come with their line', async () => {
    await correct({ kind: 'cut', planItemId: item(5) });
    await correct({ kind: 'merged', planItemId: item(1), nextId: item(2) });
    const at = { course: world.courses.algebra, date: '2026-10-05', number: 2 };
    await world.make.aLesson({ ...at, plan: item(1) });
    const { progress } = await readCoursePlan(world.db, teacher(), world.courses.algebra);
    expect(progress).toMatchObject({ hours: 4, given: 2 });
  });
});

describe('a plan that is loaded', () => {
  it('leaves one audit row for each line that differs', async () => {
    const rows = ['Степени', 'Корни', 'Дроби', 'Неравенства'].map((topic, index) => ({
      ...{ topic, number: index + 1 },
    }));
    const { problems, changes } = await load(rows);
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ added: 0, changed: 1, left: 3, removed: 1, hours: 4 }]);
    const [audit] = await world.db.select<{ count: number }>(
      "SELECT CAST(COUNT(*) AS INTEGER) AS count FROM change WHERE record = 'plan_item'",
    );
    expect(audit?.count).toBe(2);
    expect((await load(rows)).changes).toMatchObject([{ changed: 0, left: 4, removed: 0 }]);
  });

  it('keeps a line a lesson has taken with those merged into it, and a correction', async () => {
    await correct({ kind: 'merged', planItemId: item(1), nextId: item(2) });
    await correct({ kind: 'cut', planItemId: item(3) });
    const at = { course: world.courses.algebra, date: '2026-10-05', number: 2 };
    await world.make.aLesson({ ...at, plan: item(1) });
    await load([{ number: 3, topic: 'Дроби и доли' }]);
    expect(await lines()).toEqual(['1 Степени', '2 Корни merged', '3 Дроби и доли cut']);
  });

  it('of a colleague is refused by its row, and writes nothing else either', async () => {
    const colleague = await world.make.aTeacher('Белова Анна');
    await world.make.aCourse({ class: '7Б', subject: 'Алгебра', teacher: colleague });
    const rows = [{ topic: 'Новое' }, { class: '7Б' }];
    const { problems } = await load(rows);
    expect(problems.map(({ problem, row }) => [problem, row])).toEqual([['not-your-course', 3]]);
    expect(await lines()).toHaveLength(5);
    expect((await load(rows, actor(colleague, 'administrator'))).problems).toEqual([]);
    const outsider = await world.make.aTeacher('Новиков Олег');
    expect(await refusal(load(rows, actor(outsider, 'teacher')))).toBe('not-allowed');
  });
});
