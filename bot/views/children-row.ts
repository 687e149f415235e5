import type { Child } from '../../db/reports/children.ts';
import { childHomePress } from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { rowsOf } from './rows.ts';

/** The family a parent's screen is about. */
export type Family = { child: Child; children: readonly Child[] };

/** Rows that switch between several children, the shown one marked; none for an only child. */
export function childrenRows(
  { child, children }: Family,
  names: DialogueConfig['names'],
  { parent }: Texts,
  pressOf: (pupilId: number) => string,
): Button[][] {
  if (children.length < 2) {
    return [];
  }
  const buttons = children.map((one) => {
    const name = briefName(one, names);
    const text = one.pupilId === child.pupilId ? parent.thisChild(name) : name;
    return { text, press: pressOf(one.pupilId) };
  });
  return rowsOf(buttons, 3);
}

/** The way back to a child's overview, for the screens that begin there. */
export function homeRow({ pupilId }: Pick<Child, 'pupilId'>, { family }: Texts): Button[] {
  return [{ text: family.home, press: childHomePress(pupilId) }];
}
