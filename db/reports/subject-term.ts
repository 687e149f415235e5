import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { weightedMean } from '../rules/averages.ts';
import type { Settings } from '../rules/settings.ts';
import { type SubjectThresholds, termRules } from '../rules/term-mark.ts';
import { fivesUntil } from '../rules/until-next.ts';

export type CardMark = {
  date: string;
  /** Null is work that is owed. */
  value: number | null;
  kind: string;
  weight: number;
  comment: string | null;
  /** The weighted mean of the term after this mark; null while there is none. */
  meanThen: number | null;
};

/** How many fives a threshold needs, given for answers alone or for tests alone. */
export type NextMark = { mark: 4 | 5; answers: number; tests: number };

/** What a pupil has of a subject in a term. */
export type SubjectTerm = {
  /** In order of time. */
  marks: CardMark[];
  mean: number | null;
  count: number;
  absences: Record<AbsenceCode, number>;
  /** What is still needed for a 4 and a 5; none where there is no mean yet. */
  next: NextMark[];
  /** The means from which a term mark is rounded to 4 and to 5. */
  thresholds: { 4: number; 5: number };
};

export type SubjectEntry = {
  line: 'mark' | 'absence';
  date: string;
  value: number | null;
  kind: string | null;
  weight: number | null;
  comment: string | null;
  code: AbsenceCode | null;
};

/** A pupil's marks and absences between two days at lessons of one course or of a subject. */
export type SubjectSpan = { pupilId: number; from: string; to: string } & (
  | { courseId: number }
  | { subjectId: number }
);

/** In order of time. One query. For who may read the pupil's marks there. */
export function readSubjectEntries(db: Db, of: SubjectSpan): Promise<SubjectEntry[]> {
  const meant = 'courseId' in of ? 'c.id = :courseId' : 'c.subject_id = :subjectId';
  const at = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id
       JOIN course c ON c.id = l.course_id AND ${meant}
      WHERE r.pupil_id = :pupilId AND r.date BETWEEN :from AND :to AND r.state = 'active'`;
  return db.select<SubjectEntry>(
    `SELECT 'mark' AS line, r.date, l.number, r.id, r.value, r.kind, r.weight, r.comment,
            NULL AS code ${at('mark')}
     UNION ALL SELECT 'absence', r.date, l.number, r.id, NULL, NULL, NULL, NULL, r.code
            ${at('absence')}
      ORDER BY 2, 3, 4`,
    of,
  );
}

/** Sums up the entries of a term by the school's settings and the subject's own thresholds. */
export function subjectTerm(
  entries: readonly SubjectEntry[],
  own: SubjectThresholds,
  settings: Settings,
): SubjectTerm {
  const marks = cardMarks(entries);
  const { four, five } = termRules(settings, own).thresholds;
  const thresholds = { 4: four, 5: five };
  const next = ([4, 5] as const).flatMap((mark) => {
    const answers = fivesUntil(thresholds[mark], marks, settings['weight.answer']);
    const tests = fivesUntil(thresholds[mark], marks, settings['weight.test']);
    return answers === null || tests === null ? [] : [{ mark, answers, tests }];
  });
  const countOf = (code: AbsenceCode) => entries.filter((entry) => entry.code === code).length;
  return {
    marks,
    mean: weightedMean(marks),
    count: marks.filter(({ value }) => value !== null).length,
    absences: {
      absent: countOf('absent'),
      ill: countOf('ill'),
      excused: countOf('excused'),
      late: countOf('late'),
    },
    next,
    thresholds,
  };
}

function cardMarks(entries: readonly SubjectEntry[]): CardMark[] {
  const marks = entries.flatMap(({ line, date, value, kind, weight, comment }) =>
    line === 'mark' ? [{ date, value, kind: kind ?? '', weight: weight ?? 1, comment }] : [],
  );
  return marks.map((mark, index) => ({
    ...mark,
    meanThen: weightedMean(marks.slice(0, index + 1)),
  }));
}
