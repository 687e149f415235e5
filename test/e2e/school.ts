import type { DialogueConfig } from '../../bot/dialogue/turn.ts';
import type { Messenger } from '../../bot/messengers/messenger.ts';
import { openWorld } from '../world.ts';

export const TEACHER = 101;
export const CLASS_TEACHER = 102;
export const MOTHER = 201;
export const OTHER_MOTHER = 202;
export const STRANGER = 301;
export const OTHER_STRANGER = 302;
/** More phones, as many as a test of a crowd needs. */
export const CROWD = Array.from({ length: 40 }, (_, index) => 500 + index);

const PEOPLE = [TEACHER, CLASS_TEACHER, MOTHER, OTHER_MOTHER, STRANGER, OTHER_STRANGER, ...CROWD];

/** A text as an update that the messenger's own numbering may be passed by. */
export const textUpdate = (id: number, text: string) => ({
  message: { message_id: 1, date: 0, chat: { id, type: 'private' }, text },
});

export type School = Awaited<ReturnType<typeof openSchool>>;

/**
 * 7А, where it is the second lesson of a Monday: algebra with Королёв. His other lessons are
 * geometry, later that day, and reading in 1А, before. Соколова is the class teacher. Artyom Ivanov's
 * mother and Denis Kozlov's have chats; the families of Алёна Петрова and Лев Сидоров have none.
 */
export async function openSchool(
  create: (token: string, apiRoot: string) => Messenger,
  options: { names?: DialogueConfig['names']; folder?: string } = {},
) {
  const world = await openWorld({ create, people: PEOPLE, ...options });
  const { make, db } = world;
  const teacher = await make.aTeacher('Королёв Пётр Ильич', { chat: `tg:${TEACHER}` });
  const classTeacher = await make.aTeacher('Соколова Вера Ивановна', {
    chat: `tg:${CLASS_TEACHER}`,
  });
  await make.aClass('7А', { teacher: classTeacher });
  const algebra = await make.aCourse({ class: '7А', subject: 'Алгебра', teacher });
  const geometry = await make.aCourse({ class: '7А', subject: 'Геометрия', teacher });
  const reading = await make.aCourse({ class: '1А', subject: 'Чтение', teacher });
  await make.aSlot(algebra, 1, 2);
  await make.aSlot(geometry, 1, 5);
  await make.aSlot(reading, 1, 1);
  const artyom = await make.aPupil('Иванов Артём');
  const alyona = await make.aPupil('Петрова Алёна');
  const denis = await make.aPupil('Козлов Денис');
  await make.aPupil('Сидоров Лев');
  await make.aPupil('Ёлкин Олег', { class: '1А' });
  await make.aPupil('Орлов Павел', { class: '9В' });
  await make.aParent('Иванова Мария', { of: [artyom], chat: `tg:${MOTHER}` });
  await make.aParent('Козлова Ирина', { of: [denis], chat: `tg:${OTHER_MOTHER}` });

  return {
    ...world,
    pupils: { artyom, alyona, denis },
    courses: { algebra, geometry, reading },
    /** What stands in the journal, as «Иванов 5», «Козлов absent». */
    journal: async () => {
      const rows = await db.select<{ name: string; what: string }>(
        `SELECT p.last_name AS name, COALESCE(CAST(m.value AS TEXT), 'owed') AS what, m.id
           FROM mark m JOIN pupil p ON p.id = m.pupil_id WHERE m.state = 'active'
         UNION ALL
         SELECT p.last_name, a.code, a.id
           FROM absence a JOIN pupil p ON p.id = a.pupil_id WHERE a.state = 'active'
         ORDER BY 1, 2, 3`,
      );
      return rows.map(({ name, what }) => `${name} ${what}`);
    },
    /** How many changes the audit knows of. */
    changes: async () => (await db.select('SELECT id FROM change')).length,
  };
}
