import type { Period } from '../../db/reports/periodic/period.ts';
import type { TeacherState } from '../../db/reports/periodic/teacher-states.ts';
import type { ReportKind } from '../../db/rules/report-kinds.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  classReportsPress,
  reportClassesPress,
  reportPress,
  reportsPress,
  reportTeachersPress,
} from '../dialogue/report-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, pageOf } from './pages.ts';
import { periodTitle, staffName } from './papers/words.ts';
import { rowsOf } from './rows.ts';

type NamedClass = { classId: number; className: string };

const OF_CLASS: readonly ReportKind[] = ['class', 'summary', 'attendance', 'movement'];
const OF_SCHOOL: readonly ReportKind[] = ['school', 'attendance', 'movement', 'interest'];
// Class names are short: eight rows of five fill a phone.
const CLASSES_PER_PAGE = 40;

/** The reports of a person: own courses, own classes, the school. */
export function reportsScreen(
  of: { teacherId: number | null; classes: readonly NamedClass[]; school: boolean },
  { report }: Texts,
): Screen {
  const { teacherId, classes, school } = of;
  const own = teacherId === null ? [] : [[ownButton(teacherId, report)]];
  const [only, ...others] = classes;
  const ofClasses =
    only && others.length === 0 && !school
      ? rowsOf(classButtons(only.classId, report), 1)
      : rowsOf(
          classes.map(({ classId, className }) => ({
            text: report.ofClass(className),
            press: classReportsPress(classId),
          })),
          2,
        );
  const ofSchool: Button[][] = school
    ? [
        ...rowsOf(
          OF_SCHOOL.map((kind) => ({
            text: kind === 'school' ? report.kinds.school : report.inSchool(report.kinds[kind]),
            press: reportPress({ kind, teacherId: null, classId: null, termId: 'due' }),
          })),
          1,
        ),
        [
          { text: report.classes, press: reportClassesPress() },
          { text: report.teachers, press: reportTeachersPress() },
        ],
      ]
    : [];
  const buttons = [...own, ...ofClasses, ...ofSchool];
  const text = buttons.length > 0 ? report.choose : report.nothing;
  return { text: [bold(report.title), escapeHtml(text)].join('\n'), buttons };
}

/** The reports of one class. */
export function classReportsScreen({ classId, className }: NamedClass, { report }: Texts): Screen {
  return {
    text: [bold(`${report.title} ${className}`), escapeHtml(report.choose)].join('\n'),
    buttons: [...rowsOf(classButtons(classId, report), 1), [backButton(report)]],
  };
}

/** The classes of the school. */
export function reportClassesScreen(
  { classes, page }: { classes: readonly NamedClass[]; page: number },
  { report, invites }: Texts,
): Screen {
  const buttons = pageOf(classes, page, CLASSES_PER_PAGE).map(({ classId, className }) => ({
    text: className,
    press: classReportsPress(classId),
  }));
  return {
    text: [bold(report.classes), escapeHtml(report.chooseClass)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 5),
      ...arrowRow(classes.length, page, invites, reportClassesPress, CLASSES_PER_PAGE),
      [backButton(report)],
    ],
  };
}

/** The teachers of a term: who has approved the report, who has a draft. */
export function reportTeachersScreen(
  of: {
    period: Period | null;
    periods: readonly Period[];
    teachers: readonly TeacherState[];
    page: number;
  },
  { texts, names }: Pen,
): Screen {
  const { report, invites } = texts;
  const { period, periods, teachers, page } = of;
  const termId = period?.term?.id ?? 0;
  const buttons = pageOf(teachers, page).map((teacher) => ({
    text: report.teacher(
      names === 'none' ? `№ ${teacher.teacherId}` : staffName(teacher, names),
      teacher.state === null ? '' : report.signs[teacher.state],
    ),
    press: reportPress({
      ...{ kind: 'teacher', teacherId: teacher.teacherId, classId: null },
      termId,
    }),
  }));
  const others = periods.filter(({ term }) => term && term.id !== termId);
  return {
    text: [
      bold(report.teachers),
      ...(period ? [escapeHtml(periodTitle(period, texts))] : []),
      escapeHtml(teachers.length > 0 ? report.chooseTeacher : report.noTeachers),
    ].join('\n'),
    buttons: [
      ...rowsOf(buttons, 2),
      ...arrowRow(teachers.length, page, invites, (to) => reportTeachersPress(termId, to)),
      ...rowsOf(
        others.map((one) => ({
          text: periodTitle(one, texts),
          press: reportTeachersPress(one.term?.id),
        })),
        2,
      ),
      [backButton(report)],
    ],
  };
}

/** Before the first day of the year. */
export function noTermScreen({ report }: Texts): Screen {
  return { text: escapeHtml(report.noTerm), buttons: [[backButton(report)]] };
}

/** Back to where reports are chosen. */
export function backButton(report: Texts['report']): Button {
  return { text: report.toReports, press: reportsPress() };
}

function ownButton(teacherId: number, report: Texts['report']): Button {
  return {
    text: report.own,
    press: reportPress({ kind: 'teacher', teacherId, classId: null, termId: 'due' }),
  };
}

function classButtons(classId: number, report: Texts['report']): Button[] {
  return OF_CLASS.map((kind) => ({
    text: report.kinds[kind],
    press: reportPress({ kind, teacherId: null, classId, termId: 'due' }),
  }));
}
