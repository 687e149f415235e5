import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReplyFile } from '../../bot/dialogue/reply.ts';
import { ru } from '../../bot/texts/ru.ts';
import { xlsxOf } from '../../bot/views/sheets/xlsx.ts';
import { verifyChain } from '../../db/reports/verify-chain.ts';
import { type Edit, edited } from '../import/import-world.ts';
import { countSelects } from './family-world.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
let files = 0;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

/** Opens the plan of algebra and gives what its template becomes in the teacher's hands. */
async function template(edit: Edit): Promise<Uint8Array> {
  await world.chat.says('/plan');
  await world.chat.presses('7А Алгебра');
  const heard = await world.chat.presses('Шаблон');
  return edited(await bytesOf(heard.files[0]), edit);
}

async function bytesOf(file: ReplyFile | undefined): Promise<Uint8Array> {
  if (!file || !('book' in file)) {
    throw new Error('no workbook was sent');
  }
  return xlsxOf(file.book);
}

/** Rows of the sheet of plans under its heading, from the second on; a course for each. */
const withRows =
  (...rows: (string | number | null)[][]): Edit =>
  (workbook) => {
    const sheet = workbook.getWorksheet('КТП');
    for (const [index, row] of rows.entries()) {
      sheet?.getRow(index + 2).splice(1, 12, '7А', 'Алгебра', null, ...row);
    }
  };

function send(bytes: Uint8Array, name = 'КТП.xlsx') {
  files += 1;
  world.files.set(`file-${files}`, bytes);
  return world.chat.sends('document', { fileId: `file-${files}`, name, size: bytes.length });
}

const lines = async () => {
  const rows = await world.db.select<Record<string, unknown>>(
    'SELECT number, topic, hours, correction FROM plan_item ORDER BY course_id, number',
  );
  return rows.map((row) =>
    Object.values(row)
      .filter((value) => value !== null)
      .join(' '),
  );
};

describe('a plan by a workbook', () => {
  it('goes from the template by a named wrong cell to the lesson', async () => {
    const wrong = await template(
      withRows([1, 'Числа', 'Степени', 1], [2, null, 'Корни', 'много'], [3, null, null, 1]),
    );
    const named = await send(wrong);
    expect(named.text).toContain('Ничего не записано: 2 ошибки');
    expect(named.text).toContain('Лист «КТП», строка 3, столбец G «Часы»: «много» не подходит.');
    expect(named.text).toContain('строка 4, столбец F «Тема»: пусто');
    expect(named.buttons).toEqual(['Открыть план']);

    const right = await template(
      withRows([1, 'Числа', 'Степени', 1, null, null, '§ 1'], [2, null, 'Корни', 2, 1]),
    );
    const checked = await send(right);
    expect(checked.text).toContain(
      '7А Алгебра: 2 строки, 3 ч, контрольных 1; добавится 2, изменится 0, без изменений 0',
    );
    expect(await lines()).toEqual([]);
    const load = world.chat.payload('Загрузить');
    const loaded = await world.chat.replays(load);
    expect(loaded.text).toContain('КТП загружено.');
    expect(await lines()).toEqual(['1 Степени 1', '2 Корни 2']);
    expect((await world.chat.replays(load)).toast).toContain('уже загружен');

    await world.chat.says('/lesson');
    const lesson = await world.chat.presses('2. 7А Алгебра');
    expect(lesson.text).toContain('По плану № 1: Степени. Задание: § 1');
    await world.chat.presses('✓ Принять');
    expect(await world.lessons()).toMatchObject([{ topic: 'Степени', homework: '§ 1' }]);
    expect((await verifyChain(world.db)).brokenAt).toBeNull();
  });

  it('changes and removes lines, but none that a lesson has taken', async () => {
    const { make, courses } = world;
    const plan = await make.aPlanItem(courses.algebra, 'Степени');
    await make.aPlanItem(courses.algebra, 'Корни');
    await make.aPlanItem(courses.algebra, 'Дроби');
    await make.aLesson({ course: courses.algebra, date: '2026-10-05', number: 2, plan });
    const bytes = await template((workbook) => {
      withRows([3, null, 'Уравнения', 1])(workbook);
      for (const row of [3, 4]) {
        workbook.getWorksheet('КТП')?.getRow(row).splice(1, 12);
      }
    });
    const checked = await send(bytes);
    expect(checked.text).toContain('добавится 0, изменится 1, без изменений 1, уйдёт 1');
    await world.chat.replays(world.chat.payload('Загрузить'));
    expect(await lines()).toEqual(['1 Степени 1', '3 Уравнения 1']);
  });

  it('of a colleague’s course is refused by its cell', async () => {
    const colleague = await world.make.aTeacher('Белова Анна');
    await world.make.aCourse({ class: '7Б', subject: 'Алгебра', teacher: colleague });
    const bytes = await template((workbook) => {
      workbook
        .getWorksheet('КТП')
        ?.getRow(2)
        .splice(1, 12, '7Б', 'Алгебра', null, 1, null, 'Степени');
    });
    const named = await send(bytes);
    expect(named.text).toContain('строка 2, столбец A «Класс»: курс «7Б Алгебра» ведёте не Вы');
    expect(await lines()).toEqual([]);
  });

  it('is cancelled, or forgotten over another one', async () => {
    const bytes = await template(withRows([1, null, 'Степени', 1]));
    await send(bytes);
    const first = world.chat.payload('Загрузить');
    const drop = world.chat.payload('Отмена');
    await send(bytes);
    expect((await world.chat.replays(first)).toast).toContain('Пришлите его ещё раз');
    expect((await world.chat.replays(drop)).toast).toContain('Пришлите его ещё раз');
    expect((await world.chat.presses('Отмена')).text).toContain('Файл не загружен.');
    expect(await lines()).toEqual([]);
  });

  it('that cannot be fetched, is too big or no workbook is told of', async () => {
    await template(() => undefined);
    const about = { fileId: 'nowhere', name: 'КТП.xlsx' };
    expect((await world.chat.sends('document', about)).text).toContain('Получить файл не удалось');
    const big = { ...about, size: 6 * 1024 * 1024 };
    expect((await world.chat.sends('document', big)).text).toContain('Файл больше 5 МБ');
    expect((await world.chat.sends('photo', { fileId: 'p' })).text).toContain(
      'ожидается файл .xlsx',
    );
    expect((await send(new TextEncoder().encode('слова'))).text).toContain('Это не книга Excel');
  });
});

describe('plan against fact', () => {
  it('tells the hours behind and the lines to come', async () => {
    const { make, courses, chat } = world;
    const first = await make.aPlanItem(courses.algebra, 'Степени');
    for (let line = 2; line <= 30; line += 1) {
      await make.aPlanItem(courses.algebra, `Тема ${line}`);
    }
    await make.aLesson({ course: courses.algebra, date: '2026-09-07', number: 2, plan: first });
    const list = await chat.says('план');
    expect(list.buttons.find((label) => label.startsWith('7А Алгебра'))).toBe('7А Алгебра 1/4 −3');
    expect(list.buttons).toContain('1А Чтение: нет плана');
    const shown = await chat.presses('7А Алгебра');
    expect(shown.text).toContain(
      '30 строк, 30 ч\nДано 1 ч, по плану на сегодня 4 ч.\nОтставание 3 ч.',
    );
    expect(shown.text).toContain('Дальше:\n2. Тема 2\n3. Тема 3\n4. Тема 4');
  });

  it('of a colleague’s course is refused', async () => {
    const other = await world.make.aCourse({
      class: '7Б',
      teacher: await world.make.aTeacher('Белова Анна'),
    });
    for (const payload of [
      `pcrs1:${other}`,
      `ptpl1:${other}`,
      `pask1:${other}`,
      `pfix1:${other}:0`,
    ]) {
      expect((await world.chat.replays(payload)).toast, payload).toContain('нет прав');
    }
  });
});

describe('a correction', () => {
  beforeEach(async () => {
    for (const topic of ['Степени', 'Корни', 'Дроби', 'Уравнения']) {
      await world.make.aPlanItem(world.courses.algebra, topic, { homework: `§ ${topic}` });
    }
  });

  const choose = async (line: string) => {
    await world.chat.says('/plan');
    await world.chat.presses('7А Алгебра');
    await world.chat.presses('Поправка');
    return world.chat.presses(line);
  };

  it('merges two lines for a reason, and one lesson gives both', async () => {
    const { chat } = world;
    await choose('1. Степени');
    const asked = await chat.presses('Объединить с № 2');
    expect(asked.text).toContain('На одном уроке: «1. Степени» и «2. Корни».');
    const done = await chat.says('Помощь на карантине');
    expect(done.text).toContain('Поправка записана.');
    expect(done.text).toContain(
      'Поправки:\n2. Корни: объединена с предыдущей. Помощь на карантине',
    );
    await chat.says('/lesson');
    const lesson = await chat.presses('2. 7А Алгебра');
    expect(lesson.text).toContain('По плану № 1: Степени; Корни. Задание: § Степени; § Корни');
    await chat.presses('✓ Принять');
    expect(await world.lessons()).toMatchObject([
      { topic: 'Степени; Корни', homework: '§ Степени; § Корни' },
    ]);
    await chat.says('/plan');
    expect((await chat.presses('7А Алгебра')).text).toContain('Дальше:\n3. Дроби\n4. Уравнения');
  });

  it('cuts and moves lines, and the next lesson skips them', async () => {
    const { chat } = world;
    await choose('1. Степени');
    await chat.presses('Сократить');
    await chat.says('карантин');
    await choose('2. Корни');
    await chat.presses('Перенести');
    await chat.presses('В конец');
    const done = await chat.says('нет приборов');
    expect(done.text).toContain('3 строки, 3 ч');
    expect(done.text).toContain(
      '1. Степени: сокращена. карантин\n4. Корни: перенесена. нет приборов',
    );
    await chat.says('/lesson');
    expect((await chat.presses('2. 7А Алгебра')).text).toContain('По плану № 2: Дроби.');
  });

  it('is refused by a second tap, by /cancel and to a colleague', async () => {
    const { chat, chats, make } = world;
    const screen = await choose('1. Степени');
    expect(screen.buttons).toEqual(['Объединить с № 2', 'Сократить', 'Перенести', '‹ Назад']);
    const cutting = chat.payload('Сократить');
    await make.aTeacher('Белова Анна', { chat: 'tg:9' });
    expect((await chats('tg:9').replays(cutting)).toast).toContain('нет прав');
    await chat.replays(cutting);
    await chat.says('/cancel');
    expect(await lines()).toEqual(['1 Степени 1', '2 Корни 1', '3 Дроби 1', '4 Уравнения 1']);
    await chat.replays(cutting);
    await chat.says('карантин');
    const again = await chat.replays(cutting);
    expect(again.toast).toContain('показано новое состояние');
    expect(again.text).toContain('1. Степени: сокращена. карантин');
  });

  it('is taken back by its button or by /undo, numbers and all, until the line is given', async () => {
    const { chat } = world;
    const before = await lines();
    await choose('1. Степени');
    await chat.presses('Сократить');
    await chat.says('карантин');
    await choose('2. Корни');
    await chat.presses('Перенести');
    await chat.presses('В конец');
    await chat.says('нет приборов');
    const back = await chat.presses('Отменить');
    expect(back.text).toContain('Отменено: поправка КТП.');
    expect(await lines()).toEqual(['1 Степени 1 cut', ...before.slice(1)]);
    expect((await chat.says('/undo')).text).toContain('КТП 7А · Алгебра\nОтменено: поправка КТП.');
    expect(await lines()).toEqual(before);
    expect((await verifyChain(world.db)).brokenAt).toBeNull();

    await choose('1. Степени');
    await chat.presses('Объединить с № 2');
    await chat.says('карантин');
    const undo = chat.payload('Отменить');
    await chat.says('/lesson');
    await chat.presses('2. 7А Алгебра');
    await chat.presses('✓ Принять');
    expect((await chat.replays(undo)).toast).toBe(ru.refusals['undo-overtaken']({}));
    expect(await lines()).toContain('2 Корни 1 merged');
    expect((await chat.says('/undo')).text).toContain('запись об уроке');
    await chat.replays(undo);
    expect(await lines()).toEqual(before);
  });

  it('that was overtaken shows the plan as it is', async () => {
    const { chat } = world;
    await choose('1. Степени');
    await chat.presses('Сократить');
    const plan = await world.db.select<{ id: number }>('SELECT id FROM plan_item WHERE number = 1');
    const at = { course: world.courses.algebra, date: '2026-10-05', number: 2 };
    await world.make.aLesson({ ...at, plan: plan[0]?.id ?? 0 });
    const said = await chat.says('карантин');
    expect(said.text).toContain('Запись уже изменилась');
    expect(said.text).toContain('Дано 1 ч');
    expect(await lines()).toContain('1 Степени 1');
  });
});

it('a plan open in the chat takes marks all the same, and other words not', async () => {
  const { chat } = world;
  await chat.says('/plan');
  await chat.presses('7А Алгебра');
  expect((await chat.says('привет')).text).toContain('ожидается файл .xlsx');
  await chat.says('7А алгебра: Иванов 5');
  expect(await world.journal()).toEqual(['Иванов 5']);
});

it('the list asks the database as often for six courses as for three', async () => {
  const { make, chat, teacher } = world;
  const list = () => countSelects(world, () => chat.says('/plan'));
  const few = await list();
  for (const name of ['7Б', '7В', '8А']) {
    const course = await make.aCourse({ class: name, teacher });
    await make.aPlanItem(course, 'Степени');
    await make.aSlot(course, 3, 1);
  }
  expect(await list()).toBe(few);
});
