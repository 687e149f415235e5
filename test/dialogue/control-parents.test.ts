import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readParentsInterest } from '../../db/reports/control/parents-interest.ts';
import { countStatements } from '../statements.ts';
import type { TestChat } from './chat.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
let deputy: TestChat;

// Monday 12.10.2026. Artyom's and Alyona's mothers have chats, Denis has nobody.
beforeAll(async () => {
  world = await openFamilyWorld();
  const { make, pupils, parents, db, clock } = world;
  await make.aPerson('Зимина Вера', { chat: 'tg:5', roles: ['deputy_head'] });
  deputy = world.chat('tg:5');
  await world.chat('tg:10').says('7А алгебра: Иванов 4');
  clock.advance({ hours: 3 });
  await world.chat('tg:2').says('/marks');
  await db.write(({ now, transaction, db: { models } }) =>
    models.WeekAcknowledgement.create(
      { personId: parents.otherMother, pupilId: pupils.alyona, monday: '2026-10-05', at: now },
      { transaction },
    ),
  );
});
afterAll(() => world.close());

describe('the interest of parents', () => {
  it('stands by class and for the school in a table a phone shows', async () => {
    await deputy.says('/control');
    const { text } = await deputy.presses('Родители');
    const lines = text.split('\n');
    expect(lines[0]).toBe('Интерес родителей');
    expect(lines).toContain('7А       3   2   2   1   1   1');
    expect(lines).toContain('Школа    3   2   2   1   1   1');
    expect(lines.find((line) => line.startsWith('От отметки'))).toBe(
      'От отметки до первого просмотра за 7 дней: 3,0 ч (медиана).',
    );
    expect(lines).toContain('05.10       0      1');
    expect(lines).toContain('12.10       1      0');
    const table = lines.filter((line) => /\d {2,}\d|озн/.test(line) && !line.startsWith('Семей'));
    expect(table.every((line) => line.length <= 34)).toBe(true);
  });

  it('names the pupils whose parents are not linked, and leads back', async () => {
    await deputy.says('/control');
    await deputy.presses('Родители');
    const { text } = await deputy.presses('7А 1');
    expect(text).toContain('7А: не подключены, 1');
    expect(text).toContain('3. Козлов Д.');
    expect(text).not.toContain('Иванов');
    expect((await deputy.presses('‹ Родители')).text).toContain('Интерес родителей');
  });

  it('is read by as many statements for more classes', async () => {
    const { db, make } = world;
    const before = await countStatements(db, () => readParentsInterest(db));
    for (const name of ['5А', '6А', '9Б']) {
      await make.aPupil('Юдин Яков', { class: name });
    }
    expect(await countStatements(db, () => readParentsInterest(db))).toBe(before);
  });

  it('is for those who oversee the school alone', async () => {
    for (const payload of ['ctlp1:0', 'ctlu1:1:0']) {
      const heard = await world.chat('tg:2').replays(payload);
      expect([heard.text, heard.toast].join('')).toContain('нет права на это действие');
    }
  });
});
