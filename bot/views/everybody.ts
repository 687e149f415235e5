import type { LessonSheet, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import {
  type EverybodyState,
  everybodyPress,
  giveEverybodyPress,
} from '../dialogue/lesson-tool-presses.ts';
import { writePicked } from '../dialogue/picked.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import { pageButtons, pageOfClass, pupilButtons } from './class-list.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { pupilName } from './pupil-name.ts';
import { scaleOf, valueRows } from './sheet-marks.ts';
import { weighedKind } from './words.ts';

/** «All but …» as it stands: who gets nothing are the unticked. */
export type EverybodyView = Omit<EverybodyState, 'picked'> & { unticked: ReadonlySet<number> };

/** Who is at the lesson and can get a mark. */
export function present({ pupils }: Pick<LessonSheet, 'pupils'>): SheetPupil[] {
  return pupils.filter(({ absence }) => absence === null || absence === 'late');
}

/** One mark for everybody who is here but the unticked: nothing is written until the last button. */
export function everybodyScreen(sheet: LessonSheet, view: EverybodyView, pen: Pen): Screen {
  const { key, facts, bell, pupils, weights } = sheet;
  const { teacher, lesson, common } = pen.texts;
  const { kind, value, unticked } = view;
  const here = present(sheet);
  const away = pupils.filter((pupil) => !here.includes(pupil));
  const { page, listed } = pageOfClass(here, view.page);
  const ids = pupils.map(({ pupilId }) => pupilId);
  const picked = writePicked(ids, unticked);
  const state = { page, kind, picked, ...(value === undefined ? {} : { value }) };
  const ticks = pupilButtons(pupils, listed, pen.names, ({ pupilId }) => {
    const others = new Set(unticked);
    const wasTicked = !others.delete(pupilId);
    if (wasTicked) {
      others.add(pupilId);
    }
    const press = everybodyPress(key, { ...state, picked: writePicked(ids, others) });
    return { press, sign: wasTicked ? '✓' : '–' };
  });
  const pages = pageButtons(here.length, page, pen.texts, (other) =>
    everybodyPress(key, { ...state, page: other }),
  );
  const text = [
    bold(courseTitle(facts)),
    escapeHtml(lessonTime(key, bell, pen.texts)),
    escapeHtml(teacher.kindOfWork(weighedKind(kind, weights, pen.texts))),
    '',
    escapeHtml(lesson.giveAllQuestion),
    ...(away.length > 0
      ? [escapeHtml(lesson.awayGetNothing(away.map((one) => pupilName(one, pen.names)).join(', ')))]
      : []),
  ].join('\n');
  const buttons = [
    ...valueRows(valueButtons(sheet, state, pen)),
    ...ticks,
    pages,
    giveButton(sheet, { ...view, page }, picked, pen),
    [{ text: common.back, press: lessonPress(key, page, kind) }],
  ];
  return { text, buttons: buttons.filter((row) => row.length > 0) };
}

function valueButtons(sheet: LessonSheet, state: EverybodyState, { texts }: Pen): Button[] {
  const { teacher } = texts;
  return scaleOf(sheet).map((value) => {
    const name = value === null ? teacher.owed : String(value);
    return {
      text: value === state.value ? teacher.chosen(name) : name,
      press: everybodyPress(sheet.key, { ...state, value }),
    };
  });
}

function giveButton(
  sheet: LessonSheet,
  { kind, value, unticked }: EverybodyView,
  picked: string,
  { texts }: Pen,
): Button[] {
  const count = present(sheet).filter(({ pupilId }) => !unticked.has(pupilId)).length;
  if (value === undefined || count === 0) {
    return [];
  }
  const name = value === null ? texts.teacher.owed : String(value);
  const press = giveEverybodyPress(sheet.key, { kind, value, picked }, marksAt(sheet));
  return [{ text: texts.lesson.giveAll(name, count), press }];
}

/** How many marks stand at a lesson. */
export function marksAt({ pupils }: Pick<LessonSheet, 'pupils'>): number {
  return pupils.reduce((sum, { marks }) => sum + marks.length, 0);
}
