import type { BehaviourKind } from '../../db/reports/behaviour-notes.ts';
import type { BehaviourPupil } from '../../db/reports/behaviour-pupils.ts';
import type { Child } from '../../db/reports/children.ts';
import type { Family } from '../../db/reports/families.ts';
import {
  childNotesPress,
  classNotesPress,
  dropPress,
  kindPress,
  pickPress,
  templatePress,
  tickPress,
  undoPress,
  writePress,
} from '../dialogue/behaviour-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { unreachedLines } from './letter.ts';
import { arrowRow, pageOf } from './pages.ts';
import { pupilName } from './pupil-name.ts';
import { pupilList } from './pupil-title.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

/** For somebody who teaches several classes, or who is a parent too. */
export function chooseBehaviourScreen(
  of: {
    classes: readonly { classId: number; className: string }[];
    children: readonly Child[];
  },
  { behaviour }: Texts,
  names: Names,
): Screen {
  const classes = of.classes.map(({ classId, className }) => ({
    text: className,
    press: pickPress(classId, 0),
  }));
  const children = of.children.map((child) => [
    {
      text: behaviour.aboutChild(briefName(child, names)),
      press: childNotesPress(child.pupilId, null),
    },
  ]);
  return {
    text: escapeHtml(behaviour.chooseClass),
    buttons: [...rowsOf(classes, 3), ...children],
  };
}

/** The pupils of a class the writer may write of, with a tick at those it is about. */
export function pickScreen(
  of: {
    classId: number;
    pupils: readonly BehaviourPupil[];
    chosen: readonly number[];
    page: number;
    /** The writer leads the class and reads all notes of it. */
    leads: boolean;
  },
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour, invites } = texts;
  const { classId, pupils, chosen, page } = of;
  const [first] = pupils;
  if (!first) {
    return { text: escapeHtml(invites.emptyClass) };
  }
  const ticks = pageOf(pupils, page).map((pupil) => {
    const isChosen = chosen.includes(pupil.pupilId);
    const name = pupilName(pupil, names);
    return {
      text: isChosen ? `${behaviour.chosen} ${name}` : name,
      press: tickPress({ classId, pupilId: pupil.pupilId, page }, !isChosen),
    };
  });
  const kinds = (['good', 'bad'] as const).map((kind) => ({
    text: behaviour.kinds[kind],
    press: kindPress(kind),
  }));
  const hint = chosen.length > 0 ? behaviour.chosenCount(chosen.length) : behaviour.pickHint;
  return {
    text: [bold(behaviour.classTitle(first.className)), escapeHtml(hint)].join('\n'),
    buttons: [
      ...rowsOf(ticks, 2),
      ...arrowRow(pupils.length, page, invites, (to) => pickPress(classId, to)),
      ...(chosen.length > 0 ? [kinds] : []),
      ...(of.leads ? [[{ text: behaviour.classNotes, press: classNotesPress(classId, 0) }]] : []),
    ],
  };
}

type Named = { classId: number; kind: BehaviourKind; pupils: readonly BehaviourPupil[] };

/** Templates to choose from, or a place for one's own words. */
export function textScreen({ classId, kind, pupils }: Named, texts: Texts, names: Names): Screen {
  const { behaviour, common } = texts;
  const templates = behaviour.templates[kind].map((text, index) => [
    { text, press: templatePress(index) },
  ]);
  return {
    text: [
      bold(behaviour.kinds[kind]),
      escapeHtml(pupilList(pupils, names)),
      escapeHtml(behaviour.askText),
    ].join('\n'),
    buttons: [...templates, [{ text: common.back, press: pickPress(classId, 0) }]],
  };
}

/** A note as it would be written: of whom, what, and whose parents can't be told. */
export function noteDraft(
  draft: Named & { text: string; number: number; families: readonly Family[] },
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour } = texts;
  const lines = [
    bold(behaviour.kinds[draft.kind]),
    escapeHtml(pupilList(draft.pupils, names)),
    '',
    escapeHtml(draft.text),
    ...withGap(unreachedLines(draft.families, texts, names)),
  ];
  return {
    text: lines.join('\n'),
    buttons: [
      [{ text: behaviour.tellParents, press: writePress(draft.number) }],
      [
        { text: behaviour.otherText, press: kindPress(draft.kind) },
        { text: behaviour.drop, press: dropPress() },
      ],
    ],
  };
}

/** What was written and who knows of it, with a way to take it back. */
export function writtenScreen(
  of: Named & { text: string; operation: string; families: readonly Family[] },
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour } = texts;
  const told = of.families.filter(({ reach }) => reach === 'reached').length;
  const lines = [
    bold(behaviour.kinds[of.kind]),
    escapeHtml(pupilList(of.pupils, names)),
    escapeHtml(of.text),
    '',
    escapeHtml(behaviour.written(of.pupils.length)),
    escapeHtml(told > 0 ? behaviour.toldTo(told) : behaviour.toldNobody),
    ...unreachedLines(of.families, texts, names),
  ];
  const press = undoPress(of.operation);
  return {
    text: lines.join('\n'),
    buttons: [
      [
        ...(press === null ? [] : [{ text: behaviour.undo, press }]),
        { text: behaviour.again, press: pickPress(of.classId, 0) },
      ],
    ],
  };
}

/** A sentence after which another note can be begun in the class. */
export function doneScreen(sentence: string, classId: number | null, { behaviour }: Texts): Screen {
  const again = (id: number) => [[{ text: behaviour.again, press: pickPress(id, 0) }]];
  return { text: escapeHtml(sentence), ...(classId ? { buttons: again(classId) } : {}) };
}

function withGap(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', ...lines] : [];
}
