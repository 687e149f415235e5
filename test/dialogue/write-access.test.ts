import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestChat } from './chat.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf } from './post.ts';

const SECRET = 'совершенно личное';
const TEACHER = 'tg:10';
const MOTHER = 'tg:2';

describe('correspondence of a family', () => {
  let world: FamilyWorld;
  /** Every payload that anybody who may read the thread has seen. */
  let payloads: string[];

  beforeEach(async () => {
    world = await openFamilyWorld();
    const { make, chat, db, pupils } = world;
    await make.aPerson('Зимина Вера', { roles: ['deputy_head'], chat: 'tg:30' });
    await make.aPerson('Щёголева Анна', { roles: ['administrator'], chat: 'tg:31' });
    await make.aTeacher('Королёв Пётр', { chat: 'tg:32' });
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7', consent: null });
    const [mother, teacher] = [chat(MOTHER), chat(TEACHER)];
    await mother.says(`/write ${SECRET}`);
    await mother.presses('Переписка');
    const post = await lastPost(db, TEACHER);
    await teacher.says('/write');
    await teacher.presses('Иванов А.');
    await teacher.says(`${SECRET} тоже`);
    await teacher.presses('Отправить');
    await teacher.presses('Кто прочитал');
    await teacher.presses('‹ Отправленные');
    await teacher.says('/write');
    await teacher.presses('Переписка');
    await teacher.presses('● Иванов А.');
    const shown = [...mother.messages(), ...teacher.messages(), post, await lastPost(db, MOTHER)];
    const messages = await db.models.Message.findAll();
    const { id: classId } = (await db.models.SchoolClass.findOne()) ?? { id: 0 };
    payloads = [
      ...shown.flatMap(({ buttons }) => buttons.flat().map(({ press }) => press)),
      ...messages.flatMap(({ id }) => [`wread1:${id}`, `wreply1:${id}`, `wphoto1:${id}`]),
      `wthread1:${classId}:${pupils.artyom}:0`,
      `wask1:${classId}:${pupils.artyom}`,
      `wthreads1:${classId}:0`,
      `wletters1:${classId}`,
      `whset1:${classId}:0:24`,
      `wchild1:${pupils.artyom}`,
      `wclass1:${classId}:0`,
      `wtick1:${classId}:${pupils.artyom}:1:0`,
      `wall1:${classId}:1`,
      `whours1:${classId}`,
      'wlook1',
      ...Array.from({ length: 9 }, (_, number) => `wletter1:${number}`),
      ...Array.from({ length: 9 }, (_, number) => `wsend1:${number}`),
    ];
    payloads = [...new Set(payloads)];
    expect(payloads.length).toBeGreaterThan(25);
  });
  afterEach(() => world.close());

  /** Replays everything, then writes: nothing may be read, and nothing may be sent. */
  async function triesEverything(chat: TestChat): Promise<void> {
    const { db } = world;
    const before = await facts();
    for (const payload of payloads) {
      const heard = await chat.replays(payload);
      expect(JSON.stringify([heard, chat.messages()]), payload).not.toContain(SECRET);
      await chat.says('меня слышно?');
      await chat.sends('photo', { fileId: 'foreign' });
    }
    expect(await facts()).toEqual(before);
    expect(await postOf(db, MOTHER)).toHaveLength(1);
    expect(await postOf(db, TEACHER)).toHaveLength(1);
  }

  async function facts() {
    const { Message, ClassHours, MessageReceipt } = world.db.models;
    const read = await MessageReceipt.findAll({ order: [['id', 'ASC']] });
    return [await Message.count(), await ClassHours.count(), read.map(({ readAt }) => readAt)];
  }

  it.each([
    ['another family', 'tg:3'],
    ['a parent who has not agreed', 'tg:7'],
    ['the deputy head', 'tg:30'],
    ['the administrator', 'tg:31'],
    ['a subject teacher', 'tg:32'],
    ['a stranger', 'tg:999'],
  ])('is unseen by %s', async (_, address) => {
    await triesEverything(world.chat(address));
  });

  it('is unseen by a parent who was cut off', async () => {
    const { db, chat, parents } = world;
    await db.write(({ transaction }) =>
      db.models.Guardianship.update(
        { state: 'cut' },
        { where: { personId: parents.mother }, transaction },
      ),
    );
    await triesEverything(chat(MOTHER));
  });

  it('is unseen from a chat that was cut off, even with a question open', async () => {
    const { db, chat } = world;
    const mother = chat(MOTHER);
    await mother.says('/write');
    await db.write(({ transaction }) =>
      db.models.ChatLink.update({ state: 'cut' }, { where: { address: MOTHER }, transaction }),
    );
    await triesEverything(chat(MOTHER));
  });

  it('changes hands with the class: the former teacher loses it, the new one has it', async () => {
    const { make, chat } = world;
    const former = chat(TEACHER);
    await former.says('/write');
    await former.presses('Переписка');
    await former.presses('Иванов А.');
    await former.presses('Написать');
    const next = await make.aTeacher('Белова Анна', { chat: 'tg:20' });
    await make.aClass('7А', { teacher: next });
    expect((await former.says('меня слышно?')).text).toContain('нет права');
    await triesEverything(chat(TEACHER));
    const teacher = chat('tg:20');
    await teacher.says('/write');
    await teacher.presses('Переписка');
    expect((await teacher.presses('Иванов А.')).text).toContain(SECRET);
  });

  it('stays with the class a pupil has left: the new class teacher begins afresh', async () => {
    const { make, chat, db, pupils } = world;
    const next = await make.aTeacher('Белова Анна', { chat: 'tg:20' });
    const classId = await make.aClass('7Б', { teacher: next });
    // The hours of the class are still its teacher's to set.
    payloads = payloads.filter((payload) => !payload.startsWith('whset1'));
    await db.write(async ({ transaction }) => {
      const where = { pupilId: pupils.artyom };
      await db.models.Enrolment.update({ endsOn: '2026-10-11' }, { where, transaction });
      await db.models.Enrolment.create(
        { ...where, classId, number: 1, startsOn: '2026-10-12' },
        { transaction },
      );
    });
    await triesEverything(chat(TEACHER));
    await triesEverything(chat('tg:20'));
    const mother = chat(MOTHER);
    await mother.says('/write здравствуйте');
    expect((await lastPost(db, 'tg:20')).text).toContain('Иванов Артём, 7Б');
    expect(await postOf(db, TEACHER)).toHaveLength(1);
  });

  it('is seen by the other parent once they agree', async () => {
    const { db, chat } = world;
    const father = chat('tg:7');
    expect((await father.says('/write')).text).toContain('согласие');
    await father.presses('Согласен(на)');
    await father.says('/write');
    expect((await father.presses('Переписка')).text).toContain(SECRET);
    await chat(TEACHER).says('/write');
    await chat(TEACHER).says('привет');
    expect(await db.models.Message.count()).toBe(2);
  });

  it('leaves no word of it in the audit', async () => {
    const rows = await world.db.select<{ after: string }>(
      "SELECT after FROM change WHERE record = 'message' ORDER BY id",
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(JSON.parse(rows[0]?.after ?? '')).toMatchObject({
      side: 'family',
      to: [world.classTeacher],
      photo: false,
    });
  });
});
