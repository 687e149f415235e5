import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countSelects, type FamilyWorld, openFamilyWorld } from './family-world.ts';

let world: FamilyWorld;
beforeEach(async () => {
  world = await openFamilyWorld();
});
afterEach(() => world.close());

/** Homework given at these lessons: for Tuesday, for Wednesday, and for next Monday by its day. */
async function giveHomework() {
  const { make, db, courses, classTeacher: author } = world;
  const { russian, algebra } = courses;
  const given = await make.aLesson({ course: russian, date: '2026-10-12', homework: 'упр. 7 <б>' });
  await make.aLesson({ course: algebra, date: '2026-10-07', number: 2, homework: '№ 9' });
  await make.aLesson({ course: algebra, date: '2026-10-12', number: 2, homework: '§ 12' });
  await db.write(async ({ db: { models }, transaction }) => {
    const where = { courseId: algebra, date: '2026-10-07' };
    await models.Lesson.update({ homeworkDue: '2026-10-19' }, { where, transaction });
    const file = { kind: 'photo' as const, name: 'упр7.jpg', mime: 'image/jpeg', size: 9 };
    await models.HomeworkFile.create(
      {
        lessonId: given,
        ...file,
        authorId: author,
        messenger: 'tg',
        fileId: 'F7',
        createdAt: db.now(),
      },
      { transaction },
    );
  });
}

describe('what a child has to do', () => {
  it('is that of the next school day, then of the week ahead, with files', async () => {
    await giveHomework();
    const mother = world.chat('tg:2');
    const { text, buttons } = await mother.says('/homework');
    expect(text).toBe(
      [
        'Иванов Артём, 7А',
        'Домашние задания',
        '',
        'Вторник, 13 октября',
        '• Русский язык: упр. 7 <б> 📎 1',
        '',
        'Среда, 14 октября',
        '• Алгебра: § 12',
        '',
        'Понедельник, 19 октября',
        '• Алгебра: № 9',
      ].join('\n'),
    );
    expect(buttons).toEqual(['📎 Файлы на вт 13.10', 'Дневник', '‹ Обзор']);
    const { files } = await mother.presses('📎');
    expect(files).toEqual([{ kind: 'photo', fileId: 'F7', name: 'упр7.jpg' }]);
  });

  it('is said to be nothing where it is nothing', async () => {
    const mother = world.chat('tg:2');
    const { text } = await mother.says('задания');
    expect(text).toContain('Вторник, 13 октября\nничего не задано');
    world.clock.advance({ days: 240 });
    expect((await mother.says('/homework')).text).toContain('Учебных дней впереди нет.');
  });

  it('leaves out a lesson that is cancelled', async () => {
    await giveHomework();
    const { make, courses } = world;
    await make.aTimetableChange({ course: courses.russian, date: '2026-10-13', number: 1 });
    const { text } = await world.chat('tg:2').says('/homework');
    expect(text).toContain('Вторник, 13 октября\nничего не задано');
  });

  it('is none in grade 1', async () => {
    const { make, chat, classTeacher } = world;
    const little = await make.aPupil('Малышев Петя', { class: '1А' });
    await make.aParent('Малышева Ольга', { of: [little], chat: 'tg:6' });
    const course = await make.aCourse({ class: '1А', subject: 'Чтение', teacher: classTeacher });
    await make.aSlot(course, 2, 1);
    const { text } = await chat('tg:6').says('/homework');
    expect(text).toContain('В первом классе домашних заданий нет.');
  });

  it('takes three reads besides finding out who asks', async () => {
    await giveHomework();
    const mother = world.chat('tg:2');
    expect(await countSelects(world, () => mother.says('/homework'))).toBe(4);
  });

  it('of another child is refused', async () => {
    const { toast } = await world.chat('tg:2').replays(`cdue1:${world.pupils.alyona}`);
    expect(toast).toContain('нет права');
  });
});

describe('a teacher who is a parent', () => {
  it('gives homework by words, and chooses without', async () => {
    await giveHomework();
    const { make, db, chat, pupils } = world;
    await make.aPerson('Завуч Анна', { chat: 'tg:8', roles: ['deputy_head'] });
    await db.write(({ db: { models }, transaction }) =>
      models.Guardianship.create(
        {
          personId: world.classTeacher,
          pupilId: pupils.artyom,
          consentVersion: '1',
          createdAt: db.now(),
        },
        { transaction },
      ),
    );
    const teacher = chat('tg:10');
    const both = await teacher.says('/homework');
    expect(both.buttons).toEqual(['Записать к уроку', 'Задания: Артём И.']);
    expect((await teacher.presses('Задания: Артём')).text).toContain('Вторник, 13 октября');
    const given = await teacher.says('/homework 7А алгебра: § 40');
    expect(given.text).toContain('§ 40');
    await teacher.says('/homework');
    expect((await teacher.presses('Записать')).text).toContain('задани');
    const terms = await teacher.says('/term');
    expect(terms.buttons).toContain('Итоги: Артём И.');
    expect((await teacher.presses('Итоги: Артём')).text).toContain('Иванов Артём, 7А');
    expect((await chat('tg:8').says('/homework')).text).toContain('не для Вашей роли');
    for (const command of ['homework', 'term', 'absences', 'children']) {
      expect(
        (await teacher.says('/help')).text.match(new RegExp(`/${command} `, 'g')),
      ).toHaveLength(1);
    }
  });
});
