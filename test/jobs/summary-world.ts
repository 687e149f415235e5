import { notifyGuardians } from '../../db/actions/notify-guardians.ts';
import type { NoticeMode, NoticeTopic } from '../../db/rules/notice-choice.ts';
import { postOf, ripen } from '../dialogue/post.ts';
import { openJobWorld } from './job-world.ts';

/** The jobs' world with what Artyom's mother chooses, what happens to him, and what she has read. */
export async function openSummaryWorld() {
  const world = await openJobWorld();
  const { db, make, courses, pupils, classTeacher: author, parents, clock } = world;
  const lessonAt = (date: string, number: number) => ({
    date,
    number,
    course: number === 1 ? courses.russian : courses.algebra,
    pupil: pupils.artyom,
    author,
  });
  /** As the journal's verbs would: by this world's clock, and with its notice. */
  const ofKind = async (kind: 'mark' | 'absence' | 'behaviour_note', id: number) => {
    await db.write(async (tx) => {
      await tx.run(`UPDATE ${kind} SET updated_at = :now WHERE id = :id`, { now: tx.now, id });
      await notifyGuardians(tx, kind, [id]);
    });
    return id;
  };
  return {
    ...world,
    chooses: (topic: NoticeTopic, mode: NoticeMode) =>
      db.write(({ transaction }) =>
        db.models.NoticeChoice.upsert(
          { personId: parents.mother, pupilId: pupils.artyom, topic, mode },
          { transaction },
        ),
      ),
    /** Marks him at the first or second lesson of a day. */
    marks: async (value: number, date: string, number: 1 | 2) =>
      ofKind('mark', await make.aMark({ ...lessonAt(date, number), value })),
    misses: async (date: string, number: 1 | 2) =>
      ofKind('absence', await make.anAbsence({ ...lessonAt(date, number) })),
    remarks: (text: string) =>
      db
        .write(({ transaction, today }) =>
          db.models.BehaviourNote.create(
            {
              pupilId: pupils.artyom,
              authorId: author,
              kind: 'bad',
              text,
              date: today,
              operation: 'chat:77',
            },
            { transaction },
          ),
        )
        .then(({ id }) => ofKind('behaviour_note', id)),
    becomes: async (id: number, value: number) => {
      await db.write((tx) =>
        tx.run('UPDATE mark SET value = :value, version = version + 1 WHERE id = :id', {
          value,
          id,
        }),
      );
      await ofKind('mark', id);
    },
    /** Lets pass what a correction has, and gives all the mother has been sent. */
    told: async (later: Parameters<typeof clock.advance>[0] = { minutes: 6 }) => {
      clock.advance(later);
      await ripen(db);
      return (await postOf(db, 'tg:2')).map(({ text }) => text);
    },
  };
}

export type SummaryWorld = Awaited<ReturnType<typeof openSummaryWorld>>;
