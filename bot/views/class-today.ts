import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { AbsentPupil, ClassToday } from '../../db/reports/class-today.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import type { Screen } from '../dialogue/turn.ts';
import { tabRows } from './class-tabs.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { pupilName } from './pupil-name.ts';

/** Who of a class is absent now and why, and who was earlier today. */
export function classTodayScreen(
  { klass, today, date }: { klass: ClassFacts; today: ClassToday; date: string },
  { texts, names }: Pen,
): Screen {
  const { classCard, school } = texts;
  const title = classCard.todayTitle(klass.className, school.date(date));
  const line = (pupil: AbsentPupil) => escapeHtml(absenceLine(pupil, { texts, names }));
  const lines = [bold(title)];
  const last = today.called.at(-1);
  if (last) {
    const numbers = [...new Set(today.called.map(({ number }) => number))].join(', ');
    const missing = today.absent.filter(({ lessons }) =>
      lessons.some(({ number, code }) => number === last.number && code !== 'late'),
    );
    lines.push(
      escapeHtml(classCard.called(numbers)),
      '',
      bold(
        missing.length === 0
          ? classCard.allPresent(last.number, last.subject)
          : classCard.absentNow(last.number, last.subject, missing.length),
      ),
      ...missing.map(line),
    );
    const others = today.absent.filter((pupil) => !missing.includes(pupil));
    lines.push(...section(classCard.otherwise, others.map(line)));
  } else {
    lines.push(escapeHtml(classCard.notCalled), ...today.absent.map(line));
  }
  const { shown } = firstLines(lines, 0);
  return { text: shown.join('\n'), buttons: tabRows(klass.classId, 'today', texts) };
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', bold(title), ...lines];
}

/** «Иванов А.: болезнь (1 б, 2 б)» */
function absenceLine(pupil: AbsentPupil, { texts, names }: Pen): string {
  const { classCard, school } = texts;
  const reasons = ABSENCE_CODES.filter((code) => pupil.lessons.some((one) => one.code === code));
  return classCard.pupilLine(
    pupilName(pupil, names),
    reasons.map((code) => school.absenceNames[code]).join(', '),
    pupil.lessons
      .map(({ number, code }) => classCard.lessonCode(number, school.absenceLetters[code]))
      .join(', '),
  );
}
