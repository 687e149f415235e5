import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, OTHER_MOTHER, openSchool, type School, TEACHER } from './school.ts';

describe.each(LIBRARIES)('a lesson over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
  });
  afterEach(() => school.close());

  it('goes from the teacher’s taps and words to the mother’s phone', async () => {
    await school.says(TEACHER, '/lesson');
    await school.presses(TEACHER, '2. 7А Алгебра');
    await school.presses(TEACHER, '1 Иванов');
    const list = await school.presses(TEACHER, '5');
    expect(list.text).toContain('1. Иванов А. 5');
    const card = await school.says(TEACHER, 'Иванов 4 контрольная, Петрова 4 5, Козлов н');
    expect(card.text).toContain('Козлов Д.: н');
    expect(await school.journal()).toEqual([
      'Иванов 4',
      'Иванов 5',
      'Козлов absent',
      'Петрова 4',
      'Петрова 5',
    ]);

    // An absence can't wait; marks wait for each other.
    expect(school.words(OTHER_MOTHER)).toEqual([
      [
        'Новое в дневнике\nКозлов Денис\n12.10 Алгебра, 2-й урок: отсутствие (н)',
        'Ребёнка нет на первом уроке. Сообщите, пожалуйста, причину:',
      ].join('\n'),
    ]);
    expect(school.words(MOTHER)).toEqual([]);
    school.clock.advance({ minutes: 6 });
    await school.idle();
    expect(school.words(MOTHER)).toEqual([
      'Новое в дневнике\nИванов Артём\n12.10 Алгебра: 5 (ответ)\n12.10 Алгебра: 4 (контрольная)',
    ]);
    const { text } = await school.says(MOTHER, '/marks');
    expect(text).toMatch(/Алгебра +4,33 +5 4/);
  });

  it('says a «2» at once, a correction in time not at all, and a late one as such', async () => {
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    expect(school.words(MOTHER)).toEqual([
      'Новое в дневнике\nИванов Артём\n12.10 Алгебра: 2 (ответ)',
    ]);
    await school.presses(TEACHER, 'Открыть урок');
    for (const value of ['3', '4']) {
      await school.presses(TEACHER, '1 Иванов');
      await school.presses(TEACHER, `${Number(value) - 1} ответ`);
      await school.presses(TEACHER, value);
    }
    school.clock.advance({ minutes: 6 });
    await school.idle();
    expect(school.words(MOTHER).slice(1)).toEqual([
      'Новое в дневнике\nИванов Артём\n12.10 Алгебра: 4 вместо 2 (ответ)',
    ]);
  });

  it('that is taken back is taken back before the mother as well', async () => {
    await school.says(TEACHER, '7А алгебра: Иванов 5, Козлов н');
    school.clock.advance({ minutes: 6 });
    await school.idle();
    await school.says(TEACHER, '7А алгебра: Иванов 3');
    const undone = await school.says(TEACHER, '/undo');
    expect(undone.text).toContain('Отменено: 1 отметка');
    school.clock.advance({ minutes: 6 });
    await school.idle();
    // Of the «3» she never heard.
    expect(school.words(MOTHER)).toHaveLength(1);
    await school.says(TEACHER, '/undo');
    school.clock.advance({ minutes: 6 });
    await school.idle();
    expect(await school.journal()).toEqual([]);
    expect(school.words(MOTHER)[1]).toContain('12.10 Алгебра: отметка 5 отменена');
    expect(school.words(OTHER_MOTHER)[1]).toContain('запись отменена (отсутствие (н))');
  });
});

describe.each(LIBRARIES)('without names, over $library', ({ create }) => {
  it('nobody is named in a mother’s chat', async () => {
    const school = await openSchool(create, { names: 'none' });
    await school.start();
    await school.says(TEACHER, '7А алгебра: Иванов 2');
    await school.says(MOTHER, '/marks');
    await school.says(MOTHER, '/diary');
    await school.says(MOTHER, '/me');
    const heard = school.words(MOTHER).join('\n');
    expect(heard).toContain('12.10 Алгебра: 2 (ответ)');
    expect(heard).not.toMatch(/Иванов|Артём|Мария|Королёв/);
    const sent = school.sandbox.calls().filter(({ chatId }) => chatId === MOTHER);
    expect(JSON.stringify(sent)).not.toMatch(/Иванов|Артём|Мария|Королёв/);
    await school.close();
  });
});
