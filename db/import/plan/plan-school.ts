import { SHEET_NAMES } from '../columns.ts';
import type { ImportProblem } from '../problem.ts';
import type { ReadSchool } from '../read/read-school.ts';
import type { SheetName } from '../sheets.ts';
import { planBells } from './bells.ts';
import { planClasses } from './classes.ts';
import { planCourses } from './courses.ts';
import { planDaysOff } from './days-off.ts';
import { createDraft, type Draft } from './draft.ts';
import { planGroups } from './groups.ts';
import { type AnyItem, type Item, isChanged } from './item.ts';
import { planParents } from './parents.ts';
import { type PlanTotal, planPlans } from './plans.ts';
import { planPupils } from './pupils.ts';
import { planStaff } from './staff.ts';
import type { School } from './stored-school.ts';
import { planSubjects } from './subjects.ts';
import { planTerms } from './terms.ts';
import { planTimetable } from './timetable.ts';
import { finishYear } from './years.ts';

/** What becomes of the rows of one sheet; `removed` is what it no longer names. */
export type SheetCounts = { added: number; changed: number; left: number; removed: number };

export type SchoolPlan = {
  counts: Partial<Record<SheetName, SheetCounts>>;
  plans: PlanTotal[];
};

/**
 * Decides in memory what a workbook adds, changes and ends, sheet by sheet, each after those it
 * refers to. The items of `school` hold the decisions, `problems` all that is wrong.
 */
export function planSchool(of: {
  school: School;
  year: Item<'AcademicYear'>;
  today: string;
  read: ReadSchool;
  problems: ImportProblem[];
}): SchoolPlan {
  const draft = createDraft(of);
  planTerms(draft);
  finishYear(draft);
  planDaysOff(draft);
  planBells(draft);
  planSubjects(draft);
  planStaff(draft);
  planClasses(draft);
  planPupils(draft);
  planParents(draft);
  planCourses(draft);
  planGroups(draft);
  planTimetable(draft);
  const plans = planPlans(draft);
  return { counts: countAll(draft), plans };
}

function countAll(draft: Draft): SchoolPlan['counts'] {
  const counts: SchoolPlan['counts'] = {};
  for (const sheet of SHEET_NAMES.filter((name) => draft.read[name]?.rows.length)) {
    const outcomes = (draft.rows.get(sheet) ?? []).map(outcomeOf);
    const count = (wanted: ReturnType<typeof outcomeOf>) =>
      outcomes.filter((outcome) => outcome === wanted).length;
    counts[sheet] = {
      added: count('added'),
      changed: count('changed'),
      left: count('left'),
      removed: draft.gone.get(sheet)?.length ?? 0,
    };
  }
  return counts;
}

function outcomeOf([main, ...others]: [AnyItem, ...AnyItem[]]): 'added' | 'changed' | 'left' {
  if (main.before === null) {
    return 'added';
  }
  const touched = [main, ...others].some((item) => item.before === null || isChanged(item));
  return touched ? 'changed' : 'left';
}
