import { describe, expect, it } from 'vitest';
import { readRoles } from '../../db/roles.ts';

describe('the roles of a process', () => {
  it('are all of them without an option, else those that are named', () => {
    const named = (...args: string[]) => [...(readRoles(args) ?? [])];
    expect(named()).toEqual(['bot', 'admin', 'jobs']);
    expect(named('--only=admin')).toEqual(['admin']);
    expect(named('--only=jobs,bot')).toEqual(['bot', 'jobs']);
  });

  it.each([
    ['--only'],
    ['--only='],
    ['--only=bot,'],
    ['--only=panel'],
    ['--olny=bot'],
    ['--only=bot', '--only=jobs'],
  ])('are refused: %s %s', (...args) => {
    expect(readRoles(args.filter((arg) => arg !== undefined))).toBeNull();
  });
});
