import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import {
  type CreatedInvite,
  createInvite,
  type NewInvite,
} from '../../db/actions/create-invite.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

const PEPPER = 'a pepper of a test';

describe('a code in the chat', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const give = (wanted: NewInvite): Promise<CreatedInvite> =>
    world.db.write((tx) =>
      createInvite(tx, { actor: SYSTEM_ACTOR, door: 'import', operation: 'c' }, wanted, PEPPER),
    );
  const codeOfDenis = () => give({ kind: 'family', pupilId: world.pupils.denis });
  const outbox = async () => {
    const rows = await world.db.models.OutboxMessage.findAll({ order: ['id'] });
    return rows
      .filter(({ dedupeKey }) => dedupeKey.startsWith('linked:'))
      .map(({ chat, payload }) => ({ chat, text: String(JSON.parse(payload).text) }));
  };
  const links = () => world.db.models.ChatLink.count();

  it('tells a stranger where codes come from', async () => {
    const chat = world.chat('tg:77');
    for (const text of ['/start', '/diary', 'Здравствуйте', '/me']) {
      expect((await chat.says(text)).text).toContain('код доступа');
    }
    expect((await chat.says('/help')).text).toContain('/start');
  });

  it('by deep link: whose child, consent, welcome, and a menu of one’s own', async () => {
    const { token } = await codeOfDenis();
    const chat = world.chat('tg:77');
    const asked = await chat.says(`/start ${token}`);
    expect(asked.text).toContain('Денис К., 7А');
    expect(asked.text).not.toContain('Козлов');
    expect(asked.text).toContain('152-ФЗ');
    expect(asked.text).toContain('2026-11-25');
    expect(asked.buttons).toEqual(['Согласен(на), подключить', 'Не согласен(на)']);

    const welcome = await chat.presses('Согласен(на)');
    expect(welcome.text).toContain('Козлов Денис, 7А');
    expect(welcome.buttons).toEqual(['Дневник', 'Отметки']);
    expect(chat.messages()).toHaveLength(1);
    expect(chat.menu().map(({ command }) => command)).toContain('diary');
    expect((await chat.presses('Дневник')).text).toContain('Понедельник, 12 октября');
    const [tie] = await world.db.models.Guardianship.findAll({
      where: { pupilId: world.pupils.denis },
    });
    expect(tie).toMatchObject({ consentVersion: '2026-11-25' });
    expect(tie?.consentAt).toBeInstanceOf(Date);
  });

  it('typed in any way', async () => {
    const { code } = await codeOfDenis();
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'о').replaceAll('1', 'l');
    expect((await world.chat('tg:77').says(typed)).text).toContain('Денис К.');
  });

  it('is not used by looking at it, nor without consent', async () => {
    const { code } = await codeOfDenis();
    const chat = world.chat('tg:77');
    await chat.says(code);
    expect((await chat.presses('Не согласен(на)')).text).toContain('Без согласия');
    expect((await chat.says('/marks')).text).toContain('код доступа');
    expect((await chat.says(code)).buttons).toHaveLength(2);
  });

  it('answers a double tap with the same welcome', async () => {
    const { code } = await codeOfDenis();
    const chat = world.chat('tg:77');
    await chat.says(code);
    const agree = chat.payload('Согласен(на)');
    const before = await links();
    await chat.presses('Согласен(на)');
    expect((await chat.replays(agree)).text).toContain('Козлов Денис');
    expect(await links()).toBe(before + 1);
  });

  it('is nobody else’s: the button does nothing in another chat, nor does a forged one', async () => {
    const { code, inviteId } = await codeOfDenis();
    const chat = world.chat('tg:77');
    await chat.says(code);
    const agree = chat.payload('Согласен(на)');
    for (const other of [world.chat('tg:78'), world.chat('tg:3')]) {
      const heard = await other.replays(agree);
      expect(heard).toMatchObject({ text: '', toast: expect.stringContaining('устарела') });
    }
    for (const forged of [`agree1:${inviteId}`, `agree1:${inviteId}:${'A'.repeat(22)}`, 'agree1']) {
      expect((await chat.replays(forged)).toast).toContain('устарела');
    }
    expect((await chat.presses('Согласен(на)')).text).toContain('Козлов Денис');
  });

  it('that somebody else has used meanwhile opens nothing', async () => {
    const { code } = await codeOfDenis();
    const late = world.chat('tg:78');
    await late.says(code);
    const quick = world.chat('tg:77');
    await quick.says(code);
    await quick.presses('Согласен(на)');
    const heard = await late.presses('Согласен(на)');
    expect(heard.text).toContain('Код не подходит');
    expect(heard.buttons).toEqual([]);
    expect((await late.says('/diary')).text).toContain('код доступа');
  });

  it('has one answer for unknown, used and expired', async () => {
    const used = await codeOfDenis();
    const chat = world.chat('tg:77');
    await chat.says(used.code);
    await chat.presses('Согласен(на)');
    const expired = await codeOfDenis();
    world.clock.advance({ days: 15 });
    const answers = [];
    for (const text of [used.code, expired.code, '/start 2222222222222', '/start абв']) {
      answers.push((await world.chat('tg:79').says(text)).text);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('Код не подходит');
  });

  it('is refused for a while after five wrong ones, right or not', async () => {
    const { code } = await codeOfDenis();
    const chat = world.chat('tg:77');
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect((await chat.says(`/start wrong${wrong}`)).text).toContain('Код не подходит');
    }
    expect((await chat.says(code)).text).toContain('Повторите через 15 мин');
    world.clock.advance({ minutes: 15 });
    expect((await chat.says(code)).buttons).toHaveLength(2);
  });

  it('in a group is deleted and not used, whatever it stands in', async () => {
    const { code, token, inviteId } = await codeOfDenis();
    const group = world.chat('tg:-100', { private: false });
    const link = `https://t.me/zhurnal_test_bot?start=${token}`;
    for (const text of [
      code,
      `/start ${token}`,
      `/start@zhurnal_test_bot ${code}`,
      `Вот: ${link}`,
    ]) {
      const heard = await group.says(text);
      expect(heard.text).toContain('личном чате');
      expect(heard.text).not.toContain(code);
    }
    expect((await group.says('/start')).text).toBe('');
    expect((await group.says('Добрый день')).text).toBe('');
    const invite = await world.db.models.Invite.findByPk(inviteId);
    expect(invite?.usedAt).toBeNull();
  });

  it('is one’s own: a list of several is not tried', async () => {
    const first = await codeOfDenis();
    const second = await give({ kind: 'family', pupilId: world.pupils.alyona });
    const heard = await world.chat('tg:77').says(`${first.code}\n${second.code}`);
    expect(heard.text).toContain('несколько кодов');
  });

  it('adds a second child to a mother, and tells the family and the class teacher', async () => {
    const { code } = await give({ kind: 'family', pupilId: world.pupils.alyona });
    const chat = world.chat('tg:2');
    await chat.says(code);
    const welcome = await chat.presses('Согласен(на)');
    expect(welcome.text).toContain('Петрова Алёна, 7А; Иванов Артём, 7А');
    const told = await outbox();
    expect(told.map((row) => row.chat).sort()).toEqual(['tg:10', 'tg:3']);
    expect(told.find((row) => row.chat === 'tg:3')?.text).toContain('ещё один взрослый: Алёна П.');
  });

  it('tells each in their own language', async () => {
    await world.db.write(({ db, transaction }) =>
      db.models.Person.update(
        { language: 'en' },
        { where: { id: world.parents.otherMother }, transaction },
      ),
    );
    const { code } = await give({ kind: 'family', pupilId: world.pupils.alyona });
    const chat = world.chat('tg:77');
    await chat.says(code);
    await chat.presses('Согласен(на)');
    const told = await outbox();
    expect(told.find((row) => row.chat === 'tg:3')?.text).toContain('One more adult');
    expect(told.find((row) => row.chat === 'tg:10')?.text).toContain('подключился родитель');
  });

  it('of staff links at once and tells the administrators', async () => {
    const { make, chat } = world;
    await make.aPerson('Орлов Олег', { roles: ['administrator'], chat: 'tg:9' });
    const colleague = await make.aTeacher('Королёв Пётр Ильич');
    const { token } = await give({ kind: 'staff', personId: colleague });
    const his = chat('tg:77');
    const welcome = await his.says(`/start ${token}`);
    expect(welcome.text).toContain('Вы: учитель');
    expect(his.menu().map(({ command }) => command)).toContain('lesson');
    expect(await outbox()).toEqual([
      { chat: 'tg:9', text: expect.stringContaining('Королёв Пётр Ильич') },
    ]);
  });

  it('of staff is refused in a colleague’s chat, clearly', async () => {
    const colleague = await world.make.aTeacher('Королёв Пётр Ильич');
    const { code } = await give({ kind: 'staff', personId: colleague });
    expect((await world.chat('tg:10').says(code)).text).toContain('уже подключён');
    expect((await world.chat('tg:10').says('/me')).text).toContain('Соколова Вера Ивановна');
  });

  it('of staff makes a mother and a teacher one person', async () => {
    const herself = await world.make.aTeacher('Иванова Мария');
    const { code } = await give({ kind: 'staff', personId: herself });
    const chat = world.chat('tg:2');
    await chat.says(code);
    const me = (await chat.says('/me')).text;
    expect(me).toContain('учитель, родитель');
    expect(me).toContain('Иванов Артём, 7А');
    expect((await chat.says('/diary')).text).toContain('Понедельник');
  });

  it('is followed by consent for the children the school knows of', async () => {
    const { make, chat, pupils } = world;
    const teacherAndMother = await make.aPerson('Козлова Ирина', { roles: ['teacher'] });
    await world.db.write(({ db, transaction, now }) =>
      db.models.Guardianship.create(
        { personId: teacherAndMother, pupilId: pupils.denis, createdAt: now },
        { transaction },
      ),
    );
    const { code } = await give({ kind: 'staff', personId: teacherAndMother });
    const hers = chat('tg:77');
    await hers.says(code);
    for (const command of ['/diary', '/marks']) {
      const asked = await hers.says(command);
      expect(asked.text).toContain('152-ФЗ');
      expect(asked.text).not.toContain('Алгебра');
    }
    const consent = hers.payload('Согласен(на)');
    expect((await chat('tg:2').replays(consent)).toast).toContain('нет права');
    await hers.presses('Согласен(на)');
    expect((await hers.says('/marks')).text).toContain('Алгебра');
  });
});
