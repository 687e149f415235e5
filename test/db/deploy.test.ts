import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../db/config.ts';

const FILES = [
  'compose.yaml',
  'Dockerfile',
  'admin/deploy/journal.service',
  'admin/deploy/nginx.conf',
  'admin/deploy/Caddyfile',
];
// Of Node and of the database's own image.
const NOT_OURS = /^(NODE_ENV|POSTGRES_(USER|DB|PASSWORD))$/;

describe.each(FILES)('%s', (file) => {
  it('names settings that the journal reads, and its own port', async () => {
    const [text, readme] = await Promise.all([
      readFile(file, 'utf8'),
      readFile('README.md', 'utf8'),
    ]);
    const names = text.match(/\b[A-Z][A-Z]+(_[A-Z]+)*(?=[=:]\s?['"$/a-z0-9])/g) ?? [];
    for (const name of names.filter((one) => !NOT_OURS.test(one))) {
      expect(readme, name).toContain(`\`${name}\``);
    }
    const ports = text.match(/(?<=127\.0\.0\.1:|PORT[=:] ?'?)\d+/g) ?? [];
    expect(ports.length).toBeGreaterThan(0);
    const standard = String(readConfig({}).PORT);
    expect(ports.every((port) => port === standard)).toBe(true);
  });
});
