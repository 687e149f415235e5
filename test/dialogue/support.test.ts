import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSupportPress } from '../../bot/dialogue/support-presses.ts';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { mergePeople } from '../../db/actions/merge-people.ts';
import { median, SUPPORT_FLOOD } from '../../db/rules/support.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf, tap } from './post.ts';

let world: FamilyWorld;
beforeAll(async () => {
  world = await openFamilyWorld();
  await world.make.aPerson('Щёголева Анна Ивановна', { chat: 'tg:1', roles: ['administrator'] });
  await world.make.aPerson('Зимина Вера Петровна', {
    chat: 'tg:5',
    roles: ['administrator'],
    language: 'en',
  });
});
afterAll(() => world.close());

const requests = () =>
  world.db.select<{ id: number; state: string; screen: string | null }>(
    'SELECT id, state, screen FROM support_request ORDER BY id',
  );

describe('/support', () => {
  it('brings a question with the last screen to every administrator, and the answer back', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/marks');
    await mother.presses('Дневник');
    await mother.says('просто слова Иванов');
    const home = await mother.says('вопрос');
    expect(home.buttons).toEqual(['Задать вопрос']);
    const asked = await mother.presses('Задать вопрос');
    expect(asked.text).toContain(`последний экран (diary1 ${world.pupils.artyom})`);
    const sent = await mother.says('Почему нет домашнего задания <на завтра>?');
    expect(sent.text).toBe('Вопрос № 1 отправлен администратору. Ответ придёт сюда.');

    const came = await lastPost(world.db, 'tg:1');
    expect(came.text).toBe(
      `Вопрос № 1\nродитель\nПоследний экран: diary1 ${world.pupils.artyom}\n\nПочему нет домашнего задания <на завтра>?`,
    );
    expect((await lastPost(world.db, 'tg:5')).text).toContain('Last screen: diary1');

    const office = world.chat('tg:1');
    expect((await tap(office, came, 'Ответить')).text).toContain('Ответ на вопрос № 1');
    const answered = await office.says('справка');
    expect(answered.text).toBe('Ответ на вопрос № 1 отправлен.');
    const answer = await lastPost(world.db, 'tg:2');
    expect(answer.text).toContain('Почему нет домашнего задания <на завтра>?');
    expect(answer.text).toContain('справка');
    expect((await mother.says('/support')).buttons[0]).toContain('(есть ответ)');

    await tap(mother, answer, 'Написать ещё');
    await mother.says('Спасибо, но где?');
    expect((await lastPost(world.db, 'tg:1')).text).toContain('Вопрос № 1, дополнение');
    expect(await requests()).toMatchObject([{ state: 'open' }]);
    const closed = await tap(mother, answer, 'Вопрос решён');
    expect(closed.text).toContain('Вопрос № 1, решён');
    expect(closed.text).toMatch(/Вы\n.*Администратор\nсправка/s);
    expect(await requests()).toMatchObject([{ state: 'closed' }]);
  });

  it('keeps in the audit that somebody asked, never what', async () => {
    const rows = await world.db.select<{ after: string }>(
      "SELECT after FROM change WHERE record = 'support_request' ORDER BY id",
    );
    expect(rows.map(({ after }) => JSON.parse(after).state)).toEqual([
      'open',
      'answered',
      'open',
      'closed',
    ]);
    expect(JSON.stringify(rows)).not.toContain('задания');
  });

  it('attaches a command without its words, and no proof of a code', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/topic 7А Русский язык: тайная тема');
    await teacher.replays('agree1:12:someproof');
    expect((await teacher.says('/support Как загрузить план?')).text).toContain('№ 2 отправлен');
    expect((await requests())[1]?.screen).toBe('agree1 12');
    await teacher.says('/topic 7А Русский язык: тайная тема');
    await teacher.says('/support И ещё вопрос');
    expect((await requests())[2]?.screen).toBe('/topic');
  });

  it('shows administrators what waits, the oldest first', async () => {
    const office = world.chat('tg:1');
    const home = await office.says('/support');
    expect(home.text).toContain('Ждут ответа: 2 вопроса.');
    const card = await office.presses('12.10 Как загрузить план?');
    expect(card.text).toContain('учитель');
    await office.presses('Ответить');
    await office.says('Пришлите файл XLSX.');
    expect((await office.says('/support')).text).toContain('Ждут ответа: 1 вопрос.');
  });

  it('is read by whoever asked and administrators, and answered by nobody else', async () => {
    const other = world.chat('tg:3');
    for (const payload of ['supopen1:1', 'supmore1:1', 'supclose1:1', 'supreply1:1']) {
      const foreign = await other.replays(payload);
      const unknown = await other.replays(payload.replace(':1', ':999'));
      expect(foreign.toast).toBe(unknown.toast);
      expect(foreign.text).toBe('');
    }
    const mother = world.chat('tg:2');
    expect((await mother.replays('supreply1:1')).toast).toContain('Такой записи нет');
    expect((await mother.replays(openSupportPress(1))).text).toContain('Вопрос № 1');
    expect((await world.chat('tg:404').says('/support')).text).toContain('код доступа');
  });

  it('gives up the question by a button, and takes an empty one for nothing', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/support');
    await mother.presses('Задать вопрос');
    await mother.presses('Не писать');
    const before = await requests();
    await mother.says('это уже не вопрос');
    expect(await requests()).toEqual(before);
    await mother.says('/support');
    await mother.presses('Задать вопрос');
    expect((await mother.says('а'.repeat(2001))).text).toContain('не больше 2000 знаков');
    expect(await requests()).toEqual(before);
    await mother.says('/cancel');
  });

  it('takes no more than a few questions in a few minutes', async () => {
    const mother = world.chat('tg:3');
    for (let count = 0; count < SUPPORT_FLOOD.count; count += 1) {
      await mother.says(`/support вопрос ${count}`);
    }
    const refused = await mother.says('/support ещё');
    expect(refused.text).toContain('За 10 минут можно отправить не больше 5 сообщений');
    world.clock.advance({ minutes: 11 });
    expect((await mother.says('/support ещё')).text).toContain('отправлен');
  });

  it('says that a question is kept where no administrator has a chat', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.ChatLink.update(
        { state: 'cut' },
        { where: { address: ['tg:1', 'tg:5'] }, transaction },
      ),
    );
    const before = (await postOf(world.db, 'tg:1')).length;
    const sent = await world.chat('tg:2').says('/support Слышно ли меня?');
    expect(sent.text).toContain('увидит его в панели');
    expect(await postOf(world.db, 'tg:1')).toHaveLength(before);
  });
});

it('a question goes along when a parent turns out to be a member of staff', async () => {
  const { db, make } = world;
  const parent = await make.aParent('Козлова Ольга', { of: [world.pupils.denis], chat: 'tg:6' });
  const teacher = await make.aTeacher('Козлова Ольга Львовна');
  await world.chat('tg:6').says('/support Куда идти?');
  await db.write(async (tx) => {
    const { transaction } = tx;
    const by = { actor: SYSTEM_ACTOR, door: 'job', operation: 'test' } as const;
    await db.models.ChatLink.update(
      { personId: teacher },
      { where: { address: 'tg:6' }, transaction },
    );
    await mergePeople(tx, by, { from: parent, into: teacher });
  });
  expect((await world.chat('tg:6').says('/support')).buttons[0]).toContain('Куда идти?');
});

describe('the time to an answer', () => {
  it('is the middle one, or the mean of the middle two', () => {
    expect(median([])).toBeNull();
    expect(median([7])).toBe(7);
    expect(median([90, 5, 20])).toBe(20);
    expect(median([10, 40, 2, 20])).toBe(15);
  });
});
