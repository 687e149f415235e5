import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

/** Marks as «Иванов 5: отличный доклад». */
const comments = async () => {
  const rows = await world.db.select<{ name: string; value: number; comment: string | null }>(
    `SELECT p.last_name AS name, m.value, m.comment FROM mark m JOIN pupil p ON p.id = m.pupil_id
      WHERE m.state = 'active' ORDER BY m.id`,
  );
  return rows.map(({ name, value, comment }) =>
    comment === null ? `${name} ${value}` : `${name} ${value}: ${comment}`,
  );
};

describe('a comment in a message', () => {
  it('stands in brackets behind the mark, with commas and colons of its own', async () => {
    const card = await world.chat.says(
      '7А алгебра: Иванов 5 (отличный доклад), Петрова 4 5 контрольная (задачи: 3, 4), Орлова 3',
    );
    expect(card.text).toContain('Иванов С.: 5 (отличный доклад)');
    expect(await comments()).toEqual([
      'Иванов 5: отличный доклад',
      'Петрова 4: задачи: 3, 4',
      'Петрова 5: задачи: 3, 4',
      'Орлова 3',
    ]);
  });

  it('leaves brackets around values and names what they were', async () => {
    await world.chat.says('7А алгебра: Иванов 5 (контрольная), Смирнов (Борис) 4, Орлова (3)');
    expect(await comments()).toEqual(['Иванов 5', 'Смирнов 4', 'Орлова 3']);
    const kinds = await world.db.select<{ kind: string }>('SELECT kind FROM mark ORDER BY id');
    expect(kinds.map(({ kind }) => kind)).toEqual(['test', 'answer', 'answer']);
  });

  it.each([
    ['beside an absence', 'Козлов н (справка)', 'Козлов Д.: комментарий пишут к отметке'],
    ['of 201 characters', `Козлов 5 (${'а'.repeat(201)})`, 'не длиннее 200 знаков'],
    ['that gives somebody else a mark', 'Козлов 5 (Петрова 4)', 'такой отметки нет'],
  ])('is asked about %s', async (_name, text, sentence) => {
    const card = await world.chat.says(`7А алгебра: ${text}, Иванов 5`);
    expect(card.text).toContain(sentence);
    expect(await comments()).toEqual(['Иванов 5']);
  });

  it('is kept where the pupil is chosen by a button', async () => {
    await world.chat.says('7А алгебра: Смирнов 4 (у доски, уверенно), Козлов н');
    await world.chat.says('7А алгебра: Козлов 3 (пришёл позже)');
    await world.chat.presses('Козлов Д.: заменить на 3');
    await world.chat.says('7А алгебра: Смирнов 4 (уверенно)');
    const card = await world.chat.presses('Смирнов Б.: 4');
    expect(card.text).toContain('Смирнов Б.: 4 (уверенно)');
    expect(await comments()).toEqual(['Козлов 3: пришёл позже', 'Смирнов 4: уверенно']);
  });
});
