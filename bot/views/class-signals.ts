import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { PupilSignals, Quiet } from '../../db/reports/class-signals.ts';
import { classPupilPress } from '../dialogue/class-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { tabRows } from './class-tabs.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { numberedName, pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

// Room for the heading, the hint and the line that counts the rest.
const RESERVED = 400;
const BUTTONS = 12;

/** Whom the class teacher should look at, and why. */
export function classSignalsScreen(
  { klass, found }: { klass: ClassFacts; found: Quiet | { pupils: readonly PupilSignals[] } },
  { texts, names }: Pen,
): Screen {
  const { classCard } = texts;
  const { classId, className } = klass;
  const title = bold(classCard.signalsTitle(className));
  const tabs = tabRows(classId, 'signals', texts);
  if ('quiet' in found) {
    return { text: `${title}\n${escapeHtml(quietLine(found, texts))}`, buttons: tabs };
  }
  const { pupils } = found;
  if (pupils.length === 0) {
    return { text: `${title}\n${escapeHtml(classCard.noSignals)}`, buttons: tabs };
  }
  const blocks = pupils.map((pupil) =>
    [
      bold(numberedName(pupil, names)),
      ...pupil.signals.map((signal) => escapeHtml(signalLine(signal, texts))),
    ].join('\n'),
  );
  const { shown, left } = firstLines(blocks, RESERVED);
  const buttons = pupils.slice(0, BUTTONS).map((pupil) => ({
    text: pupilName(pupil, names),
    press: classPupilPress(classId, pupil.pupilId),
  }));
  const more = left > 0 ? [escapeHtml(classCard.more(left))] : [];
  return {
    text: [title, ...shown, ...more, '', escapeHtml(classCard.signalsHint)].join('\n'),
    buttons: [...rowsOf(buttons, 2), ...tabs],
  };
}

function quietLine(quiet: Quiet, { classCard, school }: Texts): string {
  return quiet.quiet === 'holidays'
    ? classCard.holidays
    : classCard.termStart(school.date(quiet.until));
}

function signalLine(signal: PupilSignals['signals'][number], { classCard, school }: Texts): string {
  const subject = signal.subject ?? '';
  switch (signal.kind) {
    case 'drop':
      return classCard.drop(subject, school.mean(signal.before), school.mean(signal.now));
    case 'row':
      return classCard.row(subject, signal.values.join(', '), school.mean(signal.mean));
    case 'absences':
      return classCard.absences(signal.lessons, signal.days);
  }
}
