import type { View } from '../../db/actions/note-views.ts';
import { setLinkState } from '../../db/actions/set-link-state.ts';
import { callerOfChat } from '../../db/reports/caller.ts';
import { escapeHtml } from '../views/html.ts';
import { answerBehaviour } from './behaviour-write.ts';
import { answerRoll } from './class-roll.ts';
import { commandsFor, readCommand } from './commands.ts';
import { answerComment } from './comment.ts';
import { type DialogName, readDialog } from './dialogs.ts';
import { answerEntry, enterMarks } from './enter.ts';
import { looksLikeEntry } from './entry/looks-like-entry.ts';
import type { Event } from './event.ts';
import { answerExcuse } from './excuse.ts';
import { attachFile } from './homework-files.ts';
import { answerPlan } from './plan.ts';
import { checkPlanFile, isPlanFile } from './plan-file.ts';
import { answerPlanReason } from './plan-fix.ts';
import { readPress } from './press.ts';
import { PRESSES } from './presses.ts';
import { answerReason, withReason } from './reason.ts';
import { looksLikeCode, redeem } from './start.ts';
import { answerSupportQuestion } from './support.ts';
import {
  type Answer,
  type DialogueDeps,
  type FileTurn,
  type PressTurn,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';
import { withViews } from './viewed.ts';
import { answerHomework, answerTopic } from './write-lesson.ts';
import { answerLetter } from './write-letter.ts';
import { answerMessage } from './write-message.ts';
import { answerYear } from './year-closing.ts';

// As much as one message of a messenger holds; forwarded and pasted texts may come in longer ones.
const TEXT_LIMIT = 4096;

// What a waiting question does with the text that answers it.
const ANSWERS: Record<DialogName, (turn: TextTurn, data: unknown) => Promise<Answer>> = {
  topic: answerTopic,
  homework: answerHomework,
  entry: answerEntry,
  roll: answerRoll,
  reason: answerReason,
  comment: answerComment,
  plan: answerPlan,
  planReason: answerPlanReason,
  letter: answerLetter,
  message: answerMessage,
  behaviour: answerBehaviour,
  excuse: answerExcuse,
  support: answerSupportQuestion,
  year: answerYear,
};

// Which of them take words that stand for a command otherwise.
const IN_ANY_WORDS: readonly DialogName[] = [
  'reason',
  'planReason',
  'message',
  'excuse',
  'support',
];

// Which of them take a file too.
const FILE_ANSWERS: Partial<
  Record<DialogName, (turn: FileTurn, data: unknown) => Promise<Answer>>
> = {
  letter: answerLetter,
  message: answerMessage,
};

/** Answers one event of any messenger. Reads freely; writes only by what it returns. */
export async function handle(event: Event, deps: DialogueDeps): Promise<Answer> {
  const { db, config } = deps;
  if (!event.chat.private) {
    return handleInGroup(event, deps);
  }
  const caller = await callerOfChat(db, event.chat.address);
  const texts = deps.texts[caller?.language ?? config.language];
  const { fetchFile } = deps;
  const viewed: View[] = [];
  const turn = { event, caller, texts, allTexts: deps.texts, db, config, fetchFile, viewed };
  return withViews(await answerIn(turn), viewed);
}

async function answerIn(turn: Turn): Promise<Answer> {
  const { event } = turn;
  if (event.kind === 'blocked' || event.kind === 'unblocked') {
    const state = event.kind === 'blocked' ? 'blocked' : 'active';
    return {
      write: async (tx) => {
        await setLinkState(tx, event.chat.address, state);
        return { replies: [] };
      },
    };
  }
  if (event.kind === 'press') {
    return withReason(turn, await handlePress({ ...turn, event }));
  }
  if (event.kind === 'text') {
    return withReason(turn, await handleText({ ...turn, event }));
  }
  return handleFile({ ...turn, event });
}

/** Codes belong to one person: in a group they are deleted, everything else there is ignored. */
async function handleInGroup(event: Event, deps: DialogueDeps): Promise<Answer> {
  if (event.kind !== 'text' || !looksLikeCode(event.text)) {
    return { replies: [] };
  }
  const text = deps.texts[deps.config.language].start.codeInGroup;
  return { replies: [{ remove: event.messageId }, { text }] };
}

async function handlePress(turn: PressTurn): Promise<Answer> {
  const { verb, args } = readPress(turn.event.data);
  const run = Object.hasOwn(PRESSES, verb) ? PRESSES[verb] : undefined;
  return run ? run(turn, args) : { replies: [], toast: turn.texts.common.buttonOutdated };
}

async function handleText(turn: TextTurn): Promise<Answer> {
  const { event, caller, texts, db } = turn;
  if (event.text.length > TEXT_LIMIT) {
    return say({ text: texts.common.textTooLong(TEXT_LIMIT) });
  }
  const roles = caller?.actor.roles ?? [];
  const read = readCommand(event.text, roles);
  if (read && 'unknown' in read) {
    return say({ text: texts.common.unknownCommand(escapeHtml(read.unknown.slice(0, 32))) });
  }
  const dialog =
    caller && !event.text.startsWith('/') ? await readDialog(db, event.chat.address) : null;
  // «Справка» is a word for /help, but often enough it is the reason or what a parent answers.
  const taken = dialog && IN_ANY_WORDS.includes(dialog.name) && !looksLikeCode(event.text);
  if (taken && read?.command.name !== 'cancel') {
    return ANSWERS[dialog.name](turn, dialog.data);
  }
  if (read) {
    const allowed = commandsFor(roles).includes(read.command);
    return allowed ? read.command.run(turn, read.argument) : notForYou(turn);
  }
  if (looksLikeCode(event.text)) {
    return redeem(turn, event.text);
  }
  if (dialog) {
    return ANSWERS[dialog.name](turn, dialog.data);
  }
  if (roles.includes('teacher') && looksLikeEntry(event.text)) {
    return enterMarks(turn, event.text);
  }
  return caller ? say({ text: nowhere(turn, texts.common.notUnderstood) }) : notForYou(turn);
}

async function handleFile(turn: FileTurn): Promise<Answer> {
  const { event, caller, texts, db } = turn;
  const dialog = caller && (await readDialog(db, event.chat.address));
  const answer = dialog && FILE_ANSWERS[dialog.name];
  if (answer) {
    return answer(turn, dialog.data);
  }
  const teaches = caller?.actor.roles.includes('teacher');
  if (teaches && isPlanFile(turn, dialog)) {
    return checkPlanFile(turn, dialog);
  }
  return dialog && teaches
    ? attachFile(turn, dialog)
    : say({ text: nowhere(turn, texts.common.filesNotRead) });
}

/** What went nowhere; a parent most likely meant it for the class teacher. */
function nowhere({ caller, texts }: Turn, sentence: string): string {
  return caller?.actor.roles.includes('parent')
    ? `${sentence}\n${texts.letters.howToWrite}`
    : sentence;
}

function notForYou({ caller, texts }: Turn): Answer {
  return say({ text: caller ? texts.common.notYourCommand : texts.start.stranger });
}
