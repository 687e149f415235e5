import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}/g;

describe('codes for families', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const codesIn = (text: string) => text.match(CODE) ?? [];
  const invites = () => world.db.models.Invite.count();

  it('start from the class list, with the state of each family', async () => {
    const heard = await world.chat('tg:10').says('/invite');
    expect(heard.text).toContain('7А: коды для родителей');
    expect(heard.text).toContain('3 ученика. Подключены: 2, код выдан: 0, без кода: 1.');
    expect(heard.buttons).toEqual([
      '✓ Иванов А.',
      '✓ Петрова А.',
      '+ Козлов Д.',
      'Коды для класса',
    ]);
  });

  it('are given by one tap, as a note to forward, and open the diary', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    const heard = await teacher.presses('+ Козлов Д.');
    const [note, advice] = teacher.messages().slice(-2);
    expect(note?.text).toContain('Дневник: Козлов Д., 7А');
    expect(note?.text).toContain('https://t.me/zhurnal_test_bot?start=');
    expect(note?.text).toContain('до 26 октября');
    expect(note?.buttons).toEqual([]);
    expect(advice?.text).toContain('Перешлите');
    expect(codesIn(heard.text)).toHaveLength(1);

    const father = world.chat('tg:77');
    expect((await father.says(note?.text ?? '')).text).toContain('Денис К., 7А');
    await father.presses('Согласен(на)');
    await teacher.presses('‹ К классу');
    expect(
      teacher
        .screen()
        .buttons.flat()
        .map(({ text }) => text),
    ).toContain('✓ Козлов Д.');
  });

  it('are not doubled by a double tap', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    const give = teacher.payload('+ Козлов Д.');
    const [first] = codesIn((await teacher.replays(give)).text);
    const again = await teacher.replays(give);
    expect(again.text).toContain('Код выдан и ещё не использован');
    expect(codesIn(again.text)).toEqual([]);

    const anew = teacher.payload('Код для нового взрослого');
    const [second] = codesIn((await teacher.replays(anew)).text);
    expect(codesIn((await teacher.replays(anew)).text)).toEqual([]);
    expect(await invites()).toBe(2);
    const father = world.chat('tg:77');
    expect((await father.says(first ?? '')).text).toContain('Код не подходит');
    expect((await father.says(second ?? '')).text).toContain('Денис К.');
  });

  it('name the parents the school knows, so that each gets their own', async () => {
    const { make, chat, db, pupils } = world;
    const parents = await Promise.all(
      ['Козлова Ирина', 'Козлов Олег'].map((name) =>
        make.aParent(name, { of: [pupils.denis], consent: null }),
      ),
    );
    const teacher = chat('tg:10');
    await teacher.says('/invite');
    const family = await teacher.presses('+ Козлов Д.');
    expect(family.text).toContain('Козлова Ирина: не подключён');
    await teacher.presses('Код: Козлова Ирина');
    const note = teacher.messages().at(-2)?.text ?? '';
    const mother = chat('tg:77');
    await mother.says(note);
    await mother.presses('Согласен(на)');
    const link = await db.models.ChatLink.findOne({ where: { address: 'tg:77' } });
    expect(link?.personId).toBe(parents[0]);
    expect((await mother.says('/me')).text).toContain('Козлова Ирина');
  });

  it('for all without one come in one message, each family’s apart', async () => {
    const { make, chat } = world;
    await make.aPupil('Яковлев Ян');
    const teacher = chat('tg:10');
    await teacher.says('/invite');
    const choice = await teacher.presses('Коды для класса');
    expect(choice.text).toContain('Без кода: 2. Не подключены: 2. Весь класс: 4');
    const give = teacher.payload('Без кода: текст');
    const batch = await teacher.replays(give);
    expect(batch.text).toContain('7А: 2 кода');
    expect(batch.text).toContain('только её строку');
    expect(new Set(codesIn(batch.text)).size).toBe(2);
    expect(batch.text.match(/\?start=[\w-]{22}/g)).toHaveLength(2);
    expect(batch.text).not.toMatch(/Денис|Иванов/);
    expect((await teacher.replays(give)).text).toContain('Без кода: 0. Не подключены: 2');
    expect(await invites()).toBe(2);
    const list = await teacher.says('/invite');
    expect(list.buttons).toEqual([
      '✓ Иванов А.',
      '✓ Петрова А.',
      '… Козлов Д.',
      '… Яковлев Я.',
      'Коды для класса',
    ]);
  });

  it('of a large class fit into messages and pages', async () => {
    const { make, chat } = world;
    for (let index = 0; index < 37; index += 1) {
      await make.aPupil(`Фамилиядлиннаяпредлинная${index} Имя`);
    }
    const teacher = chat('tg:10');
    const list = await teacher.says('/invite');
    expect(list.buttons).toHaveLength(16 + 1 + 1);
    await teacher.presses('›');
    await teacher.presses('›');
    expect(teacher.screen().buttons.flat()).toHaveLength(8 + 1 + 1);
    await teacher.presses('Коды для класса');
    const batch = await teacher.presses('Без кода: текст');
    expect(new Set(codesIn(batch.text)).size).toBe(38);
  });

  it('are revoked by the button beneath them', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    const [code] = codesIn((await teacher.presses('+ Козлов Д.')).text);
    expect((await teacher.presses('Отозвать код')).text).toContain('Код отозван');
    expect((await world.chat('tg:77').says(code ?? '')).text).toContain('Код не подходит');
  });

  it('are found by a name', async () => {
    const teacher = world.chat('tg:10');
    expect((await teacher.says('/invite козлов д')).buttons).toEqual(['+ Козлов Д., 7А']);
    expect((await teacher.says('/invite Несуществующий')).text).toContain('никого не найдено');
    await teacher.says('/invite Козлов');
    expect(codesIn((await teacher.presses('+ Козлов')).text)).toHaveLength(1);
  });

  it('are for the class teacher of that class alone', async () => {
    const { make, chat, pupils } = world;
    const classTeacher = chat('tg:10');
    await classTeacher.says('/invite');
    const payloads = classTeacher
      .screen()
      .buttons.flat()
      .map(({ press }) => press);
    const [classId = ''] = payloads[0]?.split(':').slice(1) ?? [];
    payloads.push(
      `iclass1:${classId}:0`,
      `ifcode1:${classId}:${pupils.denis}:0:0`,
      `icodes1:${classId}`,
      `igive1:${classId}:all:pdf:0`,
      `ifslip1:${classId}:${pupils.denis}:0`,
      `ifcut1:${classId}:${pupils.artyom}:2`,
      `ifcutyes1:${classId}:${pupils.artyom}:2`,
      'istaff1:0',
      'iperson1:1',
      'iscode1:1:0',
    );
    const colleague = await make.aTeacher('Королёв Пётр', { chat: 'tg:11' });
    await make.aClass('8Б', { teacher: colleague });
    const others = [chat('tg:11'), chat('tg:2'), chat('tg:999')];
    for (const other of others) {
      for (const payload of payloads) {
        const heard = await other.replays(payload);
        expect(heard).toMatchObject({ text: '', toast: expect.stringContaining('нет права') });
      }
    }
    expect((await chat('tg:2').says('/invite')).text).toContain('не для Вашей роли');
    expect((await chat('tg:11').says('/invite')).text).not.toContain('Козлов');
    expect(await invites()).toBe(0);
  });
});
