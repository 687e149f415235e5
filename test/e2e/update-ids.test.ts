import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../libraries.ts';
import { openSchool, type School, TEACHER, textUpdate } from './school.ts';

const ENTRY = textUpdate(TEACHER, '7А алгебра: Иванов 5');
const NEXT = textUpdate(TEACHER, '7А алгебра: Козлов 4');

describe.each(LIBRARIES)('numbers of updates over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
    await school.says(TEACHER, '/me');
  });
  afterEach(() => school.close());

  it('that come twice are heard once', async () => {
    await school.when(() => {
      const update_id = school.sandbox.insert(ENTRY);
      school.sandbox.insert({ ...ENTRY, update_id });
    });
    await school.says(TEACHER, '/me');
    await school.stop();
    // Nothing of it was confirmed, as far as the messenger knows.
    const update_id = school.sandbox.insert(NEXT);
    await school.start();
    await school.when(() => school.sandbox.insert({ ...NEXT, update_id }), 0);
    await school.says(TEACHER, '/me');
    expect(await school.journal()).toEqual(['Иванов 5', 'Козлов 4']);
    expect(school.words(TEACHER)).toHaveLength(5);
  });

  it('that come in any order are all heard', async () => {
    await school.stop();
    const update_id = school.sandbox.insert(textUpdate(TEACHER, '/help'));
    school.sandbox.insert({ ...ENTRY, update_id: update_id + 20 });
    school.sandbox.insert({ ...NEXT, update_id: update_id + 10 });
    await school.start();
    await school.when(() => undefined, 3);
    expect(await school.journal()).toEqual(['Иванов 5', 'Козлов 4']);
  });

  it('that begin anew, and lower, after a week of silence are heard, each once', async () => {
    await school.stop();
    school.clock.advance({ days: 7 });
    await school.start();
    await school.when(() => school.sandbox.insert({ ...ENTRY, update_id: 7 }));
    await school.when(() => school.sandbox.insert({ ...NEXT, update_id: 8 }));
    school.sandbox.insert({ ...NEXT, update_id: 8 });
    await school.says(TEACHER, '/me');
    expect(await school.journal()).toEqual(['Иванов 5', 'Козлов 4']);
  });
});
