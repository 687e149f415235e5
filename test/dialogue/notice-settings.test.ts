import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestChat } from './chat.ts';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('/settings of a parent', () => {
  let world: FamilyWorld;
  let mother: TestChat;
  beforeEach(async () => {
    world = await openFamilyWorld();
    mother = world.chat('tg:2');
  });
  afterEach(() => world.close());

  const choices = async () => {
    const rows = await world.db.models.NoticeChoice.findAll({ order: ['pupilId', 'topic'] });
    return rows.map(({ pupilId, topic, mode }) => `${pupilId} ${topic} ${mode}`);
  };
  /** A father of two, one of them in the first grade. */
  const aFather = async () => {
    const first = await world.make.aPupil('Иванов Лев', { class: '1А' });
    await world.make.aParent('Иванов Игорь', {
      of: [world.pupils.artyom, first],
      chat: 'tg:5',
    });
    return { first, father: world.chat('tg:5') };
  };

  it('shows what comes when, and changes it in two taps, in place', async () => {
    await mother.says('/settings');
    const list = await mother.presses('Уведомления');
    expect(list.text).toBe(
      [
        'Уведомления: Иванов Артём',
        '',
        'Отметки: сразу и вечером',
        'Отметки «2»: сразу и вечером',
        'Пропуски: сразу и вечером',
        'Нет на первом уроке: сразу',
        'Замечания и похвала: сразу',
        'Итоговые отметки: сразу',
        'Домашнее задание: вечером',
        'Сводка недели: раз в неделю',
        '',
        'Вечерняя сводка: 19:00. Сводка недели: пятница, 19:00.',
        'Тихие часы: 21:00–7:00',
      ].join('\n'),
    );
    expect(list.buttons.slice(-2)).toEqual(['‹ Настройки', 'Тихие часы']);
    const topic = await mother.presses('Отметки');
    expect(topic.text).toBe('Отметки: Иванов Артём\nСейчас: сразу и вечером.');
    expect(topic.buttons).toEqual([
      '✓ Сразу и вечером',
      'Сразу',
      'Вечером',
      'Раз в неделю',
      'Не присылать',
      '‹ Уведомления',
    ]);
    const chosen = await mother.presses('Вечером');
    expect(chosen.text).toContain('Сейчас: вечером.');
    expect(chosen.buttons).toContain('✓ Вечером');
    expect((await mother.presses('‹ Уведомления')).text).toContain('\nОтметки: вечером\n');
    await mother.presses('‹ Настройки');
    expect(mother.messages()).toHaveLength(1);
    expect(await choices()).toEqual([`${world.pupils.artyom} mark digest`]);
    const audit = await world.db.select(
      "SELECT before, after, actor_id, pupil_id FROM change WHERE record = 'notice_choice'",
    );
    expect(audit).toEqual([
      {
        before: null,
        after: '{"mark":"digest"}',
        actor_id: world.parents.mother,
        pupil_id: world.pupils.artyom,
      },
    ]);
  });

  it('says what it means to switch the alarm of the first lesson off', async () => {
    await mother.says('/settings');
    await mother.presses('Уведомления');
    const topic = await mother.presses('Нет на первом');
    expect(topic.text).toContain('Если это выключить, вопроса не будет');
    expect(topic.buttons).toEqual(['✓ Сразу', 'Не присылать', '‹ Уведомления']);
    expect((await mother.presses('Не присылать')).text).toContain('Сейчас: не присылать.');
  });

  it('is for all children at once, or for each', async () => {
    const { first, father } = await aFather();
    await father.says('/settings');
    const all = await father.presses('Уведомления');
    expect(all.text).toContain('Уведомления: все дети');
    expect(all.buttons).toEqual(expect.arrayContaining(['✓ Все дети', 'Артём И.', 'Лев И.']));
    await father.presses('Пропуски');
    await father.presses('Раз в неделю');
    expect(await choices()).toEqual(
      [world.pupils.artyom, first].map((id) => `${id} absence weekly`),
    );
    await father.presses('‹ Уведомления');
    const little = await father.presses('Лев И.');
    expect(little.text).toContain('Пропуски: раз в неделю');
    expect(little.text).not.toMatch(/Отметки|Итоговые|Домашнее/);
    await father.presses('Пропуски');
    await father.presses('Не присылать');
    await father.presses('‹ Уведомления');
    expect((await father.presses('Все дети')).text).toContain('Пропуски: по-разному');
  });

  it('has quiet hours', async () => {
    await mother.says('/settings');
    const shown = await mother.presses('Тихие часы');
    expect(shown.text).toContain('Тихие часы: 21:00–7:00');
    expect(shown.buttons).toContain('✓ 21:00–7:00');
    const later = await mother.presses('22:00–8:00');
    expect(later.buttons).toContain('✓ 22:00–8:00');
    const none = await mother.presses('Без тихих часов');
    expect(none.text).toContain('Тихие часы: нет');
    expect(none.buttons).toContain('✓ Без тихих часов');
    expect(await world.db.models.Preference.findAll({ raw: true })).toEqual([
      { personId: world.parents.mother, key: 'quiet.hours', value: 'off' },
    ]);
  });

  it('is nobody else’s, and takes no forged choice', async () => {
    const { artyom, alyona } = world.pupils;
    await world.make.aParent('Иванов Олег', { of: [artyom], chat: 'tg:7', consent: null });
    for (const [address, payload] of [
      ['tg:2', `notices1:${alyona}`],
      ['tg:2', `topic1:${alyona}:mark`],
      ['tg:2', `mode1:${alyona}:mark:off`],
      ['tg:2', 'mode1:0:mark:off'],
      ['tg:3', `mode1:${artyom}:mark:off`],
      ['tg:999', 'mode1:all:mark:off'],
    ] as const) {
      expect((await world.chat(address).replays(payload)).toast, payload).toContain('нет права');
    }
    for (const payload of ['mode1:all:mark:now', 'mode1:all:homework:instant', 'topic1:all:x']) {
      expect((await mother.replays(payload)).toast, payload).toContain('Кнопка устарела');
    }
    expect((await mother.replays('setq1:1-2')).toast).toContain('Кнопка устарела');
    const silent = world.chat('tg:7');
    expect((await silent.replays(`mode1:${artyom}:mark:off`)).text).toContain('соглас');
    expect((await silent.replays('notices1:all')).text).toContain('соглас');
    // A teacher without children has nothing to hear of.
    const teacher = await world.chat('tg:10').says('/settings');
    expect(teacher.buttons).not.toContain('Уведомления');
    expect((await world.chat('tg:10').replays('notices1:all')).text).toContain('ни один ребёнок');
    expect(await choices()).toEqual([]);
  });

  it('says no name where messages may hold none, and reads little', async () => {
    const { father } = await aFather();
    await father.says('/settings');
    expect(await countSelects(world, () => father.presses('Уведомления'))).toBeLessThanOrEqual(8);
    const quiet = await openFamilyWorld({ names: 'none' });
    const other = quiet.chat('tg:2');
    await other.says('/settings');
    await other.presses('Уведомления');
    await other.presses('Пропуски');
    expect(JSON.stringify(other.messages())).not.toMatch(/Иванов|Артём/);
    await quiet.close();
  });
});
