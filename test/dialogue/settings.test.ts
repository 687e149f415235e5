import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languagePress, reminderPress } from '../../bot/dialogue/settings-presses.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

const preferences = () => world.db.select('SELECT key, value FROM preference');

describe('/settings', () => {
  it('switches a teacher’s evening reminder by one tap, in place', async () => {
    const shown = await world.chat.says('настройки');
    expect(shown.text).toContain('Напоминание о незаполненных уроках: 18:00');
    expect(shown.buttons).toEqual([
      '✓ Русский',
      'English',
      'Выкл.',
      '17:00',
      '✓ 18:00',
      '19:00',
      '20:00',
      '21:00',
    ]);
    const later = await world.chat.presses('20:00');
    expect(later.text).toContain('уроках: 20:00');
    expect(later.buttons).toContain('✓ 20:00');
    expect((await world.chat.presses('Выкл.')).text).toContain('уроках: выключено');
    expect(world.chat.messages()).toHaveLength(1);
    expect(await preferences()).toEqual([{ key: 'reminder.hour', value: 'off' }]);
    const changes = await world.db.select<{ after: string; before: string | null }>(
      "SELECT before, after FROM change WHERE record = 'preference' ORDER BY id",
    );
    expect(changes).toEqual([
      { before: null, after: '{"reminder.hour":"20"}' },
      { before: '{"reminder.hour":"20"}', after: '{"reminder.hour":"off"}' },
    ]);
  });

  it('shows the school’s own hour until another is chosen', async () => {
    await world.db.write(({ transaction }) =>
      world.db.models.Setting.create({ key: 'reminder.hour', value: '16' }, { transaction }),
    );
    const { text, buttons } = await world.chat.says('/settings');
    expect(text).toContain('уроках: 16:00');
    expect(buttons.filter((label) => label.startsWith('✓'))).toEqual(['✓ Русский']);
  });

  it('changes the language of the screen, of what follows, and of the menu', async () => {
    await world.chat.says('/settings');
    const english = await world.chat.presses('English');
    expect(english.text).toContain('Reminder of unfilled lessons: 18:00');
    expect(english.buttons).toContain('✓ English');
    expect(world.chat.menu()).toContainEqual({
      command: 'settings',
      description: 'language, notices, reminders',
    });
    expect((await world.chat.says('/lesson')).text).toContain('no topic');
    await world.chat.says('/settings');
    await world.chat.presses('Русский');
    expect((await world.chat.says('/lesson')).text).toContain('нет темы');
  });

  it('has the language and the notices for a parent', async () => {
    await world.make.aParent('Иванова Мария', { chat: 'tg:4', of: [world.pupil('Иванов Семён')] });
    const mother = world.chats('tg:4');
    const { text, buttons } = await mother.says('/settings');
    expect(text).not.toContain('Напоминание');
    expect(buttons).toEqual(['✓ Русский', 'English', 'Уведомления', 'Тихие часы']);
  });

  it('is nothing to strangers, and takes no forged choice', async () => {
    const stranger = world.chats('tg:404');
    expect((await stranger.says('/settings')).text).toContain('код доступа');
    expect((await stranger.replays(languagePress('en'))).toast).toContain('нет права');
    expect((await stranger.replays(reminderPress('20'))).toast).toContain('нет права');
    for (const forged of ['rem1:3', 'rem1', 'lang1:de']) {
      expect((await world.chat.replays(forged)).toast).toContain('Кнопка устарела');
    }
    expect(await preferences()).toEqual([]);
  });
});
