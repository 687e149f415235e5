import type { Child } from '../../db/reports/children.ts';
import {
  NOTICE_TOPICS,
  type NoticeMode,
  type NoticeTopic,
  topicsOf,
} from '../../db/rules/notice-choice.ts';
import { PREFERENCES } from '../../db/rules/preferences.ts';
import { type QuietHours, quietHours } from '../../db/rules/quiet-hours.ts';
import {
  modePress,
  noticesPress,
  quietPress,
  setQuietPress,
  settingsPress,
  topicPress,
} from '../dialogue/settings-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { rowsOf } from './rows.ts';
import { marked } from './settings.ts';

type Names = DialogueConfig['names'];

/** Whose notices a screen is about: one child's, or by null those of all `children`. */
export type Whose = { child: Child | null; children: readonly Child[]; grade: number | null };

/** Every topic with when it is told (null where the children differ), and when summaries come. */
export function noticesScreen(
  { child, children, grade }: Whose,
  of: {
    modeOf: (topic: NoticeTopic) => NoticeMode | null;
    summaries: { evening: number; weekday: number; week: number };
    quiet: QuietHours | null;
  },
  texts: Texts,
  names: Names,
): Screen {
  const { notices, school } = texts;
  const { evening, weekday, week } = of.summaries;
  const topics = topicsOf(grade);
  const pupilId = child?.pupilId ?? null;
  const lines = [
    ...topics.map((topic) =>
      notices.line(notices.topics[topic], modeText(of.modeOf(topic), texts)),
    ),
    '',
    notices.eveningAndWeek(evening, school.weekday(weekday), week),
    notices.quiet(hoursText(of.quiet, texts)),
  ];
  const buttons = topics.map((topic) => ({
    text: notices.topics[topic],
    press: topicPress(pupilId, topic),
  }));
  const whose = [
    { text: marked(notices.allChildren, child === null, texts), press: noticesPress(null) },
    ...children.map((one) => ({
      text: marked(briefName(one, names), one.pupilId === pupilId, texts),
      press: noticesPress(one.pupilId),
    })),
  ];
  return {
    text: [bold(notices.title(nameOf(child, texts, names))), '', ...lines.map(escapeHtml)].join(
      '\n',
    ),
    buttons: [
      ...rowsOf(buttons, 2),
      ...(children.length > 1 ? rowsOf(whose, 3) : []),
      [
        { text: notices.toSettings, press: settingsPress() },
        { text: notices.quietButton, press: quietPress() },
      ],
    ],
  };
}

/** One topic with the ways to hear of it, and what it means where that isn't plain. */
export function topicScreen(
  child: Child | null,
  { topic, mode }: { topic: NoticeTopic; mode: NoticeMode | null },
  texts: Texts,
  names: Names,
): Screen {
  const { notices } = texts;
  const { hints }: { hints: Partial<Record<NoticeTopic, string>> } = notices;
  const hint = hints[topic];
  const pupilId = child?.pupilId ?? null;
  const buttons = NOTICE_TOPICS[topic].map((one) => ({
    text: marked(notices.choices[one], one === mode, texts),
    press: modePress(pupilId, topic, one),
  }));
  const title = notices.topicTitle(notices.topics[topic], nameOf(child, texts, names));
  return {
    text: [
      bold(title),
      escapeHtml(notices.now(modeText(mode, texts))),
      ...(hint === undefined ? [] : ['', escapeHtml(hint)]),
    ].join('\n'),
    buttons: [...rowsOf(buttons, 2), [{ text: notices.toTopics, press: noticesPress(pupilId) }]],
  };
}

/** The choice of a parent's quiet hours. */
export function quietScreen(hours: QuietHours | null, texts: Texts): Screen {
  const { notices } = texts;
  const buttons = PREFERENCES['quiet.hours'].map((value) => {
    const one = quietHours(value);
    const chosen = one?.from === hours?.from && one?.to === hours?.to;
    const label = one ? notices.hours(one.from, one.to) : notices.withoutQuiet;
    return { text: marked(label, chosen, texts), press: setQuietPress(value) };
  });
  return {
    text: [bold(notices.quiet(hoursText(hours, texts))), escapeHtml(notices.quietHint)].join('\n'),
    buttons: [...rowsOf(buttons, 2), [{ text: notices.toSettings, press: settingsPress() }]],
  };
}

function nameOf(child: Child | null, { notices }: Texts, names: Names): string {
  return child ? childName(child, names) : notices.allChildren.toLowerCase();
}

function modeText(mode: NoticeMode | null, { notices }: Texts): string {
  return mode === null ? notices.differs : notices.modes[mode];
}

function hoursText(hours: QuietHours | null, { notices }: Texts): string {
  return hours ? notices.hours(hours.from, hours.to) : notices.noQuiet;
}
