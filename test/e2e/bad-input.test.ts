import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, openSchool, type School, TEACHER } from './school.ts';

describe.each(LIBRARIES)('bad input over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
  });
  afterEach(async () => {
    expect(await school.journal()).toEqual([]);
    expect(await school.changes()).toBe(0);
    await school.close();
  });

  it('of every kind gets a sentence, and nothing changes', async () => {
    await school.make.aDayOff('2026-10-05', { name: 'День учителя' });
    for (const [text, sentence] of [
      ['/nonsense', ru.common.unknownCommand('nonsense')],
      ['Добрый день', ru.common.notUnderstood],
      ['/marks', ru.common.notYourCommand],
      ['/mark', ru.teacher.howToMark('7А алгебра: Иванов 5, Петрова н')],
      ['7А алгебра: Иванов', ru.teacher.noValue('Иванов')],
      ['7А алгебра: Иванов 6', ru.teacher.wrongValue('6', 'Иванов А.')],
      ['7А алгебра 19.10: Иванов 5', ru.refusals['future-date']({ date: '2026-10-19' })],
      [
        '7А алгебра 05.10: Иванов 5',
        ru.refusals['not-a-school-day']({ date: '2026-10-05', name: 'День учителя' }),
      ],
      ['7А алгебра: Орлов 5', ru.teacher.unknownName('Орлов', '7А')],
      ['9В алгебра: Орлов 5', ru.teacher.unknownClass('9В', '1А, 7А')],
      ['1А чтение: Ёлкин 5', ru.refusals['grade-one-no-marks']({})],
    ] as const) {
      expect((await school.says(TEACHER, text)).text, text).toContain(sentence);
    }
  });

  it('into a closed term is refused', async () => {
    await school.make.aClosedQuarter(1);
    const { text } = await school.says(TEACHER, '7А алгебра: Иванов 5');
    expect(text).toBe(ru.refusals['term-closed']({ date: '2026-10-12' }));
  });

  it('that isn’t text is refused', async () => {
    const phone = school.sandbox.user(MOTHER);
    const bytes = new Uint8Array([1, 2, 3]);
    for (const send of [
      () => phone.sendPhoto(bytes),
      () => phone.sendSticker(),
      () => phone.sendDocument(bytes, 'list.xlsx'),
      () => phone.sendContact({ phoneNumber: '+70000000000', firstName: 'M' }),
    ]) {
      await school.when(send);
      expect(school.newest(MOTHER).text).toBe(
        [ru.common.filesNotRead, ru.letters.howToWrite].join('\n'),
      );
    }
  });

  it('of ten thousand characters is answered piece by piece, and nothing is written', async () => {
    await school.when(() => school.sandbox.user(TEACHER).send('я'.repeat(10_000)), 3);
    expect(school.words(TEACHER)).toEqual(Array(3).fill(ru.common.notUnderstood));
    const entry = `7А алгебра: ${'Неизвестный 5, '.repeat(700)}`;
    await school.when(() => school.sandbox.user(TEACHER).send(entry), 3);
    expect(school.words(TEACHER).slice(3).join('\n')).toContain(ru.teacher.nothingRecorded);
  });

  it('behind a forged button says that it is outdated', async () => {
    await school.says(TEACHER, '/lesson');
    for (const data of ['nonsense', 'give1:1.20261012.2:1:9:0:0:0', 'les1:x:0:0']) {
      await school.when(() => school.sandbox.user(TEACHER).press({ data }));
    }
    expect(school.sandbox.user(TEACHER).toasts()).toHaveLength(3);
    const foreign = `give1:${school.courses.algebra}.20261012.2:${school.pupils.artyom}:5:0:0:0`;
    await school.when(() => school.sandbox.user(MOTHER).send('/marks'));
    await school.when(() => school.sandbox.user(MOTHER).press({ data: foreign }));
    expect(school.sandbox.user(MOTHER).toasts()).toEqual([ru.refusals['not-allowed']({})]);
  });
});
