import { addDays } from '../../db/days.ts';
import { groupBy } from '../../db/group-by.ts';
import type { OpenFinding } from '../../db/reports/control/open-findings.ts';
import { controlPress } from '../dialogue/control-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { tableLine, teacherLabel } from './control-table.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';

// With the header as many lines as one screen of a phone holds.
const TEACHERS_SHOWN = 25;
const WEEK = 7;

/** A deputy head's Monday: what is open by teacher, all of it and what is new of the week. */
export function controlSummary(findings: readonly OpenFinding[], today: string, pen: Pen): Screen {
  const { control } = pen.texts;
  const { name, all, fresh } = control.summaryColumns;
  const since = addDays(today, -WEEK);
  const teachers = [...groupBy(findings, ({ teacherId }) => teacherId).values()]
    .toSorted((left, right) => right.length - left.length)
    .flatMap((own) => {
      const [first] = own;
      const isNew = own.filter(({ foundOn }) => foundOn > since).length;
      return first ? [tableLine(teacherLabel(first, pen), String(own.length), String(isNew))] : [];
    });
  const shown = teachers.slice(0, TEACHERS_SHOWN);
  const more = teachers.length - shown.length;
  return {
    text: [
      bold(control.summary(findings.length)),
      ...(findings.length === 0
        ? [escapeHtml(control.allMended)]
        : [pre([tableLine(name, all, fresh), ...shown].join('\n'))]),
      ...(more > 0 ? [escapeHtml(control.summaryMore(more))] : []),
    ].join('\n'),
    buttons: [[{ text: control.open, press: controlPress({ period: 'term', by: 'teacher' }) }]],
  };
}
