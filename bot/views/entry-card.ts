import type { LessonSheet, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import { COMMENT_LIMIT } from '../../db/rules/comment-limit.ts';
import type { Card } from '../dialogue/entry-dialog.ts';
import type { Plan, PlannedLine, Question } from '../dialogue/entry-plan.ts';
import { type Completion, completionPress, type Giving } from '../dialogue/entry-presses.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './cut.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { nameAmong, pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { markSign } from './sheet-marks.ts';

// Beyond these the rest is only counted: the message stays readable and within the limits.
const QUESTIONS_SHOWN = 10;
const CANDIDATES_SHOWN = 4;

/**
 * What was understood of a message and written, and what is still asked. `sheet` is the lesson after
 * the write; `left` are pupils whose lines were left out, as a record stood in the way.
 */
export function entryCard(
  sheet: LessonSheet,
  plan: Plan,
  { operation, kind, left }: Pick<Card, 'operation' | 'kind' | 'left'>,
  pen: Pen,
): Screen {
  const { teacher } = pen.texts;
  const written: string[] = [];
  const asked: string[] = [];
  const buttons: Button[][] = [];
  for (const line of plan.lines) {
    const pupil = sheet.pupils.find(({ pupilId }) => pupilId === line.pupilId);
    if (!pupil) {
      continue;
    }
    if (left.includes(pupil.pupilId)) {
      asked.push(conflictSentence(pupil, pen));
      buttons.push(...replaceButton(sheet, pupil, line, operation, pen));
    } else {
      const comment = line.comment === null ? '' : ` (${cut(line.comment)})`;
      const name = nameAmong(pupil, sheet.pupils, pen.names);
      written.push(`${name}: ${givingSign(line, pen.texts)}${comment}`);
    }
  }
  const shown = plan.questions.slice(0, QUESTIONS_SHOWN);
  for (const question of shown) {
    asked.push(questionSentence(question, sheet, pen));
    buttons.push(...candidateButtons(sheet, question, operation, pen));
  }
  if (plan.questions.length > shown.length) {
    asked.push(teacher.problemLeft(plan.questions.length - shown.length));
  }
  const anything = written.length > 0 || plan.allPresent;
  const roll = anything && sheet.facts.attendanceTaken ? [teacher.rollNow] : [];
  const recorded = written.length > 0 ? [teacher.recorded, ...written] : [];
  const done = anything ? [...recorded, ...roll] : [teacher.nothingRecorded];
  const open = asked.length > 0 ? ['', teacher.notRecorded, ...asked] : [];
  const undo = anything ? [{ text: teacher.undo, press: undoPress(operation, 'card') }] : [];
  return {
    text: [
      bold(courseTitle(sheet.facts)),
      escapeHtml(lessonTime(sheet.key, sheet.bell, pen.texts)),
      '',
      ...[...done, ...open].map(escapeHtml),
    ].join('\n'),
    buttons: [
      ...buttons,
      [...undo, { text: teacher.openLesson, press: lessonPress(sheet.key, 0, kind) }],
    ],
  };
}

/** «5 4 · н, контрольная»: what a line gives. */
function givingSign({ marks, absence, kind }: Giving, texts: Texts): string {
  const values = marks.map((value) => markSign(value, texts)).join(' ');
  const letter = absence === null ? '' : texts.school.absenceLetters[absence];
  const signs = [values, letter].filter((part) => part !== '').join(' · ');
  return marks.length > 0 && kind !== 'answer' ? `${signs}, ${texts.school.kinds[kind]}` : signs;
}

function conflictSentence(pupil: SheetPupil, { texts, names }: Pen): string {
  const { teacher, school } = texts;
  const name = pupilName(pupil, names);
  return pupil.absence === null || pupil.absence === 'late'
    ? teacher.standingMark(name)
    : teacher.standingAbsence(name, school.absenceLetters[pupil.absence]);
}

function replaceButton(
  sheet: LessonSheet,
  pupil: SheetPupil,
  line: PlannedLine,
  operation: string,
  pen: Pen,
): Button[][] {
  const { texts, names } = pen;
  const label = texts.teacher.replaceFor(pupilName(pupil, names), givingSign(line, texts));
  return answerButton(label, {
    ...line,
    lesson: sheet.key,
    seen: pupil.marks.length,
    replace: true,
    operation,
    problem: 0,
  });
}

function questionSentence(
  question: Question,
  { facts, pupils }: LessonSheet,
  { texts, names }: Pen,
): string {
  const { teacher, lesson } = texts;
  const written = cut(question.written);
  const pupil = pupils.find(({ pupilId }) => pupilId === question.pupilId);
  const name = pupil ? pupilName(pupil, names) : '';
  switch (question.ask) {
    case 'ambiguous':
      return question.candidates.length === 1
        ? teacher.confirm(written)
        : teacher.ambiguous(written);
    case 'unknown':
      return unknownSentence(question, written, { facts, pupils }, { texts, names });
    case 'wrong-value':
      return teacher.wrongValue(written, name);
    case 'no-value':
      return teacher.noValue(written);
    case 'mark-and-absence':
      return teacher.bothAtOnce(name);
    case 'bad-comment':
      return lesson.badComment(name === '' ? written : name, COMMENT_LIMIT);
    case 'twice':
      return teacher.twice(name);
    case 'unreadable':
      return teacher.notReadable(written);
  }
}

function unknownSentence(
  { candidates }: Question,
  written: string,
  { facts, pupils }: Pick<LessonSheet, 'facts' | 'pupils'>,
  { texts, names }: Pen,
): string {
  const { teacher } = texts;
  const [first, ...others] = pupils.filter(({ pupilId }) => candidates.includes(pupilId));
  if (!first) {
    return teacher.unknownName(written, facts.className);
  }
  return others.length === 0
    ? teacher.unknownNameMeant(written, facts.className, pupilName(first, names))
    : teacher.unknownNameNearest(written, facts.className);
}

function candidateButtons(
  sheet: LessonSheet,
  question: Question,
  operation: string,
  pen: Pen,
): Button[][] {
  const { giving, problem } = question;
  if (giving === null) {
    return [];
  }
  const buttons = question.candidates.slice(0, CANDIDATES_SHOWN).flatMap((pupilId) => {
    const pupil = sheet.pupils.find((candidate) => candidate.pupilId === pupilId);
    if (!pupil) {
      return [];
    }
    const name = nameAmong(pupil, sheet.pupils, pen.names);
    const label = `${name}: ${givingSign(giving, pen.texts)}`;
    const seen = pupil.marks.length;
    const answer = {
      ...giving,
      pupilId,
      lesson: sheet.key,
      seen,
      replace: false,
      operation,
      problem,
    };
    return answerButton(label, answer).flat();
  });
  return rowsOf(buttons, 2);
}

function answerButton(text: string, answer: Completion): Button[][] {
  const data = completionPress(answer);
  return data === null ? [] : [[{ text, press: data }]];
}
