import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everybodyPress, giveEverybodyPress } from '../../bot/dialogue/lesson-tool-presses.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const openAlgebra = async () => {
  await world.chat.says('/lesson');
  return world.chat.presses('2. 7А Алгебра');
};
const openRoll = async () => {
  await openAlgebra();
  return world.chat.presses('Перекличка');
};

describe('the roll call', () => {
  it('goes round by taps and is called by «Готово», in one message', async () => {
    const roll = await openRoll();
    expect(roll.buttons.slice(0, 2)).toEqual(['1 Иванов', '2 Козлов']);
    for (const [button, line] of [
      ['2 Козлов', '2. Козлов Д. н'],
      ['н 2 Козлов', '2. Козлов Д. б'],
      ['б 2 Козлов', '2. Козлов Д. у'],
      ['у 2 Козлов', '2. Козлов Д. о'],
    ] as const) {
      expect((await world.chat.presses(button)).text).toContain(line);
    }
    expect((await world.chat.presses('о 2 Козлов')).text).toMatch(/2\. Козлов Д\.\n/);
    await world.chat.presses('4 Петрова');
    await world.chat.presses('1 Иванов');
    const called = await world.chat.presses('Готово');
    expect(called.text).toContain('Отсутствуют 2');
    expect(await world.rollCalled()).toBe(true);
    expect(await world.journal()).toEqual([
      'Иванов absent',
      'Козлов late cancelled',
      'Петрова absent',
    ]);
    expect(world.chat.messages()).toHaveLength(1);
  });

  it('takes a quick second tap for the first one, and an old one for stale', async () => {
    await openRoll();
    const tap = world.chat.payload('2 Козлов');
    await world.chat.replays(tap);
    const second = await world.chat.replays(tap);
    expect(second.toast).toBeNull();
    expect(second.text).toContain('2. Козлов Д. н');
    await world.chat.presses('н 2 Козлов');
    const old = await world.chat.replays(tap);
    expect(old.toast).toContain('показано новое состояние');
    expect(old.text).toContain('2. Козлов Д. б');
    expect(await world.journal()).toEqual(['Козлов ill']);
    const changes = await world.db.select("SELECT id FROM change WHERE record = 'absence'");
    expect(changes).toHaveLength(2);
  });

  it('knows that a marked pupil was there, and may only be late', async () => {
    await openAlgebra();
    await world.chat.says('Иванов 5');
    await openRoll();
    await world.chat.presses('1 Иванов');
    const late = await world.chat.presses('о 1 Иванов');
    expect(late.text).toMatch(/1\. Иванов С\. 5\n/);
    const tap = world.chat.payload('2 Козлов');
    await world.chat.says('Козлов 4');
    expect((await world.chat.replays(tap)).toast).toContain('Оставьте что-то одно');
    expect(await world.journal()).toEqual(['Иванов 5', 'Иванов late cancelled', 'Козлов 4']);
  });

  it('tells parents when the taps have come to rest', async () => {
    const mother = { of: [world.pupil('Козлов Денис')], chat: 'tg:77' };
    await world.make.aParent('Козлова Нина', mother);
    await openRoll();
    const waits = async () => {
      const rows = await world.db.select<{ lane: number; ripe: unknown }>(
        'SELECT lane, ripe_at AS ripe FROM notice',
      );
      return rows.map(({ lane, ripe }) => [
        lane,
        Math.round((new Date(String(ripe)).getTime() - world.clock().getTime()) / 1000),
      ]);
    };
    await world.chat.presses('2 Козлов');
    const [first] = await waits();
    expect(first?.[0]).toBe(1);
    expect(first?.[1]).toBeGreaterThan(5);
    world.clock.advance({ seconds: 8 });
    await world.chat.presses('н 2 Козлов');
    expect((await waits())[0]?.[1]).toBeGreaterThan(5);
    // The panel of one pupil has no way through «н»: it tells at once.
    await world.chat.says('/absent 7А алгебра: Орлова');
    await world.make.aParent('Орлов Пётр', { of: [world.pupil('Орлова Вера')] });
    await openAlgebra();
    await world.chat.presses('3 Орлова');
    await world.chat.presses('б');
    expect((await waits()).at(-1)?.[1]).toBeLessThanOrEqual(0);
  });

  it('has pages for a long class and stays on its page', async () => {
    for (let index = 8; index <= 35; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    await openRoll();
    await world.chat.presses('31–35');
    const after = await world.chat.presses('35 Ученик35');
    expect(after.text).toContain('35. Ученик35 И. н');
    expect(after.buttons).toContain('1–30');
  });

  it('of a subgroup lists its own pupils, and of grade 1 its class', async () => {
    const { make, teacher, pupil } = world;
    const group = { name: '1 группа', pupils: [pupil('Орлова Вера'), pupil('Сидоров Лев')] };
    const english = await make.aCourse({ subject: 'Английский', teacher, group });
    await make.aSlot(english, 1, 3);
    await world.chat.says('/lesson');
    await world.chat.presses('3. 7А Английский 1 группа');
    const roll = await world.chat.presses('Перекличка');
    expect(roll.buttons).toEqual(['3 Орлова', '5 Сидоров', '‹ Назад', 'Готово']);
    await world.chat.presses('‹ Назад');
    const all = await world.chat.presses('Всем…');
    expect(all.buttons).toContain('✓ 3 Орлова');
    expect(all.buttons).not.toContain('✓ 1 Иванов');
    await world.chat.says('/lesson');
    await world.chat.presses('1. 1А Чтение');
    await world.chat.presses('Перекличка');
    await world.chat.presses('1 Ёлкин');
    expect(await world.journal()).toEqual(['Ёлкин absent']);
  });
});

describe('all but …', () => {
  it('gives one mark to everybody who is here but the unticked', async () => {
    await openAlgebra();
    await world.chat.says('Козлов н');
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    const asked = await world.chat.presses('Всем…');
    expect(asked.text).toContain('Нет на уроке: Козлов Д.');
    expect(asked.buttons).not.toContain('✓ 2 Козлов');
    await world.chat.presses('5');
    await world.chat.presses('✓ 1 Иванов');
    await world.chat.presses('✓ 3 Орлова');
    await world.chat.presses('– 3 Орлова');
    expect(await world.journal()).toEqual(['Козлов absent']);
    const give = world.chat.payload('Поставить 5 — 5 ученикам');
    const done = await world.chat.presses('Поставить 5 — 5 ученикам');
    expect(done.text).toContain('3. Орлова В. 5');
    expect(await world.journal()).toEqual([
      'Козлов absent',
      'Орлова 5',
      'Петрова 5',
      'Сидоров 5',
      'Смирнов 5',
      'Смирнов 5',
    ]);
    const twice = await world.chat.replays(give);
    expect(twice.toast).toContain('показано новое состояние');
    expect((await world.journal()).filter((line) => line.endsWith('5'))).toHaveLength(5);
    const undone = await world.chat.presses('Отменить');
    expect(undone.toast).toBe('Отменено: 5 отметок.');
  });

  it('counts for the chosen kind of work and may be work owed', async () => {
    await openAlgebra();
    await world.chat.presses('Вид: ответ ×1');
    const chosen = await world.chat.presses('контрольная ×2');
    expect(chosen.text).toContain('Вид работы: контрольная ×2');
    await world.chat.presses('Всем…');
    await world.chat.presses('точка');
    await world.chat.presses('Поставить точка — 7 ученикам');
    const marks = await world.db.select<{ kind: string; value: number | null }>(
      'SELECT DISTINCT kind, value FROM mark',
    );
    expect(marks).toEqual([{ kind: 'test', value: null }]);
  });

  it('is stale when the class list has changed, and refused where no marks are given', async () => {
    await openAlgebra();
    await world.chat.presses('Всем…');
    await world.chat.presses('4');
    const [tick, give] = [world.chat.payload('✓ 1 Иванов'), world.chat.payload('Поставить 4')];
    await world.make.aPupil('Новиков Глеб');
    expect((await world.chat.replays(tick)).toast).toContain('показано новое состояние');
    expect((await world.chat.replays(give)).toast).toContain('показано новое состояние');
    expect(await world.journal()).toEqual([]);
    const reading = { courseId: world.courses.reading, date: '2026-10-12', number: 1 };
    for (const payload of [
      everybodyPress(reading, { page: 0, kind: 'answer' }),
      giveEverybodyPress(reading, { kind: 'answer', value: 4, picked: '' }, 0),
    ]) {
      expect((await world.chat.replays(payload)).toast).toContain('В первом классе отметки не');
    }
    expect(await world.journal()).toEqual([]);
  });

  it('keeps its payloads short for a class of forty', async () => {
    for (let index = 8; index <= 40; index += 1) {
      await world.make.aPupil(`Ученик${index} Имя`);
    }
    await openAlgebra();
    await world.chat.presses('Всем…');
    await world.chat.presses('5');
    await world.chat.presses('✓ 1 Иванов');
    await world.chat.presses('31–40');
    await world.chat.presses('✓ 40 Ученик');
    await world.chat.presses('Поставить 5 — 38 ученикам');
    const journal = await world.journal();
    expect(journal).toHaveLength(38);
    expect(journal).not.toContain('Ученик40 5');
  });
});
