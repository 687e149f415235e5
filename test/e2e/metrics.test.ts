import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpsSite, openOpsSite } from '../admin/ops-site.ts';
import { LIBRARIES } from '../libraries.ts';
import { MOTHER, openSchool, type School, TEACHER } from './school.ts';

describe.each(LIBRARIES)('what is counted of a bot over $library', ({ create }) => {
  let school: School;
  let site: OpsSite;

  beforeEach(async () => {
    school = await openSchool(create);
    site = await openOpsSite(school);
    await school.start();
  });
  afterEach(async () => {
    site.close();
    await school.close();
  });

  it('is each answer with its time, and each message by what became of it', async () => {
    await school.says(TEACHER, '/me');
    await school.says(TEACHER, '/help');
    const reply = { status: 500 } as const;
    school.sandbox.script({ method: 'sendMessage', chatId: MOTHER, times: 1, reply });
    await school.says(TEACHER, '7А алгебра: Иванов 5');
    school.clock.advance({ minutes: 6 });
    await school.idle();
    const metrics = await site.metrics();
    const answered = school.sandbox
      .calls()
      .filter(({ method, status }) => method === 'sendMessage' && status === 200);
    expect(metrics).toMatchObject({
      'sends_total{result="sent"}': answered.length,
      'sends_total{result="trouble"}': 1,
      handler_seconds_count: 3,
      'handler_seconds_bucket{le="+Inf"}': 3,
      handler_failures_total: 0,
    });
    expect(metrics.handler_seconds_sum).toBeGreaterThan(0);
    expect(metrics.messenger_silence_seconds).toBeLessThan(30);
  });

  it('is an answer that failed', async () => {
    school.forgive('answer failed');
    await school.db.write(({ run }) => run('ALTER TABLE change RENAME TO broken', {}));
    await school.says(TEACHER, '7А алгебра: Иванов 5');
    expect(await site.metrics()).toMatchObject({ handler_failures_total: 1 });
    await school.db.write(({ run }) => run('ALTER TABLE broken RENAME TO change', {}));
  });
});
