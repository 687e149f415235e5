import { describe, expect, it } from 'vitest';
import { createBinder } from '../../db/statement.ts';

const bind = createBinder();

describe('a statement for SQLite', () => {
  it('has its values in the order of their places, the same one as often as it stands', () => {
    const params = { id: 7, name: "O'Hara" };
    expect(bind('SELECT :name WHERE id = :id OR other = :id', params)).toEqual({
      sql: 'SELECT ? WHERE id = ? OR other = ?',
      values: ["O'Hara", 7, 7],
    });
  });

  it('spreads lists and rows', () => {
    expect(
      bind('IN (:ids) VALUES :rows', {
        ids: [1, 2],
        rows: [
          [1, 'a'],
          [2, null],
        ],
      }),
    ).toEqual({
      sql: 'IN (?, ?) VALUES (?, ?), (?, ?)',
      values: [1, 2, 1, 'a', 2, null],
    });
    expect(bind('IN (:ids)', { ids: [] })).toEqual({ sql: 'IN ()', values: [] });
  });

  it('keeps instants as UTC text and flags as numbers, as the models do', () => {
    const at = new Date('2026-10-12T10:00:00.005+03:00');
    expect(bind(':at :on :off', { at, on: true, off: false }).values).toEqual([
      '2026-10-12 07:00:00.005 +00:00',
      1,
      0,
    ]);
  });

  it('leaves alone what only looks like a parameter', () => {
    const sql = `SELECT 'a:b''s :c', "d:e", x::text, 12:30 -- :f\n/* :g */ FROM t`;
    expect(bind(sql, {})).toEqual({ sql, values: [] });
  });

  it('refuses a parameter that has no value', () => {
    expect(() => bind('SELECT :id', {})).toThrow('the parameter :id has no value');
    expect(() => bind('SELECT :id', { id: undefined })).toThrow(':id');
  });
});
