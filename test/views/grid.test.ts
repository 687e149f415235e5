import { describe, expect, it } from 'vitest';
import { imageSize } from '../../bot/sandbox/image-size.ts';
import { type GridPage, type GridRow, gridPicture } from '../../bot/views/pictures/grid.ts';
import { pngOf } from '../../bot/views/pictures/png.ts';

const plain = (text: string) => [{ text, look: 'plain' as const }];

const row = (index: number, cells: GridRow['cells']): GridRow => ({
  number: String(index + 1),
  name: 'Фамилия',
  tail: ' И.',
  cells,
  mean: '4,25',
});

const page = (rows: GridRow[], columns = 10): GridPage => ({
  corner: ['7А', 'Литературное чтение и развитие речи'],
  columns: Array.from({ length: columns }, (_, index) => ({
    date: `${String(index + 1).padStart(2, '0')}.10`,
    weekday: 'пн',
    newWeek: index % 3 === 0,
  })),
  rows,
  meanTitle: 'ср.',
  legend: '• долг',
});

describe('the picture of a table', () => {
  it('of a large class is small enough to send, and stands upright on a phone', async () => {
    const cells = Array.from({ length: 10 }, (_, index) => plain(String(2 + (index % 4))));
    const rows = Array.from({ length: 35 }, (_, index) => row(index, cells));
    const svg = gridPicture(page(rows));
    expect(svg.length).toBeLessThan(30_000);
    const png = await pngOf(svg);
    expect(imageSize(png)).toEqual({ width: 720, height: 2 * (46 + 35 * 20 + 20) });
    expect(png.length).toBeLessThan(80_000);
  });

  it('draws what stands in the cells: another mark is another picture', async () => {
    const drawn = (cell: GridRow['cells'][number]) => pngOf(gridPicture(page([row(0, [cell])], 1)));
    const [five, four, off, empty] = await Promise.all(
      [plain('5'), plain('4'), 'off' as const, []].map(drawn),
    );
    expect(
      new Set([five, four, off, empty].map((png) => Buffer.from(png ?? []).toString('hex'))).size,
    ).toBe(4);
  });

  it('makes several marks as small as their column needs, and one as large as the rest', () => {
    const one = gridPicture(page([row(0, [plain('5')])], 1));
    expect(one).not.toContain('style=');
    const three = gridPicture(page([row(0, [[...plain('5'), ...plain('/4/3')]])], 1));
    const size = Number(/font-size:([\d.]+)px'>5/.exec(three)?.[1]);
    expect(size).toBeGreaterThan(6);
    expect(size).toBeLessThan(10);
  });

  it('cuts a long name and keeps its initial; long subjects are cut too', () => {
    const long = { ...row(0, []), name: 'Константинопольский' };
    const svg = gridPicture(page([long]));
    expect(svg).toMatch(/>Конст\p{L}*… И\.</u);
    expect(svg).toMatch(/>Литер\p{L}*…</u);
  });

  it('escapes every word', () => {
    const evil = { ...row(0, [plain('<5')]), name: '<b>&', mean: '"' };
    const svg = gridPicture({ ...page([evil], 1), legend: "<i>'", corner: ['<7А', '&'] });
    expect(svg).not.toMatch(/<b>|<i>|<5|<7А|& /);
    expect(svg).toContain('&lt;b&gt;&amp;');
  });
});
