import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf as drawn } from '../../bot/delivery/bytes-of.ts';
import { readyReply } from '../../bot/delivery/ready-reply.ts';
import type { ReplyFile } from '../../bot/dialogue/reply.ts';
import { unpack } from '../../bot/views/prints/packed.ts';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { createInvite } from '../../db/actions/create-invite.ts';
import { notifyGuardians } from '../../db/actions/notify-guardians.ts';
import { EXPORT_LIMIT } from '../../db/rules/privacy.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, postOf } from './post.ts';

const DAY = '2026-10-12';

let world: FamilyWorld;
const open = async (names: 'full' | 'short' | 'none' = 'full') => {
  world = await openFamilyWorld({ names });
  const { make, courses, pupils, classTeacher: author } = world;
  const at = { course: courses.algebra, date: DAY, number: 2, author };
  await make.aLesson({ ...at, topic: 'Степени', homework: '№ 5' });
  await make.aMark({ ...at, pupil: pupils.artyom, value: 4, comment: 'молодец' });
  await make.aMark({ ...at, pupil: pupils.alyona, value: 2, comment: 'чужая' });
  await make.anAbsence({
    ...at,
    course: courses.russian,
    number: 1,
    pupil: pupils.artyom,
    code: 'ill',
  });
  const mother = world.chat('tg:2');
  await mother.says('/write Мы на больничном');
  await mother.says('/support Как выгрузить данные?');
};
beforeEach(() => open());
afterEach(() => world.close());

function packedOf(file: ReplyFile | undefined): string {
  if (!file || !('packed' in file)) {
    throw new Error('nothing packed was sent');
  }
  return unpack(file.packed.text);
}

const ties = () =>
  world.db.models.Guardianship.findAll({ where: { pupilId: world.pupils.artyom } });

describe('/privacy', () => {
  it('says in plain words what is kept, who sees it, and which consent stands', async () => {
    const mother = world.chat('tg:2');
    const home = await mother.says('/privacy');
    expect(home.text).toContain('Иванов Артём, 7А: согласие от 12.10.2026, версия 1');
    expect(home.text).toContain('Переписку — только семья и классный руководитель');
    expect(home.buttons).toEqual(['О ребёнке: Артём И.', 'Выгрузить мои данные']);
    const child = await mother.presses('О ребёнке');
    expect(child.buttons).toEqual(
      expect.arrayContaining(['Выгрузить данные ребёнка', 'Отозвать согласие', '‹ Мои данные']),
    );
    await mother.presses('‹ Мои данные');
    expect(mother.messages().at(-1)?.text).toBe(home.text);
  });

  it('is for everybody who is linked, about themselves where they have no child', async () => {
    const teacher = await world.chat('tg:10').says('мои данные');
    expect(teacher.buttons).toEqual(['Выгрузить мои данные']);
    expect(teacher.text).not.toContain('О ребёнке');
    expect((await world.chat('tg:404').says('/privacy')).text).toContain('код доступа');
  });
});

describe('taking one’s data out', () => {
  it('gives the own data to be read and as JSON, and nobody else’s', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/privacy');
    const { files } = await mother.presses('Выгрузить мои данные');
    expect(files.map(({ name }) => name)).toEqual([
      'Мои_данные_2026-10-12.pdf',
      'Мои_данные_2026-10-12.json',
    ]);
    const data = JSON.parse(packedOf(files[1]));
    expect(data).toMatchObject({
      person: { lastName: 'Иванова', firstName: 'Мария' },
      chats: [{ address: 'tg:2', state: 'active' }],
      children: [{ lastName: 'Иванов', consentVersion: '1' }],
      letters: [{ className: '7А', text: 'Мы на больничном' }],
      questions: [{ text: 'Как выгрузить данные?' }],
    });
    const print = packedOf(files[0]);
    expect(print).toContain('12.10.2026 10:00, 7А: Мы на больничном');
    expect(print).not.toContain('Петров');
  });

  it('gives the child’s data, and nothing of any other child', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/privacy');
    await mother.presses('О ребёнке');
    const { files } = await mother.presses('Выгрузить данные ребёнка');
    const data = JSON.parse(packedOf(files[1]));
    expect(data).toMatchObject({
      pupil: { lastName: 'Иванов', firstName: 'Артём' },
      classes: [{ className: '7А', year: '2026/27', from: '2026-09-01', until: null }],
      diary: [{ date: DAY, number: 2, subject: 'Алгебра', topic: 'Степени', homework: '№ 5' }],
      marks: [
        { date: DAY, subject: 'Алгебра', value: 4, kind: 'answer', weight: 1, comment: 'молодец' },
      ],
      absences: [{ date: DAY, number: 1, subject: 'Русский язык', code: 'ill' }],
      letters: [{ side: 'family', text: 'Мы на больничном' }],
    });
    const all = files.map(packedOf).join();
    expect(all).toContain('Алгебра: 4 (12.10.2026, ответ, молодец)');
    expect(all).toContain('12.10.2026, 2. Алгебра. Тема: Степени. Задано: № 5');
    expect(all).not.toMatch(/Петров|Алён|чужая|Козлов/);
  });

  it('becomes a PDF and a JSON file when it is sent, and lies small until then', async () => {
    const mother = world.chat('tg:2');
    await mother.says('/privacy');
    await mother.presses('О ребёнке');
    await mother.presses('Выгрузить данные ребёнка');
    const rows = await world.db.select<{ payload: string; secret: number | boolean }>(
      "SELECT payload, secret FROM outbox WHERE payload LIKE '%packed%' ORDER BY id",
    );
    expect(rows.map(({ secret }) => Boolean(secret))).toEqual([true, true]);
    const [pdf, json] = await Promise.all(
      rows.map(({ payload }) => readyReply(JSON.parse(payload), drawn)),
    );
    const bytesOf = (reply: typeof pdf) =>
      reply && 'text' in reply && reply.file && 'bytes' in reply.file ? reply.file.bytes : null;
    expect(Buffer.from(bytesOf(pdf) ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(JSON.parse(Buffer.from(bytesOf(json) ?? []).toString()).pupil.firstName).toBe('Артём');
    expect(Math.max(...rows.map(({ payload }) => payload.length))).toBeLessThan(3000);
  });

  it('is refused for another’s child, without consent, and too many times in a row', async () => {
    const mother = world.chat('tg:2');
    const { alyona, denis } = world.pupils;
    for (const payload of [`privx1:${alyona}`, `privc1:${alyona}`, `privw1:${alyona}`]) {
      expect((await mother.replays(payload)).toast).toContain('нет права');
    }
    await world.make.aParent('Козлова Ольга', { of: [denis], chat: 'tg:6', consent: null });
    const silent = world.chat('tg:6');
    expect((await silent.says('/privacy')).text).toContain('согласия нет, дневник закрыт');
    expect((await silent.replays(`privx1:${denis}`)).toast).toContain('нет права');
    expect((await silent.presses('О ребёнке')).text).toContain('152-ФЗ');
    for (let count = 0; count < EXPORT_LIMIT.count; count += 1) {
      expect((await mother.replays('privx1:0')).files).toHaveLength(2);
    }
    expect((await mother.replays('privx1:0')).toast).toContain('Повторите через 10 минут.');
    const [row] = await world.db.select<{ count: number }>(
      "SELECT CAST(COUNT(*) AS INTEGER) AS count FROM change WHERE record = 'export'",
    );
    expect(row?.count).toBe(EXPORT_LIMIT.count);
  });

  it.each(['short', 'none'] as const)('holds no full name with names: %s', async (names) => {
    await world.close();
    await open(names);
    const mother = world.chat('tg:2');
    const files = [];
    for (const pupilId of [0, world.pupils.artyom]) {
      files.push(...(await mother.replays(`privx1:${pupilId}`)).files);
    }
    const all = files.map(packedOf).join();
    expect(all).toContain(names === 'short' ? 'Артём И.' : 'А. И.');
    expect(all).not.toMatch(/Иванов(?!а М\.)/);
    expect(all).toContain('Имена сокращены');
  });
});

describe('withdrawing consent', () => {
  const withdraw = async () => {
    const mother = world.chat('tg:2');
    await mother.says('/privacy');
    await mother.presses('О ребёнке');
    const asked = await mother.presses('Отозвать согласие');
    expect(asked.text).toContain('Записи классного журнала школа хранит по закону');
    return mother.presses('Да, отозвать');
  };

  it('asks first, and changes nothing on second thoughts', async () => {
    const mother = world.chat('tg:2');
    await mother.replays(`privw1:${world.pupils.artyom}`);
    await mother.presses('‹ Не отзывать');
    expect(await ties()).toMatchObject([{ state: 'active', consentVersion: '1' }]);
  });

  it('ends all that is shown and sent, keeps the journal, and tells the class teacher', async () => {
    const { db, pupils } = world;
    const { make, courses, classTeacher: author } = world;
    const markId = await make.aMark({
      ...{ course: courses.algebra, date: DAY, number: 2, author },
      pupil: pupils.artyom,
      value: 5,
    });
    await db.write((tx) => notifyGuardians(tx, 'mark', [markId]));
    const marks = await db.models.Mark.count();
    const said = await withdraw();
    expect(said.text).toContain('Согласие отозвано: Артём И.');
    expect(said.text).toContain('Этот чат отключён');

    expect(await ties()).toMatchObject([{ state: 'cut', consentVersion: null, consentAt: null }]);
    expect(await db.models.Mark.count()).toBe(marks);
    expect(await db.select("SELECT id FROM notice WHERE state = 'waiting'")).toEqual([]);
    const mother = world.chat('tg:2');
    for (const text of ['/diary', '/marks', '/privacy', '/write привет']) {
      expect((await mother.says(text)).text).toContain('код доступа');
    }
    expect((await mother.replays(`marks1:${pupils.artyom}`)).toast).toContain('нет права');
    const told = await lastPost(db, 'tg:10');
    expect(told.text).toContain('Родитель отозвал согласие: Иванов Артём, 7А.');
    expect(told.text).toContain('/invite');
    const again = await mother.replays(`privwy1:${pupils.artyom}`);
    expect(again.toast).toContain('нет права');
  });

  it('gives up what waited to be sent', async () => {
    const { db } = world;
    const teacher = world.chat('tg:10');
    await teacher.says('/write Письмо семьям');
    await teacher.presses('Все');
    await teacher.presses('Посмотреть и отправить');
    await teacher.presses('Отправить');
    const waiting = () =>
      db.select<{ chat: string }>(
        `SELECT chat FROM outbox WHERE lane > 0 AND state = 'waiting'
            AND chat IN ('tg:2', 'tg:3') ORDER BY chat`,
      );
    expect(await waiting()).toEqual([{ chat: 'tg:2' }, { chat: 'tg:3' }]);
    await withdraw();
    expect(await waiting()).toEqual([{ chat: 'tg:3' }]);
  });

  it('leaves the other parent, the other child and a teacher’s own chat as they were', async () => {
    const { make, pupils, db } = world;
    await make.aParent('Иванов Игорь', { of: [pupils.artyom], chat: 'tg:7' });
    await db.write(async (tx) => {
      await tx.db.models.Guardianship.create(
        {
          ...{ personId: world.parents.mother, pupilId: pupils.denis, createdAt: tx.now },
          ...{ consentVersion: '1', consentAt: tx.now },
        },
        { transaction: tx.transaction },
      );
    });
    const mother = world.chat('tg:2');
    await mother.replays(`privw1:${pupils.artyom}`);
    const said = await mother.presses('Да, отозвать');
    expect(said.text).not.toContain('отключён');
    expect((await mother.presses('‹ Мои данные')).text).toContain('Козлов Денис');
    expect((await mother.says('/diary')).text).toContain('Козлов Денис');
    expect((await world.chat('tg:7').says('/diary')).text).toContain('Иванов Артём');

    const own = await make.aPupil('Соколов Пётр');
    await db.write(async (tx) => {
      await tx.db.models.Guardianship.create(
        {
          ...{ personId: world.classTeacher, pupilId: own, createdAt: tx.now },
          ...{ consentVersion: '1', consentAt: tx.now },
        },
        { transaction: tx.transaction },
      );
    });
    const teacher = world.chat('tg:10');
    await teacher.replays(`privw1:${own}`);
    await teacher.presses('Да, отозвать');
    expect((await teacher.says('/lesson')).text).toContain('12 октября');
    expect(teacher.menu().map(({ command }) => command)).not.toContain('diary');
  });

  it('is taken back by a new code in the same chat, as the same person', async () => {
    await withdraw();
    const by = { actor: SYSTEM_ACTOR, door: 'import', operation: 'code' } as const;
    const { code } = await world.db.write((tx) =>
      createInvite(tx, by, { kind: 'family', pupilId: world.pupils.artyom }, 'a pepper of a test'),
    );
    const mother = world.chat('tg:2');
    await mother.says(code);
    await mother.presses('Согласен(на), подключить');
    expect((await mother.says('/diary')).text).toContain('Иванов Артём');
    expect(await ties()).toMatchObject([
      { personId: world.parents.mother, state: 'active', consentVersion: '2026-11-25' },
    ]);
    expect(await postOf(world.db, 'tg:10')).not.toHaveLength(0);
  });
});
