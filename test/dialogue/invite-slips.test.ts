import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';

describe('codes as slips to print', () => {
  let world: FamilyWorld;

  beforeEach(async () => {
    world = await openFamilyWorld();
  });
  afterEach(() => world.close());

  const openCodes = () =>
    world.db.models.Invite.count({ where: { usedAt: null, revokedAt: null } });

  function slipsOf(address: ReturnType<FamilyWorld['chat']>) {
    const file = address.screen().file;
    if (!file || !('slips' in file)) {
      throw new Error('there are no slips');
    }
    return { name: file.name, ...file.slips };
  }

  it('name a pupil by initials, and open the diary by link and by hand', async () => {
    const { chat, make, pupils } = world;
    await make.aParent('Козлов Олег', { of: [pupils.denis], consent: null });
    const teacher = chat('tg:10');
    await teacher.says('/invite');
    await teacher.presses('Коды для класса');
    const heard = await teacher.presses('Не подключённым: PDF');
    expect(heard.text).toContain('7А: 1 листок с кодами до 26 октября');
    const { name, slips, howTo } = slipsOf(teacher);
    expect(name).toBe('Коды_7А.pdf');
    expect(howTo).toHaveLength(3);
    expect(slips).toEqual([
      {
        whose: '№ 3 · Д. К. · 7А',
        whom: null,
        link: expect.stringMatching(/^https:\/\/t\.me\/zhurnal_test_bot\?start=[\w-]{22}$/),
        code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}$/),
        until: 'Действует до 26 октября, подходит один раз.',
      },
    ]);
    expect((await chat('tg:77').says(slips[0]?.code ?? '')).text).toContain('Денис К.');
    const token = slips[0]?.link.split('=')[1] ?? '';
    expect((await chat('tg:78').says(`/start ${token}`)).text).toContain('Денис К.');
  });

  it('for the whole class replace the codes given before; a second tap makes none', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    await teacher.presses('+ Козлов Д.');
    await teacher.says('/invite');
    await teacher.presses('Коды для класса');
    const give = teacher.payload('Всему классу: PDF');
    await teacher.replays(give);
    expect(slipsOf(teacher).slips.map(({ whose }) => whose)).toEqual([
      '№ 1 · А. И. · 7А',
      '№ 2 · А. П. · 7А',
      '№ 3 · Д. К. · 7А',
    ]);
    expect(await openCodes()).toBe(3);
    const again = await teacher.replays(give);
    expect(again.text).toContain('7А: кому дать коды');
    expect(await world.db.models.Invite.count()).toBe(4);
  });

  it('of one family come from its own screen, where a code is revoked too', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    await teacher.presses('✓ Иванов А.');
    await teacher.presses('Листок для печати');
    expect(slipsOf(teacher).slips).toHaveLength(1);
    await teacher.presses('‹ К классу');
    await teacher.presses('✓ Иванов А.');
    expect(teacher.screen().text).toContain('Код: новый взрослый, до 26 октября');
    const revoked = await teacher.presses('Отозвать код: новый взрослый');
    expect(revoked.toast).toContain('Код отозван');
    expect(revoked.text).not.toContain('Код: новый взрослый');
    expect(await openCodes()).toBe(0);
  });

  it('leave nothing in clear in the outbox once they are sent', async () => {
    const teacher = world.chat('tg:10');
    await teacher.says('/invite');
    await teacher.presses('Коды для класса');
    await teacher.presses('Всему классу: PDF');
    await teacher.says('/invite');
    await teacher.presses('… Козлов Д.');
    await teacher.presses('Код для нового взрослого');
    const rows = await world.db.models.OutboxMessage.findAll();
    const withCodes = rows.filter(({ payload }) =>
      /[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{4}/.test(payload),
    );
    expect(withCodes).toHaveLength(2);
    expect(withCodes.every(({ secret }) => secret)).toBe(true);
  });
});
