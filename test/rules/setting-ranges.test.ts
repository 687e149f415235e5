import { describe, expect, it } from 'vitest';
import { brokenRange, SETTING_RANGES } from '../../db/rules/setting-ranges.ts';
import { DEFAULT_SETTINGS, type SettingKey } from '../../db/rules/settings.ts';

describe('the range of a setting', () => {
  it('is there for every setting and holds its default', () => {
    const keys = Object.keys(DEFAULT_SETTINGS) as SettingKey[];
    expect(Object.keys(SETTING_RANGES).sort()).toEqual(keys.toSorted());
    expect(keys.filter((key) => brokenRange(key, String(DEFAULT_SETTINGS[key])))).toEqual([]);
  });

  it('has an hour within the day, a switch on or off, and lets means have fractions', () => {
    expect(brokenRange('control.hour', '24')).toEqual({ least: 0, most: 23, whole: true });
    expect(brokenRange('control.hour', '0')).toBeNull();
    expect(brokenRange('control.unfilled', '2')).not.toBeNull();
    expect(brokenRange('control.few_marks.count', '2.5')).not.toBeNull();
    expect(brokenRange('term.threshold.5', '4.65')).toBeNull();
    expect(brokenRange('term.threshold.5', '5.1')).not.toBeNull();
    expect(brokenRange('control.weekday', '0')).not.toBeNull();
  });

  it('refuses what is no number, and has nothing to say of other keys', () => {
    expect(brokenRange('digest.hour', '')).not.toBeNull();
    expect(brokenRange('digest.hour', 'soon')).not.toBeNull();
    expect(brokenRange('nonsense', '1')).toBeNull();
  });
});
