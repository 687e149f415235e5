import { approveReport } from '../../db/actions/approve-report.ts';
import { Refusal } from '../../db/errors.ts';
import { readOpenClasses } from '../../db/reports/class-facts.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { readOpenPeriods } from '../../db/reports/periodic/period.ts';
import { readReportSheet } from '../../db/reports/periodic/report-sheet.ts';
import { type ReportTerms, readReportTerms } from '../../db/reports/periodic/report-terms.ts';
import { readTeacherStates } from '../../db/reports/periodic/teacher-states.ts';
import { readWeeklyMeans } from '../../db/reports/periodic/weekly-means.ts';
import { can } from '../../db/rules/access.ts';
import type { ReportRef } from '../../db/rules/report-kinds.ts';
import { meanwhile } from '../views/making.ts';
import { reportScreen } from '../views/report.ts';
import {
  classReportsScreen,
  noTermScreen,
  reportClassesScreen,
  reportsScreen,
  reportTeachersScreen,
} from '../views/report-choice.ts';
import { reportFileMessage } from '../views/report-file.ts';
import { actorOf, penOf } from './actor.ts';
import { idOf, type PressTable } from './press.ts';
import { REPORT_FILES, readReportRef, reportPress, type WantedReport } from './report-presses.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';

/** /report: a teacher's own, a class teacher's class, for the deputy head the school. */
export async function showReports(turn: TextTurn): Promise<Answer> {
  return say(await homeScreen(turn));
}

export const reportPresses: PressTable = {
  // Pressed under a file, it leaves the file where it is.
  rep1: async (turn) => redraw(turn, await homeScreen(turn)),

  repcls1: async (turn, [arg]) => {
    const classId = idOf(arg);
    if (!can(actorOf(turn), 'class.read', { classId })) {
      throw new Refusal('not-allowed');
    }
    const [named] = await readClassNames(turn.db, [classId]);
    if (!named) {
      throw new Refusal('not-found');
    }
    return redraw(turn, classReportsScreen(named, turn.texts));
  },

  repall1: async (turn, [page]) => {
    checkOversees(turn);
    const classes = await readOpenClasses(turn.db);
    return redraw(turn, reportClassesScreen({ classes, page: idOf(page) }, turn.texts));
  },

  reptch1: async (turn, [term, page]) => {
    checkOversees(turn);
    return redraw(turn, await teachersScreen(turn, idOf(term), idOf(page)));
  },

  report1: async (turn, args) => {
    const wanted = readReportRef(args);
    return wanted ? redraw(turn, await sheetScreen(turn, wanted)) : old(turn);
  },

  repf1: async (turn, [kind, teacher, klass, term, fileArg]) => {
    const wanted = readReportRef([kind, teacher, klass, term]);
    const file = REPORT_FILES.find((one) => one === fileArg);
    if (!wanted || wanted.termId === 'due' || !file) {
      return old(turn);
    }
    const ref = { ...wanted, termId: wanted.termId };
    const sheet = await readReportSheet(turn.db, actorOf(turn), ref);
    const drawn = file === 'png' && ref.kind !== 'attendance';
    const weeks = drawn ? await readWeeklyMeans(turn.db, sheet.period, ref) : [];
    const message = reportFileMessage(sheet, file, weeks, penOf(turn));
    if (!message) {
      return redraw(turn, await sheetScreen(turn, ref));
    }
    return say({ ...message, ...meanwhile(turn.event, reportPress(ref), turn.texts) });
  },

  repok1: async (turn, [kind, teacher, klass, term, seen = '']) => {
    const wanted = readReportRef([kind, teacher, klass, term]);
    if (!wanted || wanted.termId === 'due') {
      return old(turn);
    }
    const ref: ReportRef = { ...wanted, termId: wanted.termId };
    const terms = await readReportTerms(turn.db, ref);
    return {
      write: async (tx, by) => {
        await approveReport(tx, by, { ref, seen });
        const sheet = await readReportSheet(tx.db, by.actor, ref, tx);
        const screen = reportScreen(sheet, terms, penOf(turn));
        return { ...redraw(turn, screen), toast: turn.texts.report.done };
      },
      refused: async ({ reason, data }) =>
        reason === 'stale'
          ? {
              ...redraw(turn, await sheetScreen(turn, ref)),
              toast: turn.texts.refusals.stale(data),
            }
          : null,
    };
  },
};

async function homeScreen(turn: Turn): Promise<Screen> {
  const { db, texts } = turn;
  const { personId, roles, classIds } = actorOf(turn);
  const own = { kind: 'teacher', teacherId: personId, classId: null } as const;
  const teaches = roles.includes('teacher') && (await readReportTerms(db, own)).periods.length > 0;
  const classes = await readClassNames(db, classIds);
  const school = can(actorOf(turn), 'school.read', null);
  return reportsScreen({ teacherId: teaches ? personId : null, classes, school }, texts);
}

async function sheetScreen(turn: Turn, wanted: WantedReport): Promise<Screen> {
  const { db, texts } = turn;
  if (!can(actorOf(turn), 'report.read', wanted)) {
    throw new Refusal('not-allowed');
  }
  const terms: ReportTerms = await readReportTerms(db, wanted);
  const termId = wanted.termId === 'due' ? terms.due?.term?.id : wanted.termId;
  if (termId === undefined) {
    return noTermScreen(texts);
  }
  const sheet = await readReportSheet(db, actorOf(turn), { ...wanted, termId });
  return reportScreen(sheet, terms, penOf(turn));
}

async function teachersScreen(turn: Turn, wanted: number, page: number): Promise<Screen> {
  const { db } = turn;
  const periods = await readOpenPeriods(db);
  const ended = periods.filter(({ until }) => until < db.today()).at(-1) ?? periods.at(-1);
  const period = periods.find(({ term }) => term?.id === wanted) ?? ended;
  const teachers = period?.term ? await readTeacherStates(db, period.term.id) : [];
  return reportTeachersScreen({ period: period ?? null, periods, teachers, page }, penOf(turn));
}

function checkOversees(turn: Turn): void {
  if (!can(actorOf(turn), 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
}

function old({ texts }: PressTurn): Answer {
  return { replies: [], toast: texts.common.buttonOutdated };
}
