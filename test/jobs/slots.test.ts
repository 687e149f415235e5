import { describe, expect, it } from 'vitest';
import { latestSlot, latestSlots } from '../../jobs/slots.ts';

const slotAt = (now: string, timezone = 'Europe/Moscow', hour = 19) => {
  const { slot, at } = latestSlot({ hour }, new Date(now), timezone);
  return [slot, at.toISOString()];
};

describe('the latest slot of a daily job', () => {
  it('is of today from its very moment on, of yesterday before', () => {
    const today = ['2026-10-12T19:00', '2026-10-12T16:00:00.000Z'];
    expect(slotAt('2026-10-12T19:00:00+03:00')).toEqual(today);
    expect(slotAt('2026-10-12T23:59:59+03:00')).toEqual(today);
    expect(slotAt('2026-10-12T18:59:59+03:00')).toEqual([
      '2026-10-11T19:00',
      '2026-10-11T16:00:00.000Z',
    ]);
  });

  it('goes over the end of a year', () => {
    expect(slotAt('2027-01-01T00:10+03:00')[0]).toBe('2026-12-31T19:00');
  });

  it('has one slot a day where clocks are moved', () => {
    // In Berlin 02:00–03:00 is skipped on 29.03.2026 and doubled on 25.10.2026.
    expect(slotAt('2026-03-29T12:00+02:00', 'Europe/Berlin', 2)[0]).toBe('2026-03-29T02:00');
    const first = slotAt('2026-10-25T00:30:00Z', 'Europe/Berlin', 2);
    const second = slotAt('2026-10-25T01:30:00Z', 'Europe/Berlin', 2);
    expect(first[0]).toBe('2026-10-25T02:00');
    expect(second[0]).toBe(first[0]);
  });
});

describe('the latest slots of a job of several hours', () => {
  const slotsAt = (now: string) =>
    latestSlots({ hours: [20, 17, 18] }, new Date(now), 'Europe/Moscow').map(({ slot }) => slot);

  it('are one of each hour, the oldest first', () => {
    expect(slotsAt('2026-10-12T18:30+03:00')).toEqual([
      '2026-10-11T20:00',
      '2026-10-12T17:00',
      '2026-10-12T18:00',
    ]);
    expect(slotsAt('2026-10-12T23:00+03:00')).toEqual([
      '2026-10-12T17:00',
      '2026-10-12T18:00',
      '2026-10-12T20:00',
    ]);
  });

  it('are one for a job of one hour', () => {
    const [only, ...others] = latestSlots(
      { hour: 4 },
      new Date('2026-10-12T04:00+03:00'),
      'Europe/Moscow',
    );
    expect(only?.slot).toBe('2026-10-12T04:00');
    expect(others).toEqual([]);
  });
});

describe('the latest slot of a weekly job', () => {
  const slotOn = (weekday: number, now: string) =>
    latestSlot({ hour: 22, weekday }, new Date(now), 'Europe/Moscow').slot;

  it('is of its day of the week from its hour on, of the week before until then', () => {
    expect(slotOn(7, '2026-10-18T22:00+03:00')).toBe('2026-10-18T22:00');
    expect(slotOn(7, '2026-10-18T21:59+03:00')).toBe('2026-10-11T22:00');
    expect(slotOn(7, '2026-10-19T08:00+03:00')).toBe('2026-10-18T22:00');
    expect(slotOn(1, '2026-10-18T23:00+03:00')).toBe('2026-10-12T22:00');
    expect(slotOn(1, '2026-10-12T09:00+03:00')).toBe('2026-10-05T22:00');
  });

  it('is one of each hour where there are several', () => {
    const slots = latestSlots(
      { hours: [8, 12], weekday: 1 },
      new Date('2026-10-12T10:00+03:00'),
      'Europe/Moscow',
    );
    expect(slots.map(({ slot }) => slot)).toEqual(['2026-10-05T12:00', '2026-10-12T08:00']);
  });
});

describe('the latest slot of a monthly job', () => {
  const slotAt = (now: string) =>
    latestSlots({ dayOfMonth: 1, hour: 5 }, new Date(now), 'Europe/Moscow').map(({ slot }) => slot);

  it('is of this month from its moment on, of the month before until then', () => {
    expect(slotAt('2026-10-01T05:00+03:00')).toEqual(['2026-10-01T05:00']);
    expect(slotAt('2026-10-31T23:00+03:00')).toEqual(['2026-10-01T05:00']);
    expect(slotAt('2026-10-01T04:59+03:00')).toEqual(['2026-09-01T05:00']);
    expect(slotAt('2027-01-01T00:10+03:00')).toEqual(['2026-12-01T05:00']);
  });
});
