import { termsClash } from '../../rules/overlap.ts';
import { HEADINGS, type Language } from '../headings/headings.ts';
import { reportClashes } from './clashes.ts';
import { checkDays } from './dates.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { change, type Fields, fieldsOf, type Item, isChanged } from './item.ts';
import { add } from './stored-school.ts';

/** Terms of the year, by kind and number. A closed one must stay as it is. */
export function planTerms(draft: Draft): void {
  const desk = openDesk(draft, 'terms');
  const rowOf = new Map<Item<'Term'>, number>();
  for (const { row, cells } of distinct(desk, 'number', (c) => `${c.kind}|${c.number}`)) {
    const { kind, number, startsOn, endsOn } = cells;
    const stored = draft.school.Term.find(
      (term) => fieldsOf(term).kind === kind && fieldsOf(term).number === number,
    );
    const old = stored?.before;
    const minGrade = cells.minGrade === undefined ? (old?.minGrade ?? 1) : (cells.minGrade ?? 1);
    const maxGrade = cells.maxGrade === undefined ? (old?.maxGrade ?? 11) : (cells.maxGrade ?? 11);
    const term = stored ?? newTerm(draft, { kind, number, startsOn, endsOn, minGrade, maxGrade });
    change(term, { startsOn, endsOn, minGrade, maxGrade });
    if (old?.state === 'closed' && isChanged(term)) {
      desk.report(row, null, 'term-closed');
      term.after = term.before;
    } else if (minGrade > maxGrade) {
      desk.report(row, 'maxGrade', 'grades-reversed');
    } else if (checkDays(draft, cells, (...what) => desk.report(row, ...what))) {
      rowOf.set(term, row);
    }
    desk.count(term);
  }
  reportClashes(draft.school.Term, rowOf, termsClash, (row, other) =>
    desk.report(row, 'startsOn', 'terms-overlap', { other: titleOf(other, desk.language) }),
  );
}

function newTerm(
  draft: Draft,
  fields: Omit<Fields<'Term'>, 'academicYearId' | 'state'>,
): Item<'Term'> {
  return add(draft.school, 'Term', { ...fields, academicYearId: draft.year, state: 'open' });
}

/** As «четверть 2», in the language of the sheet. */
function titleOf(term: Item<'Term'>, language: Language): string {
  const { kind, number } = fieldsOf(term);
  return `${HEADINGS[language].words.termKinds[kind]} ${number}`;
}

/** A stored term that a year made shorter would leave outside. */
export function termOutside({ school, year }: Draft, language: Language): string | null {
  const { startsOn, endsOn } = fieldsOf(year);
  const outside = school.Term.filter(({ before, after }) => before === after).find((term) => {
    const fields = fieldsOf(term);
    return fields.startsOn < startsOn || fields.endsOn > endsOn;
  });
  return outside ? titleOf(outside, language) : null;
}
