import type { By, LessonKey } from '../../db/actions/by.ts';
import { checkLesson } from '../../db/actions/open-lesson.ts';
import { recordEntry } from '../../db/actions/record-entry.ts';
import { weekdayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readLessonFacts } from '../../db/reports/lesson-facts.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { type RosterPupil, readRoster } from '../../db/reports/roster.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { entryCard } from '../views/entry-card.ts';
import { penOf } from './actor.ts';
import { correctMessage } from './correct.ts';
import { openDialog } from './dialogs.ts';
import { readCorrections } from './entry/read-correction.ts';
import type { Card, EntryData } from './entry-dialog.ts';
import { type Plan, readPlan } from './entry-plan.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import type { Said } from './reply.ts';
import { type Answer, type Screen, say, type Turn } from './turn.ts';

/**
 * Writes what was understood of a message into a lesson and asks about the rest on its card;
 * a message that says nothing of pupils opens the lesson, one that corrects changes what stands.
 */
export async function recordMessage(
  turn: Turn,
  { lesson: key, kind, body }: { lesson: LessonKey; kind: WorkKindKey; body: string },
  reply: (screen: Screen) => Said,
): Promise<Answer> {
  if (body.trim() === '') {
    return {
      write: async (tx, by) => reply(await openLessonScreen(tx, by.actor, turn, key, { kind })),
    };
  }
  const wanted = { entry: { lesson: key, kind, body } };
  const roster = await rosterOf(turn, key);
  const corrections = readCorrections(body, roster);
  if (corrections === 'mixed') {
    return say({ text: turn.texts.lesson.correctionAlone });
  }
  if (corrections) {
    return { wanted, ...correctMessage(turn, { lesson: key, kind }, corrections, reply) };
  }
  const plan = readPlan({ body, kind, chosen: [] }, roster);
  const understood = plan.lines.length > 0 || plan.allPresent;
  return {
    wanted,
    write: async (tx, by) => {
      const left: number[] = [];
      if (understood) {
        const { conflicts } = await recordEntry(tx, by, {
          lesson: key,
          marks: plan.lines.flatMap(({ pupilId, marks, kind, comment }) =>
            marks.map((value) => ({ pupilId, value, kind, comment })),
          ),
          absences: plan.lines.flatMap(({ pupilId, absence }) =>
            absence === null ? [] : [{ pupilId, code: absence }],
          ),
          allPresent: plan.allPresent,
        });
        left.push(...conflicts.map(({ pupilId }) => pupilId));
      } else {
        await checkLesson(tx, by, key);
      }
      const card: Card = { operation: by.operation, body, kind, chosen: [], left };
      return reply(await showCard(tx, by, turn, { key, card, plan }));
    },
  };
}

/** The card drawn from the lesson as it is after the write; what it asks can be answered from now on. */
export async function showCard(
  tx: Tx,
  by: By,
  turn: Turn,
  { key, card, plan }: { key: LessonKey; card: Card; plan: Plan },
): Promise<Screen> {
  const data: EntryData = { lesson: key, kind: card.kind, card };
  await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
  const sheet = await readLessonSheet(tx.db, by.actor, key, tx);
  return entryCard(sheet, plan, card, penOf(turn));
}

/** What a message says about the pupils of a lesson. */
export async function planOf(
  turn: Turn,
  key: LessonKey,
  card: Pick<Card, 'body' | 'kind' | 'chosen'>,
): Promise<Plan> {
  return readPlan(card, await rosterOf(turn, key));
}

async function rosterOf({ db }: Turn, key: LessonKey): Promise<RosterPupil[]> {
  const facts = await readLessonFacts(db, key, weekdayOf(key.date));
  if (!facts) {
    throw new Refusal('not-found');
  }
  return readRoster(db, facts, key.date);
}
