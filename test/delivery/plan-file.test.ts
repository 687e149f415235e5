import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planBook } from '../../bot/views/sheets/plan-book.ts';
import { xlsxOf } from '../../bot/views/sheets/xlsx.ts';
import { LIBRARIES } from '../libraries.ts';
import { openWorld, type World } from '../world.ts';

const TEACHER = 1;
const COURSE = { class: '7А', subject: 'Алгебра', group: null };
const LINE = {
  ...{ section: null, hours: 1, controlWorks: null, practicalWorks: null, homework: null },
  plannedOn: null,
};

describe.each(LIBRARIES)('a plan sent over $library', ({ create }) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ create, people: [TEACHER] });
    const teacher = await world.make.aTeacher('Королёв Пётр', { chat: 'tg:1' });
    await world.make.aCourse({ teacher });
    await world.start();
  });
  afterEach(() => world.close());

  it('is checked and loaded, and the template comes back with its lines', async () => {
    const lines = [
      { ...COURSE, ...LINE, number: 1, topic: 'Степени' },
      { ...COURSE, ...LINE, number: 2, topic: 'Корни', plannedOn: '2026-10-12' },
    ];
    const bytes = await xlsxOf(planBook(lines, 'ru'));
    await world.when(() => world.sandbox.user(TEACHER).sendDocument(bytes, 'КТП 7А.xlsx'));
    expect(world.newest(TEACHER).text).toContain('7А Алгебра: 2 строки, 2 ч');
    const loaded = await world.presses(TEACHER, 'Загрузить');
    expect(loaded.text).toContain('КТП загружено.');
    await world.presses(TEACHER, 'Открыть план');
    const template = await world.presses(TEACHER, 'Шаблон');
    expect(template.file?.name).toBe('КТП_7А_Алгебра.xlsx');
    const sent = template.file?.bytes ?? new Uint8Array();
    await world.when(() => world.sandbox.user(TEACHER).sendDocument(sent, 'снова.XLSX'));
    expect(world.newest(TEACHER).text).toContain('добавится 0, изменится 0, без изменений 2');
  });

  it('that the messenger doesn’t give is asked for once more', async () => {
    world.sandbox.script({ method: 'getFile', times: 1, reply: { status: 500 } });
    const bytes = Uint8Array.of(1, 2, 3);
    await world.when(() => world.sandbox.user(TEACHER).sendDocument(bytes, 'КТП.xlsx'));
    expect(world.newest(TEACHER).text).toContain('Получить файл не удалось');
  });
});
