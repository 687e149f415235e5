import { createHash } from 'node:crypto';
import { importPlan } from '../../db/actions/import-plan.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from '../views/html.ts';
import {
  checkedScreen,
  droppedScreen,
  loadedScreen,
  wrongCellsScreen,
} from '../views/plan-file.ts';
import { type Dialog, openDialog, readDialog } from './dialogs.ts';
import type { PressTable } from './press.ts';
import { type Answer, type FileTurn, redraw, say, type Turn } from './turn.ts';

/** Since a plan was opened: its course, and the workbook that was checked and not loaded yet. */
export type PlanData = { courseId: number | null; fileId?: string };

// A plan of a year with all its texts is some 50 kB.
const LIMIT_MEGABYTES = 5;

/** Whether a file is for a plan: one is open in this chat, or a workbook came out of the blue. */
export function isPlanFile(turn: FileTurn, dialog: Dialog | null): boolean {
  return dialog === null ? isWorkbook(turn) : dialog.name === 'plan';
}

function isWorkbook({ event }: FileTurn): boolean {
  return event.file === 'document' && /\.xlsx$/i.test(event.name ?? '');
}

/** A workbook was sent: names each wrong cell, or tells what would change and asks. */
export async function checkPlanFile(turn: FileTurn, dialog: Dialog | null): Promise<Answer> {
  const { event, texts } = turn;
  const { fileId = '', size = 0 } = event;
  const courseId = dialog ? (dialog.data as PlanData).courseId : null;
  if (!isWorkbook(turn)) {
    return say({ text: escapeHtml(texts.plan.onlyFile) });
  }
  if (size > LIMIT_MEGABYTES * 1024 * 1024) {
    return say({ text: escapeHtml(texts.plan.tooBig(LIMIT_MEGABYTES)) });
  }
  const read = await readFile(turn, fileId);
  if ('trouble' in read) {
    return say({ text: escapeHtml(read.trouble) });
  }
  return {
    write: async (tx, by) => {
      const result = await importPlan(tx, by, { ...read, dryRun: true });
      const { problems } = result;
      const wrong = problems.length > 0;
      const data: PlanData = { courseId, ...(wrong ? {} : { fileId }) };
      await openDialog(tx, event.chat.address, { name: 'plan', data });
      return say(
        wrong
          ? wrongCellsScreen(problems, courseId, texts)
          : checkedScreen(result, keyOf(fileId), texts),
      );
    },
  };
}

export const planFilePresses: PressTable = {
  pload1: async (turn, [key]) => {
    const { event, texts } = turn;
    const waiting = await waitingFile(turn, key);
    if (!waiting) {
      return { replies: [], toast: texts.plan.fileForgotten };
    }
    const { courseId, fileId } = waiting;
    const read = await readFile(turn, fileId);
    if ('trouble' in read) {
      return { replies: [], toast: read.trouble };
    }
    return {
      write: async (tx, by) => {
        const result = await importPlan(tx, by, { ...read, dryRun: false });
        const data: PlanData = { courseId };
        await openDialog(tx, event.chat.address, { name: 'plan', data });
        return redraw(
          turn,
          result.problems.length > 0
            ? wrongCellsScreen(result.problems, courseId, texts)
            : loadedScreen(result, texts),
        );
      },
    };
  },

  pdrop1: async (turn, [key]) => {
    const { event, texts } = turn;
    const waiting = await waitingFile(turn, key);
    if (!waiting) {
      return { replies: [], toast: texts.plan.fileForgotten };
    }
    const { courseId } = waiting;
    return {
      write: async (tx) => {
        const data: PlanData = { courseId };
        await openDialog(tx, event.chat.address, { name: 'plan', data });
        return redraw(turn, droppedScreen(courseId, texts));
      },
    };
  },
};

/** The workbook a button is about, if it is still the one that waits in this chat. */
async function waitingFile(
  { db, event }: Turn,
  key: string | undefined,
): Promise<Required<PlanData> | null> {
  const dialog = await readDialog(db, event.chat.address);
  const { courseId, fileId } =
    dialog?.name === 'plan' ? (dialog.data as PlanData) : { courseId: null };
  return fileId !== undefined && keyOf(fileId) === key ? { courseId, fileId } : null;
}

/** Fetches a workbook and reads its sheet of plans; or says why that can't be done. */
async function readFile({ fetchFile, texts }: Turn, fileId: string) {
  const bytes = fileId === '' ? null : await fetchFile(fileId);
  if (!bytes) {
    return { trouble: texts.plan.notFetched };
  }
  if (bytes.length > LIMIT_MEGABYTES * 1024 * 1024) {
    return { trouble: texts.plan.tooBig(LIMIT_MEGABYTES) };
  }
  return readBytes(bytes, texts);
}

async function readBytes(bytes: Uint8Array, { importing }: Texts) {
  // Loaded with the first workbook: it is heavy, and most of what the bot hears needs none.
  const { readPlanWorkbook } = await import('../../db/import/read/read-plans.ts');
  return readPlanWorkbook(bytes, importing.language);
}

/** A messenger's file id is longer than a button may hold. */
function keyOf(fileId: string): string {
  return createHash('sha256').update(fileId).digest('hex').slice(0, 12);
}
