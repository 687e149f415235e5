import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../bot/delivery/outcome.ts';
import type { Failure } from '../../bot/messengers/messenger.ts';
import { failureOf } from '../../bot/messengers/telegram-failure.ts';
import { LANES, type QueuedMessage } from '../../db/actions/queue-messages.ts';

const NOW = new Date('2026-10-12T07:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const message = (payload: object, attempts = 0): QueuedMessage => ({
  id: 1,
  dedupeKey: 'x',
  chat: 'tg:1',
  lane: LANES.notice,
  payload,
  attempts,
});
const outcome = (failure: Failure, { payload = { text: 'words' } as object, attempts = 0 } = {}) =>
  outcomeOf(message(payload, attempts), failure, NOW, 0.5);

describe('a refused call', () => {
  it.each([
    [429, 'Too Many Requests: retry after 7', { kind: 'flood', retryAfter: 7 }],
    [401, 'Unauthorized', { kind: 'unauthorised' }],
    [404, 'Not Found', { kind: 'unauthorised' }],
    [409, 'Conflict: terminated by other getUpdates request', { kind: 'conflict' }],
    [403, 'Forbidden: bot was blocked by the user', { kind: 'gone' }],
    [403, 'Forbidden: user is deactivated', { kind: 'gone' }],
    [400, 'Bad Request: chat not found', { kind: 'gone' }],
    [502, 'Bad Gateway', { kind: 'trouble' }],
    [400, "Bad Request: can't parse entities: Unexpected end tag", { kind: 'markup' }],
    [400, 'Bad Request: message is not modified: specified', { kind: 'unchanged' }],
    [400, 'Bad Request: message to edit not found', { kind: 'target-lost' }],
    [400, "Bad Request: message can't be deleted for everyone", { kind: 'target-lost' }],
    [400, 'Bad Request: BUTTON_DATA_INVALID', { kind: 'rejected' }],
  ])('%i %s', (error_code, description, failure) => {
    const parameters = error_code === 429 ? { retry_after: 7 } : {};
    expect(failureOf({ error_code, description, parameters })).toEqual(failure);
  });

  it('of a group that became a supergroup says where it is now', () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    const parameters = { migrate_to_chat_id: -1001 };
    expect(failureOf({ error_code: 400, description, parameters })).toEqual({
      kind: 'moved',
      to: 'tg:-1001',
    });
  });
});

describe('a message that was not delivered', () => {
  it('waits as long as Telegram says, and no attempt is counted', () => {
    expect(outcome({ kind: 'flood', retryAfter: 7 })).toMatchObject({
      end: 'later',
      at: after(7),
      counted: false,
    });
  });

  it('is tried again after longer and longer pauses of at most ten minutes, for a day', () => {
    const pause = (attempts: number, chance: number) => {
      const next = outcomeOf(message({ text: 'x' }, attempts), { kind: 'trouble' }, NOW, chance);
      return next.end === 'later' ? (next.at.getTime() - NOW.getTime()) / 1000 : null;
    };
    expect([0, 1, 2, 3].map((attempts) => pause(attempts, 1))).toEqual([2, 4, 8, 16]);
    expect(pause(0, 0)).toBe(1);
    expect(pause(100, 1)).toBe(600);
    expect(pause(200, 1)).toBeNull();
    const whole = Array.from({ length: 200 }, (_, attempts) => pause(attempts, 0.5) ?? 0);
    expect(whole.reduce((sum, seconds) => sum + seconds, 0) / 3600).toBeGreaterThan(24);
  });

  it('is said plainly once when its markup is refused, whatever failed before', () => {
    const payload = { text: '<b>5 &lt; 6</b>', buttons: [] };
    expect(outcome({ kind: 'markup' }, { payload, attempts: 3 })).toMatchObject({
      end: 'later',
      at: NOW,
      payload: { text: '5 &lt; 6', buttons: [] },
    });
    expect(outcome({ kind: 'markup' }, { payload: { text: '5 &lt; 6' } })).toMatchObject({
      end: 'dead',
    });
  });

  it('is said anew where the screen is gone; what was to be removed is', () => {
    const payload = { text: 'x', replace: '7' };
    expect(outcome({ kind: 'target-lost' }, { payload })).toMatchObject({
      end: 'later',
      payload: { text: 'x' },
    });
    expect(outcome({ kind: 'target-lost' }, { payload: { remove: '7' } })).toMatchObject({
      end: 'sent',
    });
    expect(outcome({ kind: 'unchanged' }, { payload })).toMatchObject({ end: 'sent' });
  });

  it('follows a chat that moved, but not in circles', () => {
    expect(outcome({ kind: 'moved', to: 'tg:-2' })).toMatchObject({ end: 'later', at: NOW });
    expect(outcome({ kind: 'moved', to: 'tg:-2' }, { attempts: 10 })).toMatchObject({
      end: 'dead',
    });
  });

  it.each([{ kind: 'gone' } as const, { kind: 'rejected' } as const])(
    'is given up: $kind',
    (failure) => {
      expect(outcome(failure)).toEqual({ id: 1, end: 'dead', error: failure.kind });
    },
  );

  it.each([{ kind: 'unauthorised' } as const, { kind: 'conflict' } as const])(
    'stays as it is when the bot must stop: $kind',
    (failure) => {
      expect(outcome(failure)).toMatchObject({ end: 'later', at: NOW, counted: false });
    },
  );
});
