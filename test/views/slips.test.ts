import { afterEach, expect, it, vi } from 'vitest';
import { ru } from '../../bot/texts/ru.ts';
import { slipsPdf } from '../../bot/views/prints/slips.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const slip = {
  whose: '№ 1 · А. И. · 7А',
  whom: 'Для: законный представитель',
  link: 'https://t.me/a_school_with_a_very_long_name_bot?start=AbCdEfGhIjKlMnOpQrStUv',
  code: '7K3M-Q9XT2-B8RD',
  until: 'Действует до 26 октября, подходит один раз.',
};

it.each([
  [1, 1],
  [8, 1],
  [9, 2],
  [60, 8],
])('sets %i slips on %i pages of A4, quietly', async (count, pages) => {
  const warned = vi.spyOn(console, 'warn');
  const howTo = ru.invites.slipHowTo('a_school_with_a_very_long_name_bot');
  const slips = Array.from({ length: count }, () => slip);
  const pdf = await slipsPdf({ title: 'Коды 7А', howTo, slips });
  const text = Buffer.from(pdf).toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(pages);
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(text).toContain('DejaVuSansMono-Bold');
  expect(warned).not.toHaveBeenCalled();
});
