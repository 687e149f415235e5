import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { LIBRARIES } from '../libraries.ts';
import {
  CLASS_TEACHER,
  OTHER_STRANGER,
  openSchool,
  type School,
  STRANGER,
  TEACHER,
} from './school.ts';

const GROUP = -700;
const REFUSED = ru.refusals['code-invalid']({});

describe.each(LIBRARIES)('joining over $library', ({ create }) => {
  let school: School;

  beforeEach(async () => {
    school = await openSchool(create);
    await school.start();
  });
  afterEach(() => school.close());

  /** The class teacher asks for a family's code; gives what can be typed and what is in the link. */
  async function codeFor(family: string): Promise<{ code: string; payload: string }> {
    await school.says(CLASS_TEACHER, '/invite');
    await school.presses(CLASS_TEACHER, `+ ${family}`);
    const sheet = school.words(CLASS_TEACHER).findLast((text) => text.includes('?start=')) ?? '';
    return {
      code: /^[\w-]{10,}$/m.exec(sheet)?.[0] ?? '',
      payload: /\?start=([\w-]+)/.exec(sheet)?.[1] ?? '',
    };
  }

  const links = async () =>
    (await school.db.select<{ address: string }>('SELECT address FROM chat_link ORDER BY id')).map(
      ({ address }) => address,
    );

  it('by the link: consent first, then the diary, the marks and a menu of one’s own', async () => {
    const { payload } = await codeFor('Петрова');
    await school.when(() => school.sandbox.user(STRANGER).startBot(payload));
    expect(school.newest(STRANGER).text).toContain(ru.start.consentTitle);
    expect(await school.says(STRANGER, '/diary')).toMatchObject({ text: ru.start.stranger });
    const welcome = await school.presses(STRANGER, ru.start.agree);
    expect(school.words(STRANGER).join('\n')).toContain(ru.start.linked);
    expect(welcome.text).not.toContain(ru.start.consentTitle);
    expect((await school.says(STRANGER, '/diary')).text).toContain('Понедельник, 12 октября');
    expect((await school.says(STRANGER, '/marks')).text).toContain('Алгебра');
    const menu = school.sandbox.calls().findLast(({ method }) => method === 'setMyCommands');
    expect(menu?.payload.scope).toEqual({ type: 'chat', chat_id: STRANGER });
    await school.idle();
    expect(school.words(CLASS_TEACHER).at(-1)).toBe(ru.start.familyJoined('Алёна П., 7А'));
  });

  it('by the typed code, once: used, expired and foreign ones get the same sentence', async () => {
    const used = await codeFor('Петрова');
    await school.says(STRANGER, used.code.toLowerCase());
    await school.presses(STRANGER, ru.start.agree);
    const before = await links();
    expect(before).toContain(`tg:${STRANGER}`);
    const expired = await codeFor('Сидоров');
    school.clock.advance({ days: 15 });
    for (const text of [used.code, expired.code, '/start 2222222222222']) {
      expect((await school.says(OTHER_STRANGER, text)).text).toBe(REFUSED);
    }
    expect(await links()).toEqual(before);
  });

  it('by one code in two phones at once links one of them', async () => {
    const { code } = await codeFor('Петрова');
    for (const id of [STRANGER, OTHER_STRANGER]) {
      await school.says(id, code);
    }
    await school.when(() => {
      school.sandbox.user(STRANGER).press(ru.start.agree);
      school.sandbox.user(OTHER_STRANGER).press(ru.start.agree);
    }, 2);
    const screens = [STRANGER, OTHER_STRANGER].map((id) => school.words(id).join('\n'));
    expect(screens.filter((text) => text.includes(ru.start.linked))).toHaveLength(1);
    expect(screens.filter((text) => text.includes(REFUSED))).toHaveLength(1);
  });

  it('by a code that was forwarded to a group: it is deleted there, and of use to nobody', async () => {
    const { code } = await codeFor('Петрова');
    const before = await links();
    const id = await school.when(() => school.sandbox.user(TEACHER).forwardToGroup(GROUP, code));
    const heard = school.sandbox.calls().filter(({ chatId }) => chatId === GROUP);
    expect(heard).toMatchObject([
      { method: 'deleteMessage', status: 200, payload: { message_id: id } },
      { method: 'sendMessage', status: 200, payload: { text: ru.start.codeInGroup } },
    ]);
    expect(await links()).toEqual(before);
  });
});
