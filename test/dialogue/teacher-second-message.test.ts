import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { correctionPress } from '../../bot/dialogue/correction-presses.ts';
import { lessonPress } from '../../bot/dialogue/lesson-presses.ts';
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
const standing = async () => (await world.journal()).filter((line) => !line.endsWith('cancelled'));

describe('a second message corrects the first', () => {
  it.each([
    ['Иванов не 5 а 4', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['Иванов не 5, а 4', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['у Иванова 4 вместо 5', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['Иванову 4, а не 5', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['иванов семён: вместо 5 — 4', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['1 не 5 а 4', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    ['Козлову не н', 'Козлов Д.: «н» убрано', ['Иванов 5']],
    ['Козлов не н а о', 'Козлов Д.: о вместо н', ['Иванов 5', 'Козлов late']],
    ['Козлов не н, а 3', 'Козлов Д.: 3 вместо н', ['Иванов 5', 'Козлов 3']],
    ['Иванов не 5 а болеет', 'Иванов С.: б вместо 5', ['Иванов ill', 'Козлов absent']],
    ['Иванов не 5, а точка', 'Иванов С.: • вместо 5', ['Иванов owed', 'Козлов absent']],
    ['7А алгебра: Иванов не 5 а 4', 'Иванов С.: 4 вместо 5', ['Иванов 4', 'Козлов absent']],
    [
      'Иванов не 5 а 4; Козлов не н а б',
      'Иванов С.: 4 вместо 5\nКозлов Д.: б вместо н',
      ['Иванов 4', 'Козлов ill'],
    ],
  ])('«%s»', async (text, line, journal) => {
    await openAlgebra();
    await world.chat.says('Иванов 5, Козлов н');
    const card = await world.chat.says(text);
    expect(card.text).toContain(`Исправлено:\n${line}`);
    expect(card.buttons).toEqual(['Отменить', 'Открыть урок']);
    expect(await standing()).toEqual(journal);
    await world.chat.presses('Отменить');
    expect(await standing()).toEqual(['Иванов 5', 'Козлов absent']);
  });

  it.each([
    ['Иванов не 4 а 3', 'Иванов С.: «4» за этот урок не стоит. Ничего не изменено.'],
    ['Орлова не н', 'Орлова В.: «н» за этот урок не стоит.'],
    ['Петрова не 4 а 5', 'Петрова А.: «4» за этот урок стоит несколько раз.'],
    ['Иванов не 5 а 4, Орлова 3', 'Исправление отправьте отдельным сообщением'],
    ['Иванов не 5 а 4; Орлова не 2 а 3', 'Орлова В.: «2» за этот урок не стоит.'],
    ['Петрова не 3 а н', 'Оставьте что-то одно'],
    ['Иванов не 5 а 6', 'Ничего не записано'],
    ['Иванов не 5 а 1', 'Допустимы целые отметки от 2 до 5'],
  ])('«%s» changes nothing', async (text, sentence) => {
    await openAlgebra();
    await world.chat.says('Иванов 5, Петрова 4 4 3');
    const before = await world.journal();
    const answer = await world.chat.says(text);
    expect(answer.text).toContain(sentence);
    expect(await world.journal()).toEqual(before);
  });

  it('is of the very lesson that is open, and needs one', async () => {
    await world.chat.says('7А геометрия: Иванов 5');
    await openAlgebra();
    expect((await world.chat.says('Иванов не 5 а 4')).text).toContain('не стоит');
    await world.chat.says('/cancel');
    const hint = await world.chat.says('Иванов не 5 а 4');
    expect(hint.text).toContain('Напишите класс и предмет перед отметками');
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('asks whom it means by buttons: namesakes and slips are never guessed', async () => {
    await openAlgebra();
    await world.chat.says('Смирнов Антон 5, Смирнов Борис 5, Иванов 5');
    const asked = await world.chat.says('Смирнов не 5 а 4; Иваново не 5 а 3');
    expect(asked.text).toContain('«Смирнов»: кого Вы имели в виду?');
    expect(asked.buttons).toEqual([
      'Смирнов А.: 4 вместо 5',
      'Смирнов Б.: 4 вместо 5',
      'Иванов С.: 3 вместо 5',
      'Открыть урок',
    ]);
    expect(await world.journal()).toEqual(['Иванов 5', 'Смирнов 5', 'Смирнов 5']);
    const choice = world.chat.payload('Смирнов Б.: 4 вместо 5');
    const done = await world.chat.presses('Смирнов Б.: 4 вместо 5');
    expect(done.text).toContain('Исправлено:\nСмирнов Б.: 4 вместо 5');
    expect(await world.journal()).toEqual(['Иванов 5', 'Смирнов 4', 'Смирнов 5']);
    expect((await world.chat.replays(choice)).toast).toContain('не стоит');
    const unknown = await world.chat.says('Ктотов не 5 а 4');
    expect(unknown.text).toContain('«Ктотов»: в списке 7А нет');
  });

  it('says one thing of a pupil whose name is only nearly right', async () => {
    await openAlgebra();
    const card = await world.chat.says('Сидорав 5, Орлова 4');
    expect(card.text).toContain('«Сидорав»: в списке 7А нет. Вы имели в виду Сидоров Л.?');
    expect(await world.journal()).toEqual(['Орлова 4']);
    await world.chat.presses('Сидоров Л.: 5');
    expect(await world.journal()).toEqual(['Орлова 4', 'Сидоров 5']);
  });

  it('is nobody else’s', async () => {
    await openAlgebra();
    await world.chat.says('Иванов 5');
    await world.make.aTeacher('Зуев Олег', { chat: 'tg:2' });
    const lesson = { courseId: world.courses.algebra, date: '2026-10-12', number: 2 };
    const payload = correctionPress({
      lesson,
      pupilId: world.pupil('Иванов Семён'),
      from: { mark: 5 },
      to: { mark: 2 },
      kind: 'answer',
    });
    for (const address of ['tg:2', 'tg:404']) {
      expect((await world.chats(address).replays(payload)).toast).toContain('нет права');
    }
    for (const broken of [
      'cor1:x',
      payload.replace(':52:', ':52x:'),
      payload.replace(':52:', ':9-:'),
    ]) {
      expect((await world.chat.replays(broken)).toast).toContain('устарела');
    }
    expect(await world.journal()).toEqual(['Иванов 5']);
  });
});

describe('a comment to a mark', () => {
  const comments = async () => {
    const rows = await world.db.select<{ comment: string | null }>('SELECT comment FROM mark');
    return rows.map(({ comment }) => comment);
  };
  const askComment = async () => {
    await openAlgebra();
    await world.chat.says('Иванов 5');
    await openAlgebra();
    await world.chat.presses('1 Иванов');
    await world.chat.presses('5 ответ');
    return world.chat.presses('Комментарий');
  };

  it('is written from the mark’s panel, changed and taken away', async () => {
    const asked = await askComment();
    expect(asked.text).toContain('Напишите комментарий к отметке «5»');
    await world.chat.says('Отличный <доклад>');
    expect(await comments()).toEqual(['Отличный <доклад>']);
    await world.chat.presses('1 Иванов');
    const panel = await world.chat.presses('5 ответ');
    expect(panel.text).toContain('Комментарий: Отличный <доклад>');
    await world.chat.presses('Убрать комментарий');
    expect(await comments()).toEqual([null]);
    const undone = await world.chat.presses('Отменить');
    expect(undone.toast).toBe('Отменено: 1 отметка.');
    expect(await comments()).toEqual(['Отличный <доклад>']);
  });

  it('is asked again when too long, and let go by «Назад»', async () => {
    await askComment();
    expect((await world.chat.says('а'.repeat(201))).text).toContain('не больше 200 знаков');
    await world.chat.presses('‹ Назад');
    await world.chat.presses('‹ Назад');
    await world.chat.presses('‹ К классу');
    await world.chat.says('Козлов 4');
    expect(await world.journal()).toEqual(['Иванов 5', 'Козлов 4']);
    expect(await comments()).toEqual([null, null]);
  });

  it('is refused when the mark has changed since', async () => {
    await askComment();
    const button = world.chat.payload('‹ Назад');
    const ask = button.replace('mrk1', 'cmt1').replace(/:0$/, ':1:0');
    const other = world.chats('tg:1');
    await other.replays(button.replace('mrk1', 'chg1').replace(/:0$/, ':1:4:0'));
    expect((await world.chat.replays(ask)).toast).toContain('показано новое состояние');
    expect(await comments()).toEqual([null]);
  });
});

describe('after the edit window', () => {
  // Two weeks before the world's Monday.
  const OLD = { date: '2026-09-28', number: 2 };
  const key = () => ({ courseId: world.courses.algebra, ...OLD });
  const changes = () =>
    world.db.select<{ after: string; reason: string | null }>('SELECT after, reason FROM change');

  beforeEach(async () => {
    const { make, courses, teacher, pupil } = world;
    const at = { course: courses.algebra, ...OLD, author: teacher };
    await make.aMark({ ...at, pupil: pupil('Иванов Семён'), value: 3 });
  });

  it('a correcting message waits for its reason', async () => {
    const asked = await world.chat.says('7А алгебра 28.09: Иванов не 3 а 4');
    expect(asked.text).toContain('Напишите причину одним сообщением');
    expect(await world.journal()).toEqual(['Иванов 3']);
    const done = await world.chat.says('описка');
    expect(done.text).toContain('Исправлено:\nИванов С.: 4 вместо 3');
    expect(await world.journal()).toEqual(['Иванов 4']);
    expect((await changes()).map(({ reason }) => reason)).toEqual(['описка']);
  });

  it('so does a comment to an old mark', async () => {
    await world.chat.replays(lessonPress(key()));
    await world.chat.presses('1 Иванов');
    await world.chat.presses('3 ответ');
    await world.chat.presses('Комментарий');
    const asked = await world.chat.says('Переписано 5 октября');
    expect(asked.text).toContain('Напишите причину одним сообщением');
    await world.chat.says('по просьбе родителей');
    const [change] = await changes();
    expect(change?.reason).toBe('по просьбе родителей');
    expect(change?.after).toContain('Переписано 5 октября');
  });
});
