import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, commandsFor } from '../../bot/dialogue/commands.ts';
import { SHORTCUTS, topicsOf } from '../../bot/dialogue/handbook-topics.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import type { Role } from '../../db/rules/access.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { openTeacherWorld } from './teacher-world.ts';

const ROLES = Object.keys(SHORTCUTS) as Role[];

let world: FamilyWorld;
beforeAll(async () => {
  world = await openFamilyWorld();
  await world.make.aPerson('Щёголева Анна Ивановна', { chat: 'tg:1', roles: ['administrator'] });
  await world.make.aPerson('Зимина Вера Петровна', { chat: 'tg:5', roles: ['deputy_head'] });
});
afterAll(() => world.close());

describe('/help', () => {
  it('leads a parent to the parent’s screens by one tap', async () => {
    const mother = world.chat('tg:2');
    const help = await mother.says('/help');
    expect(help.buttons).toEqual([
      'Дневник',
      'Отметки',
      'Переписка',
      'Пропуски',
      'Памятка: родитель',
      'Вопрос администратору',
    ]);
    expect((await mother.presses('Отметки')).text).toContain('четверть');
    expect((await mother.presses('Переписка')).text).toContain('классному руководителю');
    expect(mother.messages().length).toBeGreaterThan(1);
  });

  it('has a handbook for each of one’s roles, with a way back from every screen', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/help');
    const book = await teacher.presses('Памятка: учитель');
    expect(book.buttons).toContain('Перекличка');
    const topic = await teacher.presses('Перекличка');
    expect(topic.text).toContain('/absent 7А алгебра: Козлов, Орлова б.');
    expect(topic.buttons).toEqual(['Открыть: Отсутствующие', '‹ Темы']);
    await teacher.presses('‹ Темы');
    expect((await teacher.presses('‹ Помощь')).text).toContain('Что умеет журнал');
    expect(teacher.messages()).toHaveLength(1);
    await teacher.presses('Памятка: классный руководитель');
    await teacher.presses('Ответы родителей');
    expect((await teacher.presses('Открыть: Пропуски')).text).toContain('ответы родителей');
  });

  it.each(['tg:1', 'tg:2', 'tg:5', 'tg:10'])(
    'opens every screen it offers to %s',
    async (address) => {
      const chat = world.chat(address);
      const help = await chat.says('/help');
      const shortcuts = help.buttons.filter((label) => !label.startsWith('Памятка'));
      for (const label of shortcuts) {
        const { text, toast } = await chat.presses(label);
        expect([label, text === '', toast]).toEqual([label, false, null]);
      }
    },
  );

  it('runs no command of another role and opens no other role’s handbook', async () => {
    const mother = world.chat('tg:2');
    expect((await mother.replays('go1:lesson')).toast).toContain('не для Вашей роли');
    expect((await mother.replays('book1:teacher')).toast).toContain('Кнопка устарела');
    expect((await mother.replays('go1:constructor')).toast).toContain('не для Вашей роли');
    const stranger = await world.chat('tg:404').says('/help');
    expect(stranger).toMatchObject({ buttons: [], text: expect.stringContaining('код доступа') });
    expect((await world.chat('tg:404').replays('go1:diary')).toast).toContain('роли');
  });
});

describe.each(ROLES)('the handbook of a %s', (role) => {
  const allowed = commandsFor([role]).map(({ name }) => `/${name}`);

  it.each([
    ['ru', ru],
    ['en', en],
  ] as const)('names in %s only commands that this role has', (_, texts) => {
    const topics = topicsOf(role, texts);
    expect(topics.length).toBeGreaterThan(2);
    for (const { key, text, command } of topics) {
      const named = text.flatMap((line) => line.match(/\/[a-z]+/g) ?? []);
      expect([key, named.filter((name) => !allowed.includes(name))]).toEqual([key, []]);
      expect([key, command === null || allowed.includes(`/${command}`)]).toEqual([key, true]);
    }
  });

  it('has the same topics in both languages, each short enough for a phone', () => {
    for (const texts of [ru, en]) {
      const topics = topicsOf(role, texts);
      expect(topics.map(({ key }) => key)).toEqual(Object.keys(texts.handbook[role]));
      for (const { key, text } of topics) {
        expect([key, text.join('\n').length < 600]).toEqual([key, true]);
      }
    }
  });
});

it('shows messages in the handbook that the bot writes down as they say', async () => {
  const { entry, roll, correct } = ru.handbook.teacher;
  const exampleOf = ({ text }: { text: readonly string[] }) =>
    text.join('\n').match(/(?:\/absent )?7А алгебра: [^\n.]*/)?.[0] ?? '';
  const school = await openTeacherWorld();
  await school.chat.says(exampleOf(entry));
  expect(await school.journal()).toEqual(['Иванов 5', 'Козлов absent', 'Петрова 4', 'Петрова 5']);
  await school.chat.says(exampleOf(correct));
  expect(await school.journal()).toContain('Иванов 4');
  await school.chat.says(exampleOf(roll));
  expect(await school.journal()).toEqual([
    'Иванов 4',
    'Козлов absent',
    'Орлова ill',
    'Петрова 4',
    'Петрова 5',
  ]);
  await school.close();
});

it('every shortcut is a command there is', () => {
  const names: string[] = COMMANDS.map(({ name }) => name);
  for (const texts of [ru, en]) {
    const strange = Object.keys(texts.help.shortcuts).filter((name) => !names.includes(name));
    expect(strange).toEqual([]);
  }
});
