import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TOP = ['admin', 'bot', 'db', 'jobs', 'test'];
const MESSENGER_LIBRARIES = ['grammy', 'telegraf'];
const PANEL_LIBRARIES = ['adminjs', '@adminjs/express', '@adminjs/sequelize'];

type SourceFile = { path: string; text: string; imports: string[] };

/** Who may import what: the first rule whose folder a file is in applies. `null` is any package. */
const LAW: { folder: string; ours: string[]; packages: string[] | null }[] = [
  { folder: 'db/rules/', ours: ['db/rules/'], packages: [] },
  { folder: 'db/', ours: ['db/'], packages: null },
  {
    folder: 'bot/dialogue/',
    ours: ['db/', 'bot/texts/', 'bot/views/', 'bot/dialogue/'],
    packages: [],
  },
  {
    folder: 'bot/views/pictures/',
    ours: ['db/', 'bot/texts/', 'bot/views/', 'bot/dialogue/'],
    packages: ['@resvg/resvg-js', 'echarts'],
  },
  {
    folder: 'bot/views/sheets/',
    ours: ['db/', 'bot/texts/', 'bot/views/', 'bot/dialogue/'],
    packages: ['exceljs'],
  },
  {
    folder: 'bot/views/prints/',
    ours: ['db/', 'bot/texts/', 'bot/views/', 'bot/dialogue/'],
    packages: ['pdfmake', 'pdfmake/interfaces.js'],
  },
  {
    folder: 'bot/views/',
    ours: ['db/', 'bot/texts/', 'bot/views/', 'bot/dialogue/'],
    packages: [],
  },
  { folder: 'bot/texts/', ours: ['db/', 'bot/texts/'], packages: [] },
  {
    folder: 'bot/messengers/grammy.ts',
    ours: ['bot/messengers/', 'bot/dialogue/'],
    packages: ['grammy'],
  },
  {
    folder: 'bot/messengers/telegraf.ts',
    ours: ['bot/messengers/', 'bot/dialogue/'],
    packages: ['telegraf'],
  },
  { folder: 'bot/messengers/', ours: ['bot/messengers/', 'bot/dialogue/'], packages: ['zod'] },
  {
    folder: 'bot/delivery/',
    ours: [
      'db/',
      'bot/dialogue/',
      'bot/views/',
      'bot/texts/',
      'bot/delivery/',
      'bot/messengers/messenger.ts',
    ],
    packages: ['pino'],
  },
  { folder: 'bot/sandbox/', ours: ['bot/sandbox/'], packages: null },
  { folder: 'admin/', ours: ['db/', 'admin/'], packages: null },
  { folder: 'jobs/schedule.ts', ours: ['db/', 'jobs/'], packages: ['node-cron'] },
  {
    folder: 'jobs/',
    ours: ['db/', 'jobs/', 'bot/views/', 'bot/texts/'],
    packages: ['pino', 'luxon', 'sequelize'],
  },
];

/** Packages that belong to one place, whatever else the law would let through. */
const OWNERS: [packageName: string, folder: string][] = [
  ...MESSENGER_LIBRARIES.map((name): [string, string] => [name, `bot/messengers/${name}.ts`]),
  ...PANEL_LIBRARIES.map((name): [string, string] => [name, 'admin/']),
  ['node-cron', 'jobs/schedule.ts'],
  ['@resvg/resvg-js', 'bot/views/pictures/'],
  ['echarts', 'bot/views/pictures/'],
  ['pdfmake', 'bot/views/prints/'],
];

describe('the house', async () => {
  const files = await sourceFiles();
  const product = files.filter(({ path }) => !path.startsWith('test/'));

  it('has a law for every folder of the product', () => {
    const lawless = product.filter(({ path }) => path !== 'main.ts' && !lawOf(path));
    expect(lawless.map(({ path }) => path)).toEqual([]);
    expect(product.length).toBeGreaterThan(50);
  });

  it('keeps to who may import whom', () => {
    const breaches = product.flatMap(({ path, imports }) => {
      const law = lawOf(path);
      return law
        ? imports.filter((name) => !allowed(law, path, name)).map((n) => `${path} → ${n}`)
        : [];
    });
    expect(breaches).toEqual([]);
  });

  it('keeps each messenger, the panel and the clockwork behind one door', () => {
    const breaches = product.flatMap(({ path, imports }) =>
      OWNERS.filter(([name, folder]) => imports.includes(name) && !path.startsWith(folder)).map(
        ([name]) => `${path} → ${name}`,
      ),
    );
    expect(breaches).toEqual([]);
  });

  it('lets nobody import main.ts, and only tests import tests', () => {
    const breaches = files.flatMap(({ path, imports }) =>
      imports
        .map((name) => resolved(path, name))
        .filter(
          (name) => name === 'main.ts' || (name?.startsWith('test/') && !path.startsWith('test/')),
        )
        .map((name) => `${path} → ${name}`),
    );
    expect(breaches).toEqual([]);
  });

  it('reads the environment and the time in main.ts alone', () => {
    const breaches = product
      .filter(({ path }) => path !== 'main.ts')
      .filter(({ text }) =>
        /process\.env|new Date\(\)|Date\.now\(\)|DateTime\.(now|local)\(/.test(text),
      );
    expect(breaches.map(({ path }) => path)).toEqual([]);
  });

  it('keeps the adapters small', () => {
    const adapters = product.filter(({ path }) =>
      /^bot\/messengers\/(grammy|telegraf)\.ts$/.test(path),
    );
    expect(adapters).toHaveLength(2);
    for (const { path, text } of adapters) {
      expect(text.split('\n').length, path).toBeLessThanOrEqual(150);
    }
  });
});

function lawOf(path: string) {
  return LAW.find(({ folder }) => path.startsWith(folder));
}

function allowed(law: (typeof LAW)[number], path: string, name: string): boolean {
  const own = resolved(path, name);
  if (own !== null) {
    return law.ours.some((folder) => own.startsWith(folder));
  }
  if (name.startsWith('node:')) {
    return law.folder !== 'db/rules/' && builtinModules.includes(name.slice('node:'.length));
  }
  return law.packages === null || law.packages.includes(name);
}

/** The path of an import within the project, or null for a package. */
function resolved(path: string, name: string): string | null {
  return name.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), name)) : null;
}

async function sourceFiles(): Promise<SourceFile[]> {
  const found = ['main.ts'];
  for (const folder of TOP) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    found.push(...names.map((name) => join(folder, name)));
  }
  const sources = found.filter((path) => /\.tsx?$/.test(path));
  return Promise.all(
    sources.map(async (path) => {
      const text = await readFile(join(ROOT, path), 'utf8');
      const imports = [...text.matchAll(/(?:\bfrom\s|^import\s|\bimport\()\s*'([^']+)'/gm)];
      return { path, text, imports: imports.map((match) => match[1] ?? '') };
    }),
  );
}
