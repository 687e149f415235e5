import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { ripenNotices } from '../../bot/delivery/ripen-notices.ts';
import { COMMANDS } from '../../bot/dialogue/commands.ts';
import type { ReplyFile } from '../../bot/dialogue/reply.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { personName } from '../../bot/views/person-name.ts';
import { unpack } from '../../bot/views/prints/packed.ts';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { createInvite } from '../../db/actions/create-invite.ts';
import { eveningDigest } from '../../jobs/evening-digest.ts';
import { runDue } from '../../jobs/run-due.ts';
import { DIALOGUE } from '../bot-facts.ts';
import type { Heard, TestChat } from './chat.ts';
import { type FamilyWorld, openFamilyWorld } from './family-world.ts';
import { lastPost, tap } from './post.ts';

// What would change the parent's own standing; they are pressed last.
const LAST = ['lang1', 'linkcutyes1', 'privwy1'];
const STEPS = 1200;

let world: FamilyWorld;

/** Everything a person can read of an answer: words, labels, names of files and what is in them. */
function wordsOf(heard: Pick<Heard, 'text' | 'buttons' | 'files'> & { toast?: string | null }) {
  return [heard.text, heard.toast ?? '', ...heard.buttons, ...heard.files.flatMap(fileWords)];
}

function fileWords(file: ReplyFile): string[] {
  return [file.name, 'packed' in file ? unpack(file.packed.text) : JSON.stringify(file)];
}

/** Presses all there is to press, from every command on; gives the screens by what led to them. */
async function walk(chat: TestChat): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting: string[] = [];
  const take = (by: string, heard: Heard) => {
    seen.set(by, wordsOf(heard).join('\n'));
    for (const { press } of chat.messages().flatMap(({ buttons }) => buttons.flat())) {
      if (!seen.has(press) && !waiting.includes(press) && !isLast(press)) {
        waiting.push(press);
      }
    }
  };
  for (const { name } of COMMANDS) {
    take(name, await chat.says(`/${name}`));
  }
  while (waiting.length > 0 && seen.size < STEPS) {
    const press = waiting.shift() ?? '';
    take(press, await chat.replays(press));
  }
  return seen;
}

const isLast = (press: string) => LAST.some((verb) => press.startsWith(verb));

/** A day in which everything is said to a parent that the journal ever says of a child. */
async function aFullDay(names: 'short' | 'none') {
  world = await openFamilyWorld({ names });
  const { db, make, chat, clock, classTeacher } = world;
  const yaroslav = await make.aPupil('Щукин Ярослав Львович');
  const milana = await make.aPupil('Щукина Милана Львовна', { class: '1А' });
  await make.aSlot(
    await make.aCourse({ class: '1А', subject: 'Чтение', teacher: classTeacher }),
    1,
    1,
  );
  await make.aParent('Крылова Инна', { of: [yaroslav, milana], chat: 'tg:8' });
  const mother = chat('tg:8');
  const teacher = chat('tg:10');
  const heard: string[] = [];
  const hear = async (answer: Promise<Heard>) => {
    heard.push(...wordsOf(await answer));
  };

  const by = { actor: SYSTEM_ACTOR, door: 'import', operation: 'code' } as const;
  const codeOf = () =>
    db.write((tx) =>
      createInvite(tx, by, { kind: 'family', pupilId: yaroslav }, 'a pepper of a test'),
    );
  const father = chat('tg:9');
  await hear(father.says((await codeOf()).code));
  await hear(father.presses('Не согласен(на)'));
  await hear(father.says((await codeOf()).code));
  await hear(father.presses('Согласен(на), подключить'));

  await teacher.says('7А алгебра: Щукин 5 контрольная');
  await teacher.says('7А русский: Щукин н');
  await teacher.says('/homework 7А алгебра: № 5');
  clock.advance({ minutes: 6 });
  await ripenNotices({ db, texts: { ru, en }, config: { ...DIALOGUE, names } });
  await teacher.says('7А алгебра: Щукин не 5 а 4');
  await hear(mother.says('/excuse'));
  await hear(mother.replays(`exans1:${yaroslav}:2026-10-12:i`));
  await tap(teacher, await lastPost(db, 'tg:10'), 'Не принимать');

  const note = async (kind: string, text: string) => {
    await teacher.says('/behaviour');
    await teacher.presses('7А');
    await teacher.presses(names === 'none' ? '№ 4' : 'Щукин Я.');
    await teacher.presses(kind);
    await teacher.presses(text);
    await teacher.presses('Записать и сообщить родителям');
  };
  await note('Замечание', 'Нет домашнего задания');
  await note('Похвала', 'Помощь товарищам');
  // Taken back only after it was told.
  await ripenNotices({ db, texts: { ru, en }, config: { ...DIALOGUE, names } });
  await teacher.presses('Отменить');
  await teacher.says('/write Собрание в среду');
  await teacher.presses('Все');
  await teacher.presses('Посмотреть и отправить');
  await teacher.presses('Отправить');
  await hear(mother.says('/write Придём'));
  await hear(mother.presses('Классному руководителю'));

  clock.advance({ hours: 9 });
  await ripenNotices({ db, texts: { ru, en }, config: { ...DIALOGUE, names } });
  const log = pino({ level: 'silent' });
  const config = { language: 'ru' as const, names };
  await runDue({ db, log, texts: { ru, en }, config }, [eveningDigest]);

  const link = await db.models.ChatLink.findOne({ where: { address: 'tg:9' } });
  const [klass] = await db.select<{ id: number }>(
    'SELECT class_id AS id FROM enrolment WHERE pupil_id = :yaroslav',
    { yaroslav },
  );
  await teacher.replays(`ifcutyes1:${klass?.id}:${yaroslav}:${link?.id}`);
  // As they lie there: words, labels of buttons, names and contents of files.
  const posts = await db.select<{ payload: string }>(
    "SELECT payload FROM outbox WHERE chat IN ('tg:8', 'tg:9') AND lane > 0 ORDER BY id",
  );
  return { mother, heard, sent: posts.map(({ payload }) => payload) };
}

describe.each(['short', 'none'] as const)('with MESSAGE_NAMES=%s', (names) => {
  afterEach(() => world.close());

  // Of the child's surname nothing but its letter; with none no name of theirs at all.
  const forbidden = names === 'none' ? /Щукин|Ярослав|Милан/ : /Щукин/;
  const named = names === 'none' ? 'Я. Щ.' : 'Ярослав Щ.';

  it('no parent is sent or shown a pupil’s surname', async () => {
    const { mother, heard, sent } = await aFullDay(names);
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((text) => text.includes(named)).length).toBeGreaterThan(7);
    expect([...sent, ...heard].filter((text) => forbidden.test(text))).toEqual([]);
    const kinds = [
      'Новое в дневнике',
      'Замечание',
      'Запись отменена',
      'Классный руководитель',
      'Дневник за',
      'не принял объяснение',
      'ещё один взрослый',
      'отключила от дневника',
      'Ребёнка нет на первом уроке',
    ];
    for (const kind of kinds) {
      expect([kind, sent.some((text) => text.includes(kind))]).toEqual([kind, true]);
    }

    const screens = await walk(mother);
    expect(screens.size).toBeGreaterThan(60);
    expect(screens.size).toBeLessThan(STEPS);
    const verbs = new Set([...screens.keys()].map((by) => by.split(':')[0]));
    for (const verb of ['diary1', 'week1', 'marks1', 'bchild1', 'exday1', 'privx1', 'privv1']) {
      expect([...verbs]).toContain(verb);
    }
    const found = [...screens].filter(([, text]) => forbidden.test(text));
    expect(found).toEqual([]);
    // «Ярослав Щ.» ends a sentence by itself.
    const all = [...sent, ...heard, ...screens.values()];
    expect(all.filter((text) => /\.\.(?!\.)/.test(text))).toEqual([]);
    expect([...screens.values()].filter((text) => text.includes(named)).length).toBeGreaterThan(9);

    await mother.says('/privacy');
    await mother.presses('О ребёнке');
    await mother.presses('Отозвать согласие');
    const withdrawn = await mother.presses('Да, отозвать');
    expect(withdrawn.text).toMatch(/Согласие отозвано: .+ Щ\.\nК/);
    expect(wordsOf(withdrawn).filter((text) => forbidden.test(text))).toEqual([]);
  }, 120_000);
});

it('a parent whom the school hasn’t named yet is known by the child', () => {
  const parent = { lastName: 'Родитель', firstName: '(Ярослав Щ.)', middleName: null };
  expect(personName(parent, 'short')).toBe('Родитель (Ярослав Щ.)');
  expect(personName({ ...parent, firstName: 'Инна', middleName: 'Львовна' }, 'short')).toBe(
    'Родитель И. Л.',
  );
  expect(personName(parent, 'none')).toBeNull();
});
