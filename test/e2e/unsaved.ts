import { setTimeout as sleep } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import { grammyMessenger } from '../../bot/messengers/grammy.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import type { Trouble } from '../../db/alarms.ts';
import { createWatch } from '../../jobs/watch-troubles.ts';
import { openOpsSite } from '../admin/ops-site.ts';
import { TOKEN } from '../bot-facts.ts';
import { CROWD, MOTHER, openSchool, TEACHER } from './school.ts';

const ENTRY = '7А алгебра: Иванов 5';
const [ADMINISTRATOR = 0] = CROWD;
// An examination is good for a second.
const NEXT_MS = 1_100;

export type Unsaved = Awaited<ReturnType<typeof openUnsaved>>;

/**
 * A school whose bot runs while its database can't be written to, with a monitor that asks for its
 * health and the watch that tells the administrator.
 */
export async function openUnsaved(folder?: string) {
  const school = await openSchool(grammyMessenger, folder === undefined ? {} : { folder });
  const { db, sandbox } = school;
  await school.make.aPerson('Зимина Анна', {
    chat: `tg:${ADMINISTRATOR}`,
    roles: ['administrator'],
  });
  const site = await openOpsSite(school);
  const messenger = grammyMessenger(TOKEN, sandbox.apiRoot);
  const watch = createWatch({
    db,
    log: school.log,
    texts: { ru, en },
    config: { language: 'ru', names: 'full' },
    folder: null,
    backups: false,
    deliver: (chat, text) => messenger.deliver(chat, { text }, AbortSignal.timeout(5_000)),
  });
  for (const message of ['answer was not stored', 'could not look for messages']) {
    school.forgive(message);
  }
  await school.start();
  await school.says(TEACHER, '/me');

  const eventually = (check: () => Promise<void>) =>
    vi.waitFor(check, { timeout: 15_000, interval: 50 });

  async function look(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await sleep(NEXT_MS);
      await watch.look();
    }
  }

  return {
    ...school,
    /** Says a mark while nothing can be saved: nobody hears that it was, the administrator why not. */
    break: async (how: () => Promise<void>, alarm: Trouble & keyof typeof ru.troubles.what) => {
      await look(1);
      await how();
      const before = school.words(TEACHER);
      sandbox.user(TEACHER).send(ENTRY);
      await eventually(async () => expect((await site.health()).alarms).toContain(alarm));
      await look(3);
      expect((await site.health()).code).toBe(503);
      expect(school.words(TEACHER)).toEqual(before);
      const { began, what, advice, kept } = ru.troubles;
      const told = [began(what[alarm]), advice[alarm], kept].join('\n');
      expect(school.words(ADMINISTRATOR)).toEqual([told]);
      expect(await school.journal()).toEqual([]);
      expect(await school.changes()).toBe(0);
    },
    /** What was said then is heard once it can be: saved once, answered once, told once. */
    mend: async (how: () => Promise<void>) => {
      const before = school.words(TEACHER).length;
      await how();
      await eventually(async () => expect(await school.journal()).toEqual(['Иванов 5']));
      await school.idle();
      expect(school.words(TEACHER).slice(before)).toEqual([expect.stringContaining('Иванов')]);
      await look(3);
      expect((await site.health()).code).toBe(200);
      await school.idle();
      expect(school.words(ADMINISTRATOR)).toHaveLength(2);
      expect(school.words(ADMINISTRATOR)[1]).toContain(ru.troubles.over(''));
      school.clock.advance({ minutes: 6 });
      await school.idle();
      expect(school.words(MOTHER)).toHaveLength(1);
      expect(await school.journal()).toEqual(['Иванов 5']);
    },
    close: async () => {
      site.close();
      await school.close();
    },
  };
}
