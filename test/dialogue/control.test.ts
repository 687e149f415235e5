import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFindings } from '../../db/actions/write-findings.ts';
import { readControl } from '../../db/reports/control/control.ts';
import { countStatements } from '../statements.ts';
import type { TestChat } from './chat.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
let deputy: TestChat;
let colleague: number;

beforeAll(async () => {
  world = await openTeacherWorld();
  const { make, courses, chats, clock, db } = world;
  await make.aPerson('Зимина Вера Петровна', { chat: 'tg:5', roles: ['deputy_head'] });
  colleague = await make.aTeacher('Зуев Олег Павлович', { chat: 'tg:6' });
  const physics = await make.aCourse({ class: '8Б', subject: 'Физика', teacher: colleague });
  await make.aSlot(physics, 1, 1);
  await make.aPupil('Юдин Яков', { class: '8Б' });
  // Algebra of the 5th lacks its topic, and everything before; physics is filled in.
  for (const date of ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05']) {
    await make.aLesson({ course: physics, date, topic: 'Сила', rollCalled: true });
    await make.aMark({
      ...{ course: physics, date, value: 4, author: colleague },
      pupil: (await db.models.Pupil.findOne({ where: { lastName: 'Юдин' } }))?.id ?? 0,
    });
  }
  const algebra = { course: courses.algebra, number: 2 };
  await make.aLesson({ ...algebra, date: '2026-10-05', topic: 'Дроби' });
  await make.aMark({
    ...{ ...algebra, date: '2026-09-07', value: 2, author: world.teacher },
    pupil: world.pupil('Козлов Денис'),
  });
  const control = await readControl(db);
  await db.write((tx) => writeFindings(tx, control));
  clock.advance({ hours: 5 });
  deputy = chats('tg:5');
});
afterAll(() => world.close());

describe('/control', () => {
  it('shows at once what is not filled in of today, by teacher', async () => {
    const { text, buttons } = await deputy.says('/control');
    expect(text).toBe(
      [
        'Контроль журнала: сегодня',
        'Прошло уроков: 3, не заполнено: 3. Срок ещё не вышел, замечаний по ним нет.',
      ].join('\n'),
    );
    expect(buttons).toEqual(
      expect.arrayContaining(['✓ Сегодня 3', '✓ Учителя', 'Королёв П. И. 2', 'Зуев О. П. 1']),
    );
    await world.chats('tg:6').says('8Б физика: Юдин 5');
    await world.chats('tg:6').says('/topic 8Б физика: Масса');
    expect((await deputy.says('контроль')).text).toContain('Прошло уроков: 3');
  });

  it('leads from the term by a teacher to the very lesson, and back', async () => {
    await deputy.says('/control');
    expect((await deputy.presses('Период')).text).toContain('Замечаний: ');
    const list = await deputy.presses('Королёв П. И.');
    expect(list.text).toContain('7А Алгебра, пн 28.09, урок 2: нет темы или переклички');
    expect(list.text).toContain('7А Алгебра, пн 07.09, урок 2, Козлов Д.: «2» не исправлена');
    expect(list.text).toMatch(/1–8 из \d+/);
    const number = /(\d+)\. 7А Алгебра, пн 28\.09/.exec(list.text)?.[1] ?? '';
    const lesson = await deputy.presses(number);
    expect(lesson.text).toContain('7А · Алгебра');
    expect(lesson.text).toContain('28 сентября, 2-й урок');
    expect(lesson.text).toContain('Только просмотр.');
    expect((await deputy.presses('‹ К замечаниям')).text).toBe(list.text);
    expect((await deputy.presses('‹ Контроль')).text).toContain('Контроль журнала');
    expect(deputy.messages().filter(({ text }) => text.includes('Алгебра')).length).toBe(0);
  });

  it('counts by class and by rule, and pages through a long list', async () => {
    await deputy.says('/control');
    await deputy.presses('Период');
    expect((await deputy.presses('Классы')).buttons.join(' ')).toMatch(/7А \d+/);
    const rules = await deputy.presses('Правила');
    expect(rules.buttons).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Не заполнен урок \d+$/)]),
    );
    const first = await deputy.presses('Не заполнен урок');
    const second = await deputy.presses('›');
    expect(second.text).not.toBe(first.text);
    expect((await deputy.presses('‹')).text).toBe(first.text);
  });

  it('checks anew by a button: what was mended closes', async () => {
    await world.chat.says('7А алгебра 05.10: все были');
    await deputy.says('/control');
    await deputy.presses('Период');
    const { toast, text } = await deputy.presses('Проверить сейчас');
    expect(toast).toMatch(/^Новых: \d+, исправлено: 1$/);
    expect(text).toContain('Последняя проверка: 12 октября, 15:0');
  });

  it('tells how soon lessons are filled in, in a table a phone shows', async () => {
    await deputy.says('/control');
    await deputy.presses('Своевременность');
    const { text } = await deputy.presses('Период');
    const rows = text.split('\n').filter((line) => /%|в день/.test(line));
    expect(rows[0]).toBe('Учитель             в день   часов');
    expect(rows.some((row) => row.startsWith('Школа'))).toBe(true);
    expect(rows.every((row) => row.length <= 34)).toBe(true);
    expect(text.indexOf('Королёв')).toBeLessThan(text.indexOf('Зуев'));
  });

  it('reads by a fixed number of statements', async () => {
    await deputy.says('/control');
    const press = deputy.payload('Период');
    const count = await countStatements(world.db, () => deputy.replays(press));
    expect(count).toBeLessThanOrEqual(16);
  });
});

describe('a teacher’s own findings', () => {
  it('are opened as lessons to be filled in, and lead back', async () => {
    const teacher = world.chats('tg:1');
    await teacher.says('/lesson');
    const list = await teacher.replays('ctlm1:0');
    expect(list.text).toContain('Замечания по журналу: ');
    const number = /(\d+)\. 7А Алгебра, пн 14\.09/.exec(list.text)?.[1] ?? '';
    const lesson = await teacher.presses(number);
    expect(lesson.text).toContain('Выберите ученика или напишите');
    expect((await teacher.presses('‹ К замечаниям')).text).toBe(list.text);
  });

  it('are nobody else’s', async () => {
    const other = world.chats('tg:6');
    await other.says('/lesson');
    const { text } = await other.replays('ctlm1:0');
    expect(text).not.toContain('7А');
  });
});

describe('whoever oversees nothing', () => {
  const refused = 'У Вас нет права на это действие. Доступные команды: /help';

  it('is refused the command and each of its buttons', async () => {
    const teacher = world.chats('tg:1');
    expect((await teacher.says('/control')).text).toBe(
      'Эта команда не для Вашей роли. Доступные команды: /help',
    );
    const payloads = ['ctl1:t:t:0', 'ctlg1:t:t:1:0', 'ctlt1:t:0', 'ctlr1'];
    for (const payload of payloads) {
      const heard = await teacher.replays(payload);
      expect([heard.text, heard.toast].join('')).toContain(refused);
    }
  });

  it('gets no lesson of others through a finding’s button', async () => {
    const other = world.chats('tg:6');
    const heard = await other.replays(`ctll1:${world.courses.algebra}.20261005.2:m:m:0:0`);
    expect([heard.text, heard.toast].join('')).toContain(refused);
    expect(heard.text).not.toContain('Алгебра');
  });

  it('hears that a button is old where it says nothing of ours', async () => {
    for (const payload of ['ctl1:x:t:0', 'ctlg1:t', 'ctlt1:', 'ctll1:zzz:t:t:1:0']) {
      const heard = await deputy.replays(payload);
      expect([heard.text, heard.toast].join('')).toContain('Кнопка устарела');
    }
  });
});
