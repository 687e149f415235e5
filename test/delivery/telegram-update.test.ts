import { describe, expect, it } from 'vitest';
import { polledOf } from '../../bot/messengers/telegram-update.ts';

const chat = { id: 201, type: 'private' };
const group = { id: -700, type: 'supergroup' };
const here = { address: 'tg:201', private: true };

describe('updates of Telegram', () => {
  it('become events that no library is known in', () => {
    const { events } = polledOf([
      { update_id: 7, message: { message_id: 1, chat, text: '/start' } },
      { update_id: 8, message: { message_id: 2, chat, photo: [] } },
      {
        update_id: 9,
        callback_query: {
          id: 'q',
          data: 'les1',
          from: { id: 201 },
          message: { message_id: 3, chat },
        },
      },
      { update_id: 10, my_chat_member: { chat, new_chat_member: { status: 'kicked' } } },
      { update_id: 11, my_chat_member: { chat, new_chat_member: { status: 'member' } } },
      { update_id: 12, message: { message_id: 4, chat: group, text: 'hi' } },
    ]);
    expect(events).toEqual([
      { id: 'tg:7', chat: here, kind: 'text', text: '/start', messageId: '1' },
      { id: 'tg:8', chat: here, kind: 'file', file: 'photo', messageId: '2' },
      { id: 'tg:9', chat: here, kind: 'press', data: 'les1', messageId: '3', pressId: 'q' },
      { id: 'tg:10', chat: here, kind: 'blocked' },
      { id: 'tg:11', chat: here, kind: 'unblocked' },
      {
        id: 'tg:12',
        chat: { address: 'tg:-700', private: false },
        kind: 'text',
        text: 'hi',
        messageId: '4',
      },
    ]);
  });

  it('that are of no use are passed over, and confirmed with the rest', () => {
    const inGroup = { chat: group, new_chat_member: { status: 'member' } };
    expect(
      polledOf([
        { update_id: 7, my_chat_member: inGroup },
        { update_id: 8, callback_query: { id: 'q', from: { id: 201 } } },
        { update_id: 9 },
      ]),
    ).toEqual({ events: [], position: 10, unread: 0 });
  });

  it('are asked for from the first on after an empty answer: their numbers may begin anew', () => {
    expect(polledOf([])).toEqual({ events: [], position: 0, unread: 0 });
  });

  it('that nobody can read hold up nobody', () => {
    const good = { update_id: 21, message: { message_id: 1, chat, text: 'hi' } };
    const { events, position, unread } = polledOf([
      null,
      { update_id: 20, message: { message_id: 1, text: 'from nowhere' } },
      good,
      { update_id: 22, message: { message_id: 2, chat, text: 5 } },
      { update_id: 23, callback_query: { id: 'q', data: {}, message: { message_id: 3, chat } } },
      { update_id: 24, message: { message_id: 4, chat: { id: 2 ** 60, type: 'private' } } },
      { update_id: '25' },
    ]);
    expect(events.map(({ id }) => id)).toEqual(['tg:21']);
    expect({ position, unread }).toEqual({ position: 25, unread: 6 });
    expect(() => polledOf([null, { message: good.message }])).toThrow('trouble');
  });
});
