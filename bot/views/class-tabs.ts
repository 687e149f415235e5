import { TABS, type Tab, tabPress } from '../dialogue/class-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';

/** The other tabs of a class card. */
export function tabRows(classId: number, shown: Tab, { classCard }: Texts): Button[][] {
  const others = TABS.filter((tab) => tab !== shown);
  return [others.map((tab) => ({ text: classCard.tabs[tab], press: tabPress(classId, tab) }))];
}

/** For somebody who may open several classes. */
export function chooseClassScreen(
  classes: readonly { classId: number; className: string }[],
  { classCard }: Texts,
): Screen {
  const buttons = classes.map(({ classId, className }) => ({
    text: className,
    press: tabPress(classId, 'today'),
  }));
  return { text: escapeHtml(classCard.choose), buttons: rowsOf(buttons, 4) };
}
