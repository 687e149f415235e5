import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, openSchool, type School, TEACHER } from './school.ts';

const ENTRY = '7А алгебра: Иванов 5';

describe.each(LIBRARIES)('time that jumps under a bot over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
    // Whatever a library does at its first calls is done.
    await school.says(TEACHER, '/me');
  });
  afterEach(() => school.close());

  const eventually = (check: () => Promise<void> | void) =>
    vi.waitFor(check, { timeout: 15_000, interval: 20 });
  it('a clock that is set back answers at once, and tells of a mark once', async () => {
    await school.says(TEACHER, ENTRY);
    school.clock.advance({ minutes: -20 });
    expect((await school.says(TEACHER, '/help')).text).toContain(ru.help.title);
    school.clock.advance({ minutes: 26 });
    await eventually(async () => {
      await school.idle();
      expect(school.words(MOTHER)).toHaveLength(1);
    });
    school.clock.advance({ hours: -1 });
    expect((await school.says(MOTHER, '/help')).text).toContain(ru.help.title);
    expect(school.words(MOTHER)).toHaveLength(2);
  });

  it('a day without the messenger is caught up: every update, every notice, once', async () => {
    await school.says(TEACHER, ENTRY);
    const reply = { status: 500 } as const;
    school.sandbox.script({ method: 'getUpdates', times: 2, reply });
    await school.stop();
    school.clock.advance({ hours: 24 });
    school.sandbox.user(MOTHER).send('/help');
    school.sandbox.user(TEACHER).send('/me');
    await school.start();
    await eventually(async () => {
      await school.idle();
      expect(school.words(MOTHER)).toHaveLength(2);
      expect(school.words(TEACHER)).toHaveLength(3);
    });
    expect(school.words(MOTHER).join()).toContain('Алгебра');
  });
});
