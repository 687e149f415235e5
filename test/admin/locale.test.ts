import { describe, expect, it } from 'vitest';
import { panelLocale } from '../../admin/locale/locale.ts';
import { control } from '../../admin/resources/control.ts';
import { families } from '../../admin/resources/families.ts';
import { journal } from '../../admin/resources/journal.ts';
import { people } from '../../admin/resources/people.ts';
import { school } from '../../admin/resources/school.ts';
import { columnsOf } from '../../admin/resources/spec.ts';
import { system } from '../../admin/resources/system.ts';
import { REFUSAL_REASONS } from '../../db/errors.ts';

const SECTIONS = [people, school, journal, families, control, system];
const SPECS = SECTIONS.flatMap(({ resources }) => resources);

describe.each(['ru', 'en'] as const)('the panel in %s', (language) => {
  const locale = panelLocale(language);

  it('has a word for every section, resource, column and choice', () => {
    const wordless: string[] = [];
    const need = (path: string, word: unknown) => {
      if (typeof word !== 'string' || word === '') {
        wordless.push(path);
      }
    };
    for (const { name } of SECTIONS) {
      need(name, Reflect.get(locale.labels, name));
    }
    for (const spec of SPECS) {
      need(spec.id, Reflect.get(locale.labels, spec.id));
      for (const column of [...columnsOf(spec), ...Object.keys(spec.counts ?? {})]) {
        need(`${spec.id}.${column}`, Reflect.get(locale.properties, column));
      }
      const { labels = {} } = (Reflect.get(locale.resources, spec.id) ?? {}) as {
        labels?: Record<string, string | Record<string, string>>;
      };
      for (const [column, values] of Object.entries(spec.choices ?? {})) {
        for (const value of values) {
          const nested = labels[column];
          const word =
            labels[`${column}.${value}`] ?? (typeof nested === 'object' ? nested[value] : nested);
          need(`${spec.id}.${column}.${value}`, word);
        }
      }
    }
    expect(wordless).toEqual([]);
  });

  it('has a sentence for every refusal', () => {
    const sentences = REFUSAL_REASONS.map((reason) =>
      locale.refusal({
        reason,
        data: {
          date: '2026-10-12',
          toDate: '2026-10-13',
          toNumber: 1,
          from: '2026-10-13',
          until: '2027-05-31',
          limit: 500,
          lowest: 2,
          days: 7,
          least: 0,
          most: 23,
          year: '2026/27',
          count: 2,
        },
      }),
    );
    expect(sentences.filter((sentence) => !sentence || sentence.includes('undefined'))).toEqual([]);
  });
});
