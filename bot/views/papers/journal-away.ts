import { groupBy } from '../../../db/group-by.ts';
import type { ClassJournal } from '../../../db/reports/class-journal.ts';
import type { AbsenceCode } from '../../../db/rules/absence-code.ts';
import type { Pen } from '../lesson.ts';
import type { PaperTable } from './paper.ts';
import { paperName } from './words.ts';

const MISSED: readonly AbsenceCode[] = ['ill', 'excused', 'absent'];

/** The page of attendance: lessons missed by each pupil, term by term and in the year. */
export function journalAwayTable(journal: ClassJournal, { texts, names }: Pen): PaperTable {
  const { columns, tables, year } = texts.report;
  const { terms, pupils } = journal;
  const counts = countCodes(journal);
  const of = (pupilId: number, termId: number | null, codes: readonly AbsenceCode[]) =>
    codes.reduce((sum, code) => sum + (counts.get(`${pupilId}.${termId}.${code}`) ?? 0), 0);
  const count = (title: string) => ({ title, kind: 'count' as const, width: 10 });
  return {
    name: tables.attendance,
    newPage: true,
    frozen: 2,
    columns: [
      { title: columns.number, kind: 'count', width: 4 },
      { title: columns.pupil, kind: 'text', width: 26 },
      ...terms.map(({ number, kind }) => count(texts.parent.termTitle(number, kind))),
      ...[columns.all, columns.ill, columns.excused, columns.absent].map((title) =>
        count(`${year}: ${title}`),
      ),
      count(columns.late),
    ],
    rows: pupils.map((pupil) => {
      const { pupilId } = pupil;
      return [
        ...[pupil.number, paperName(pupil, names)],
        ...terms.map(({ id }) => of(pupilId, id, MISSED)),
        of(pupilId, null, MISSED),
        ...MISSED.map((code) => of(pupilId, null, [code])),
        of(pupilId, null, ['late']),
      ];
    }),
  };
}

/** How often each code stands for a pupil in a term, and in the year by null. */
function countCodes({ terms, pupils, courses, recordsOf }: ClassJournal): Map<string, number> {
  const keys = courses.flatMap(({ lessons }) =>
    lessons.flatMap(({ lessonId, date }) => {
      const term = terms.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
      return pupils.flatMap(({ pupilId }) =>
        recordsOf(lessonId, pupilId).flatMap((one) =>
          'code' in one
            ? [
                `${pupilId}.null.${one.code}`,
                ...(term ? [`${pupilId}.${term.id}.${one.code}`] : []),
              ]
            : [],
        ),
      );
    }),
  );
  return new Map([...groupBy(keys, (key) => key)].map(([key, own]) => [key, own.length]));
}
