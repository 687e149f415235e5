import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { ListedPupil } from '../../db/reports/class-list.ts';
import type { FormerPupil } from '../../db/reports/former-pupils.ts';
import {
  askMovePress,
  classPupilPress,
  confirmPress,
  dropPress,
} from '../dialogue/class-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import { escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { type NamedPerson, personName } from './person-name.ts';
import { pupilName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';

/** What is being recorded, as the cards of it name it. */
export type Moving =
  | { kind: 'move'; klass: ClassFacts; pupil: ListedPupil; to: ClassFacts }
  | { kind: 'leave'; klass: ClassFacts; pupil: ListedPupil }
  | { kind: 'arrive'; klass: ClassFacts };

/** The classes a pupil may be moved to, of the same grade first. */
export function whereToScreen(
  { klass, pupil, classes }: { klass: ClassFacts; pupil: ListedPupil; classes: ClassFacts[] },
  { texts, names }: Pen,
): Screen {
  const { classCard, common } = texts;
  const near = ({ grade }: ClassFacts) => Math.abs(grade - klass.grade);
  const others = classes
    .filter((one) => one.classId !== klass.classId && one.academicYearId === klass.academicYearId)
    .sort((left, right) => near(left) - near(right));
  const buttons = others.map(({ classId, className }) => ({
    text: className,
    press: askMovePress(klass.classId, pupil.pupilId, classId),
  }));
  const back = { text: common.back, press: classPupilPress(klass.classId, pupil.pupilId) };
  return {
    text: escapeHtml(classCard.whereTo(pupilName(pupil, names), klass.className)),
    buttons: [...rowsOf(buttons, 4), [back]],
  };
}

/** Asks for the order, of an arrival for the name too. */
export function askOrderScreen(moving: Moving, { texts, names }: Pen): Screen {
  const { classCard } = texts;
  return {
    text: escapeHtml(askText()),
    buttons: [[{ text: classCard.no, press: dropPress(moving.klass.classId) }]],
  };

  function askText(): string {
    const { className } = moving.klass;
    switch (moving.kind) {
      case 'move': {
        const name = pupilName(moving.pupil, names);
        return `${classCard.askMove(name, className, moving.to.className)}\n${classCard.askOrder}`;
      }
      case 'leave':
        return `${classCard.askLeave(pupilName(moving.pupil, names), className)}\n${classCard.askOrder}`;
      case 'arrive':
        return classCard.askArrival(className);
    }
  }
}

export type Confirm = {
  moving: Moving;
  /** Which card of this draft it is: an earlier one is stale. */
  draft: number;
  day: string;
  order: string;
  /** Who arrives, and those of that name who have left. */
  arriving: { name: NamedPerson; former: readonly FormerPupil[] } | null;
};

/** Shows what will be written before it is. */
export function confirmScreen(of: Confirm, { texts, names }: Pen): Screen {
  const { moving, draft, arriving } = of;
  const { classCard, school } = texts;
  const day = school.date(of.day);
  const name = arriving
    ? (personName(arriving.name, names === 'none' ? 'short' : names) ?? '')
    : '';
  const former: Button[] = (arriving?.former ?? []).slice(0, 3).map((one) => ({
    text: classCard.yesFormer(name, one.className, school.shortDate(one.endsOn)),
    press: confirmPress(draft, one.pupilId),
  }));
  const label = former.length > 0 ? classCard.yesNew : classCard.yes;
  const buttons = [
    { text: label, press: confirmPress(draft, null) },
    ...former,
    { text: classCard.no, press: dropPress(moving.klass.classId) },
  ];
  return { text: escapeHtml(confirmText()), buttons: buttons.map((button) => [button]) };

  function confirmText(): string {
    const { className } = moving.klass;
    switch (moving.kind) {
      case 'move': {
        const { pupil, to } = moving;
        return classCard.confirmMove(
          pupilName(pupil, names),
          className,
          to.className,
          day,
          of.order,
        );
      }
      case 'leave':
        return classCard.confirmLeave(pupilName(moving.pupil, names), className, day, of.order);
      case 'arrive':
        return classCard.confirmArrival(name, className, day, of.order);
    }
  }
}

/** Said to the class teacher of the class a pupil was moved to. */
export function cameMessage(
  of: { pupil: ListedPupil; to: ClassFacts; day: string; order: string },
  { texts, names }: Pen,
): Screen {
  const { classCard, school } = texts;
  const { pupil, to, day, order } = of;
  const name = pupilName(pupil, names);
  return { text: escapeHtml(classCard.came(name, to.className, school.date(day), order)) };
}
