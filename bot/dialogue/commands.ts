import type { Role } from '../../db/rules/access.ts';
import type { Texts } from '../texts/ru.ts';
import { showAbsences } from './absences.ts';
import { backUp } from './back-up.ts';
import { behaviour } from './behaviour.ts';
import { showChildren } from './child-home.ts';
import { homework } from './child-homework.ts';
import { showClass } from './class-card.ts';
import { showControl } from './control.ts';
import { cancelDialog } from './dialogs.ts';
import { showDiary } from './diary.ts';
import { enterAbsences, enterMarks } from './enter.ts';
import { excuse } from './excuse.ts';
import { showHelp } from './help.ts';
import { invite } from './invite.ts';
import { showJournal } from './journal.ts';
import { showLessons } from './lessons.ts';
import { showMarks } from './marks.ts';
import { showMe } from './me.ts';
import { givePanelLink } from './panel-link.ts';
import { showPlan } from './plan.ts';
import { showPrivacy } from './privacy.ts';
import type { MenuItem } from './reply.ts';
import { showReports } from './report.ts';
import { showSettings } from './settings.ts';
import { start } from './start.ts';
import { showSupport } from './support.ts';
import { showTerm } from './term-list.ts';
import type { Answer, TextTurn } from './turn.ts';
import { undo } from './undo.ts';
import { write } from './write.ts';
import { writeTopic } from './write-lesson.ts';

export type Command = {
  name: keyof Texts['commands'];
  /** Russian words that mean the same without the slash. */
  words: readonly string[];
  /** Whose menu and /help it is in; `everyone` includes strangers. */
  for: readonly Role[] | 'everyone';
  /** `argument` is what follows the command, trimmed. */
  run: (turn: TextTurn, argument: string) => Promise<Answer>;
};

// Whoever is anybody here; a stranger has nothing to set.
const STAFF = ['teacher', 'class_teacher', 'deputy_head', 'administrator'] as const;
const LINKED = ['teacher', 'class_teacher', 'parent', 'deputy_head', 'administrator'] as const;

/** Every command: the parser, /help and the messenger's menu all read this table. */
export const COMMANDS: readonly Command[] = [
  { name: 'lesson', words: ['урок', 'уроки'], for: ['teacher'], run: showLessons },
  { name: 'mark', words: ['оценка', 'оценки', 'отметка'], for: ['teacher'], run: enterMarks },
  {
    name: 'absent',
    words: ['нет', 'отсутствуют', 'отсутствует'],
    for: ['teacher'],
    run: enterAbsences,
  },
  { name: 'topic', words: ['тема'], for: ['teacher'], run: writeTopic },
  {
    name: 'homework',
    words: ['дз', 'домашнее', 'задание', 'задания'],
    for: ['teacher', 'parent'],
    run: homework,
  },
  {
    name: 'term',
    words: ['четверть', 'триместр', 'полугодие', 'итоги', 'итоговые'],
    for: ['teacher', 'class_teacher', 'deputy_head', 'parent'],
    run: showTerm,
  },
  { name: 'plan', words: ['ктп', 'план'], for: ['teacher'], run: showPlan },
  {
    name: 'journal',
    words: ['журнал'],
    for: ['teacher', 'class_teacher', 'deputy_head', 'administrator'],
    run: showJournal,
  },
  {
    name: 'control',
    words: ['контроль'],
    for: ['deputy_head', 'administrator'],
    run: showControl,
  },
  {
    name: 'report',
    words: ['отчёт', 'отчет', 'отчёты', 'отчеты'],
    for: ['teacher', 'class_teacher', 'deputy_head', 'administrator'],
    run: showReports,
  },
  { name: 'undo', words: ['отмени', 'отменить', 'верни'], for: ['teacher'], run: undo },
  { name: 'diary', words: ['дневник'], for: ['parent'], run: showDiary },
  { name: 'marks', words: ['оценки', 'отметки'], for: ['parent'], run: showMarks },
  { name: 'absences', words: ['пропуски', 'посещаемость'], for: ['parent'], run: showAbsences },
  { name: 'children', words: ['дети', 'ребёнок', 'ребенок'], for: ['parent'], run: showChildren },
  {
    name: 'class',
    words: ['класс', 'мой класс'],
    for: ['class_teacher', 'deputy_head', 'administrator'],
    run: showClass,
  },
  {
    name: 'write',
    words: ['написать', 'сообщение', 'письмо'],
    for: ['class_teacher', 'parent'],
    run: write,
  },
  {
    name: 'behaviour',
    words: ['поведение', 'замечание', 'похвала'],
    for: ['teacher', 'class_teacher', 'parent'],
    run: behaviour,
  },
  {
    name: 'excuse',
    words: ['причина', 'объяснить', 'болеет'],
    for: ['class_teacher', 'parent'],
    run: excuse,
  },
  {
    name: 'invite',
    words: ['код', 'коды', 'пригласить'],
    for: ['class_teacher', 'administrator'],
    run: invite,
  },
  { name: 'support', words: ['вопрос', 'поддержка'], for: LINKED, run: showSupport },
  { name: 'privacy', words: ['данные', 'мои данные', 'согласие'], for: LINKED, run: showPrivacy },
  {
    name: 'backup',
    words: ['копия', 'резервная копия', 'бэкап'],
    for: ['administrator'],
    run: backUp,
  },
  { name: 'panel', words: ['панель', 'вход'], for: STAFF, run: givePanelLink },
  { name: 'settings', words: ['настройки'], for: LINKED, run: showSettings },
  { name: 'me', words: ['я', 'кто я'], for: 'everyone', run: showMe },
  { name: 'help', words: ['помощь', 'справка'], for: 'everyone', run: showHelp },
  { name: 'cancel', words: ['отмена', 'стоп'], for: 'everyone', run: cancelDialog },
  { name: 'start', words: ['начать', 'старт'], for: 'everyone', run: start },
];

/** The commands a person with these roles may use; strangers have only what is for everyone. */
export function commandsFor(roles: readonly Role[]): Command[] {
  return COMMANDS.filter(
    (command) => command.for === 'everyone' || command.for.some((role) => roles.includes(role)),
  );
}

/** The menu a messenger shows to a person with these roles. */
export function menuFor(roles: readonly Role[], texts: Texts): MenuItem[] {
  return commandsFor(roles).map(({ name }) => ({
    command: name,
    description: texts.commands[name],
  }));
}

/**
 * Finds the command a text begins with: `/marks`, `/marks@bot`, or its Russian word alone. With a
 * slash the name decides; without one, the first command with that word that these roles may use.
 */
export function readCommand(
  text: string,
  roles: readonly Role[],
): { command: Command; argument: string } | { unknown: string } | null {
  const slashed = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text);
  if (slashed) {
    const name = (slashed[1] ?? '').toLowerCase();
    const command = COMMANDS.find((candidate) => candidate.name === name);
    return command ? { command, argument: (slashed[2] ?? '').trim() } : { unknown: name };
  }
  const written = text.trim().toLowerCase();
  const command = commandsFor(roles).find(({ words }) => words.includes(written));
  return command ? { command, argument: '' } : null;
}
