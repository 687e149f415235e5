import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { checkCode } from '../../db/actions/check-code.ts';
import { createInvite, type NewInvite } from '../../db/actions/create-invite.ts';
import { redeemInvite } from '../../db/actions/redeem-invite.ts';
import { revokeInvite } from '../../db/actions/revoke-invite.ts';
import { hashCode } from '../../db/code-hash.ts';
import { callerOfChat } from '../../db/reports/caller.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { findCodes } from '../../db/rules/codes.ts';
import { type JournalWorld, openJournalWorld } from './journal-world.ts';

const PEPPER = 'a pepper of a test';
const CONSENT = '2026-11';

describe('access codes', () => {
  let world: JournalWorld;
  let classTeacher: number;
  let administrator: number;

  beforeEach(async () => {
    world = await openJournalWorld();
    const { make } = world;
    classTeacher = await make.aTeacher('Соколова Вера Ивановна', { chat: 'tg:10' });
    await make.aClass('7А', { teacher: classTeacher });
    administrator = await make.aPerson('Орлов Олег Олегович', { roles: ['administrator'] });
  });
  afterEach(() => world.close());

  const give = (personId: number, wanted: NewInvite) =>
    world.as(personId, (tx, by) => createInvite(tx, by, wanted, PEPPER));
  const check = (text: string, chat = 'tg:500') =>
    world.as(0, (tx) => checkCode(tx, { sent: findCodes(text)[0] ?? null, chat, pepper: PEPPER }));
  const redeem = (inviteId: number, chat: string, consentVersion: string | null = CONSENT) =>
    world.as(0, (tx, by) =>
      redeemInvite(tx, by, { inviteId, chat, consentVersion, newParent: 'Родитель' }),
    );
  const links = () => world.db.models.ChatLink.findAll({ order: ['id'] });

  describe('are made', () => {
    it('by the class teacher for own pupils, and kept as hashes', async () => {
      const pupilId = world.pupils.petrova;
      const made = await give(classTeacher, { kind: 'family', pupilId });
      const code = made.code.replaceAll('-', '');
      const [stored] = await world.db.models.Invite.findAll();
      expect(made.code).toMatch(/^.{4}-.{5}-.{4}$/);
      expect(made.token).toMatch(/^[\w-]{22}$/);
      expect(stored).toMatchObject({
        codeHash: hashCode(code, PEPPER),
        tokenHash: hashCode(made.token, PEPPER),
        createdById: classTeacher,
      });
      const audit = JSON.stringify(await world.db.models.Change.findAll());
      expect(audit).toContain('"record":"invite"');
      for (const secret of [made.code, code, made.token, stored?.codeHash, stored?.tokenHash]) {
        expect(audit).not.toContain(secret);
      }
      expect((await verifyChain(world.db)).brokenAt).toBeNull();
    });

    it('for the days the school has set', async () => {
      await world.db.write(({ db, transaction }) =>
        db.models.Setting.create({ key: 'invite.days', value: '3' }, { transaction }),
      );
      const { expiresAt } = await give(classTeacher, {
        kind: 'family',
        pupilId: world.pupils.petrova,
      });
      const days = (expiresAt.getTime() - world.clock().getTime()) / 86_400_000;
      expect(days).toBeCloseTo(3, 2);
    });

    it('for nobody else’s class, and for staff by the administrator alone', async () => {
      const stranger = await world.make.aPupil('Чужой Пётр', { class: '8Б' });
      const { teacher, mother } = world.people;
      const refused = { reason: 'not-allowed' };
      await expect(give(classTeacher, { kind: 'family', pupilId: stranger })).rejects.toMatchObject(
        refused,
      );
      for (const who of [teacher, mother]) {
        const wanted = { kind: 'family', pupilId: world.pupils.ivanov } as const;
        await expect(give(who, wanted)).rejects.toMatchObject(refused);
      }
      for (const who of [classTeacher, teacher, mother]) {
        const wanted = { kind: 'staff', personId: teacher } as const;
        await expect(give(who, wanted)).rejects.toMatchObject(refused);
      }
      await give(administrator, { kind: 'staff', personId: teacher });
      const console = { actor: SYSTEM_ACTOR, door: 'import' as const, operation: 'console' };
      await world.db.write((tx) =>
        createInvite(tx, console, { kind: 'staff', personId: teacher }, PEPPER),
      );
    });

    it('never to a colleague, nor to somebody who is no parent of the pupil', async () => {
      const { make, pupils, people } = world;
      const colleague = await make.aPerson('Котова Анна', { roles: ['deputy_head'] });
      await world.db.write(({ db, transaction, now }) =>
        db.models.Guardianship.create(
          { personId: colleague, pupilId: pupils.petrova, createdAt: now },
          { transaction },
        ),
      );
      for (const personId of [colleague, people.mother]) {
        const wanted = { kind: 'family', pupilId: pupils.petrova, personId } as const;
        await expect(give(classTeacher, wanted)).rejects.toMatchObject({ reason: 'not-found' });
      }
      const parent = { kind: 'staff', personId: people.mother } as const;
      await expect(give(administrator, parent)).rejects.toMatchObject({ reason: 'not-found' });
    });

    it('anew instead of the unused one for the same family, not for another', async () => {
      const { petrova, kozlov } = world.pupils;
      const other = await give(classTeacher, { kind: 'family', pupilId: kozlov });
      const old = await give(classTeacher, { kind: 'family', pupilId: petrova });
      const fresh = await give(classTeacher, { kind: 'family', pupilId: petrova });
      expect(await check(old.code)).toEqual({ result: 'invalid' });
      expect(await check(fresh.code)).toMatchObject({ result: 'family', pupilId: petrova });
      expect(await check(other.token)).toMatchObject({ result: 'family', pupilId: kozlov });
    });
  });

  describe('are tried', () => {
    it('with one answer for unknown, used, revoked and expired', async () => {
      const { petrova, kozlov, ivanov } = world.pupils;
      const used = await give(classTeacher, { kind: 'family', pupilId: petrova });
      await redeem(used.inviteId, 'tg:600');
      const revoked = await give(classTeacher, { kind: 'family', pupilId: kozlov });
      await world.as(classTeacher, (tx, by) => revokeInvite(tx, by, revoked.inviteId));
      const expired = await give(classTeacher, { kind: 'family', pupilId: ivanov });
      world.clock.advance({ days: 14, minutes: 1 });
      for (const { code } of [used, revoked, expired, { code: '2222-22222-2222' }]) {
        expect(await check(code)).toEqual({ result: 'invalid' });
      }
      for (const { inviteId } of [used, revoked, expired, { inviteId: 999 }]) {
        await expect(redeem(inviteId, 'tg:601')).rejects.toMatchObject({ reason: 'code-invalid' });
      }
      expect(await callerOfChat(world.db, 'tg:601')).toBeNull();
    });

    it('five times in a quarter of an hour, then even a right one waits', async () => {
      const { code } = await give(classTeacher, { kind: 'family', pupilId: world.pupils.petrova });
      for (let wrong = 0; wrong < 5; wrong += 1) {
        world.clock.advance({ minutes: 1 });
        expect(await check(`2222-22222-222${wrong}`)).toEqual({ result: 'invalid' });
      }
      expect(await check(code)).toEqual({ result: 'locked', minutes: 11 });
      expect(await check(code, 'tg:501')).toMatchObject({ result: 'family' });
      world.clock.advance({ minutes: 10 });
      expect(await check(code)).toEqual({ result: 'locked', minutes: 1 });
      world.clock.advance({ minutes: 1 });
      expect(await check(code)).toMatchObject({ result: 'family' });
    });

    it('by a stolen database in vain: another pepper opens nothing', async () => {
      const { code } = await give(classTeacher, { kind: 'family', pupilId: world.pupils.petrova });
      const sent = findCodes(code)[0] ?? null;
      const found = await world.as(0, (tx) =>
        checkCode(tx, { sent, chat: 'tg:500', pepper: 'another' }),
      );
      expect(found).toEqual({ result: 'invalid' });
    });
  });

  describe('link', () => {
    it('exactly one chat, however many come at once', async () => {
      const { inviteId } = await give(classTeacher, {
        kind: 'family',
        pupilId: world.pupils.petrova,
      });
      const before = (await links()).length;
      const race = await Promise.allSettled(
        Array.from({ length: 50 }, (_, index) => redeem(inviteId, `tg:${700 + index}`)),
      );
      const won = race.filter(({ status }) => status === 'fulfilled');
      const reasons = race.flatMap((run) => (run.status === 'rejected' ? [run.reason.reason] : []));
      expect(won).toHaveLength(1);
      expect(reasons).toEqual(Array.from({ length: 49 }, () => 'code-invalid'));
      expect((await links()).length).toBe(before + 1);
      const ties = await world.db.models.Guardianship.findAll({
        where: { pupilId: world.pupils.petrova },
      });
      expect(ties).toHaveLength(1);
      expect(ties[0]).toMatchObject({ consentVersion: CONSENT, state: 'active' });
      expect(ties[0]?.consentAt).toBeInstanceOf(Date);
    });

    it('no family without consent', async () => {
      const { inviteId } = await give(classTeacher, {
        kind: 'family',
        pupilId: world.pupils.petrova,
      });
      await expect(redeem(inviteId, 'tg:600', null)).rejects.toMatchObject({
        reason: 'code-invalid',
      });
      expect(await redeem(inviteId, 'tg:600')).toMatchObject({ result: 'linked' });
    });

    it('an imported parent to their chat, with all their children', async () => {
      const { make, pupils, db } = world;
      const father = await make.aParent('Петров Юрий', { of: [pupils.petrova], consent: null });
      const invite = await give(classTeacher, {
        kind: 'family',
        pupilId: pupils.petrova,
        personId: father,
      });
      expect(await redeem(invite.inviteId, 'tg:600')).toMatchObject({ personId: father });
      const caller = await callerOfChat(db, 'tg:600');
      expect(caller?.actor).toEqual({
        personId: father,
        roles: ['parent'],
        classIds: [],
        childIds: [pupils.petrova],
      });
    });

    it('one more child to whoever holds the chat', async () => {
      const { pupils, people, db } = world;
      const { inviteId } = await give(classTeacher, { kind: 'family', pupilId: pupils.petrova });
      expect(await redeem(inviteId, 'tg:2')).toMatchObject({ personId: people.mother });
      const caller = await callerOfChat(db, 'tg:2');
      expect(caller?.actor.childIds).toEqual([pupils.ivanov, pupils.petrova]);
    });

    it('no stranger to a person who became staff after the code was given', async () => {
      const { make, pupils, db } = world;
      const aunt = await make.aParent('Петрова Инна', { of: [pupils.petrova] });
      const wanted = { kind: 'family', pupilId: pupils.petrova, personId: aunt } as const;
      const { inviteId } = await give(classTeacher, wanted);
      await db.write(({ transaction }) =>
        db.models.Role.create({ personId: aunt, role: 'administrator' }, { transaction }),
      );
      await redeem(inviteId, 'tg:600');
      const caller = await callerOfChat(db, 'tg:600');
      expect(caller?.actor.roles).toEqual(['parent']);
      expect(caller?.actor.personId).not.toBe(aunt);
    });

    it('staff at once', async () => {
      const { inviteId } = await give(administrator, { kind: 'staff', personId: administrator });
      await redeem(inviteId, 'tg:600', null);
      const caller = await callerOfChat(world.db, 'tg:600');
      expect(caller?.actor).toMatchObject({ personId: administrator, roles: ['administrator'] });
    });

    it('no staff code in a colleague’s chat, and leave the code good', async () => {
      const { inviteId } = await give(administrator, { kind: 'staff', personId: administrator });
      expect(await redeem(inviteId, 'tg:10', null)).toEqual({ result: 'chat-taken' });
      const caller = await callerOfChat(world.db, 'tg:10');
      expect(caller?.actor.personId).toBe(classTeacher);
      expect(await redeem(inviteId, 'tg:600', null)).toMatchObject({ result: 'linked' });
    });

    it('a mother who is a teacher to one person with both', async () => {
      const { make, pupils, people, db } = world;
      const herself = await make.aTeacher('Иванова Мария Сергеевна');
      const { inviteId } = await give(administrator, { kind: 'staff', personId: herself });
      await redeem(inviteId, 'tg:2', null);
      const caller = await callerOfChat(db, 'tg:2');
      expect(caller?.actor).toEqual({
        personId: herself,
        roles: ['teacher', 'parent'],
        classIds: [],
        childIds: [pupils.ivanov],
      });
      const [tie] = await db.models.Guardianship.findAll({ where: { personId: herself } });
      expect(tie).toMatchObject({ consentVersion: '1', state: 'active' });
      const old = await db.models.Person.findByPk(people.mother);
      expect(old?.state).toBe('inactive');
    });

    it('what that mother has chosen and taken note of to who she is now', async () => {
      const { make, pupils, people, db } = world;
      const herself = await make.aTeacher('Иванова Мария Сергеевна');
      const pupilId = pupils.ivanov;
      await db.write(async ({ transaction, now }) => {
        const { Preference, NoticeChoice, WeekAcknowledgement } = db.models;
        const within = { transaction };
        const chosen = (personId: number, key: string, value: string) => ({ personId, key, value });
        await Preference.bulkCreate(
          [
            chosen(people.mother, 'quiet.hours', '22-8'),
            chosen(people.mother, 'reminder.hour', '17'),
            chosen(herself, 'reminder.hour', '20'),
          ],
          within,
        );
        const personId = people.mother;
        await NoticeChoice.create({ personId, pupilId, topic: 'mark', mode: 'digest' }, within);
        const week = { personId, pupilId, monday: '2026-10-05', at: now };
        await WeekAcknowledgement.create(week, within);
      });
      const { inviteId } = await give(administrator, { kind: 'staff', personId: herself });
      await redeem(inviteId, 'tg:2', null);
      const own = { where: { personId: herself }, order: ['key'] };
      const preferences = await db.models.Preference.findAll(own);
      expect(preferences.map(({ key, value }) => `${key} ${value}`)).toEqual([
        'quiet.hours 22-8',
        'reminder.hour 20',
      ]);
      const where = { personId: herself, pupilId };
      expect(await db.models.NoticeChoice.findOne({ where })).toMatchObject({ mode: 'digest' });
      expect(await db.models.WeekAcknowledgement.count({ where })).toBe(1);
    });

    it('no other chat of that mother to a teacher’s rights', async () => {
      const { make, pupils, people, db } = world;
      await db.write(({ transaction, now }) =>
        db.models.ChatLink.create(
          { personId: people.mother, address: 'tg:3', linkedAt: now },
          { transaction },
        ),
      );
      const herself = await make.aTeacher('Иванова Мария Сергеевна');
      const { inviteId } = await give(administrator, { kind: 'staff', personId: herself });
      await redeem(inviteId, 'tg:2', null);
      const second = await callerOfChat(db, 'tg:3');
      expect(second?.actor).toMatchObject({ personId: people.mother, roles: ['parent'] });
      expect(second?.actor.childIds).toEqual([pupils.ivanov]);
    });

    it('and leave an unbroken audit', async () => {
      const { pupils, db } = world;
      const { inviteId } = await give(classTeacher, { kind: 'family', pupilId: pupils.petrova });
      await redeem(inviteId, 'tg:600');
      const changes = await db.models.Change.findAll({ order: ['id'] });
      expect(changes.map(({ record }) => record)).toEqual([
        'invite',
        'person',
        'chat_link',
        'guardianship',
        'invite',
      ]);
      expect((await verifyChain(db)).brokenAt).toBeNull();
    });
  });

  it('are revoked by whoever may give them, once', async () => {
    const { inviteId } = await give(classTeacher, {
      kind: 'family',
      pupilId: world.pupils.petrova,
    });
    const revoke = (who: number) => world.as(who, (tx, by) => revokeInvite(tx, by, inviteId));
    for (const who of [world.people.teacher, world.people.mother]) {
      await expect(revoke(who)).rejects.toMatchObject({ reason: 'not-allowed' });
    }
    await revoke(classTeacher);
    await expect(revoke(classTeacher)).rejects.toMatchObject({ reason: 'stale' });
  });
});
