import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
beforeEach(async () => {
  world = await openTeacherWorld();
});
afterEach(() => world.close());

describe('one message', () => {
  it.each([
    [
      '7А алгебра: Иванов 5, Петрова 4 5, Козлов н, Сидоров 3 контрольная',
      ['Иванов 5', 'Козлов absent', 'Петрова 4', 'Петрова 5', 'Сидоров 3'],
    ],
    [
      '/mark 7А алгебра: 5 Иванов Петрова; 4 Сидоров; н Козлов',
      ['Иванов 5', 'Козлов absent', 'Петрова 5', 'Сидоров 4'],
    ],
    ['7а алгебра\nИванов 5\nПетрова 4', ['Иванов 5', 'Петрова 4']],
    [
      '7А алгебра 12.10: все 5 кроме Козлов н',
      ['Иванов 5', 'Козлов absent', 'Орлова 5', 'Петрова 5', 'Сидоров 5', 'Смирнов 5', 'Смирнов 5'],
    ],
    ['7А алгебра: Иванову 5/4, орловой — точка', ['Иванов 4', 'Иванов 5', 'Орлова owed']],
    ['7А алгебра: Смирнов Б 4, Смирнову Антону 3', ['Смирнов 3', 'Смирнов 4']],
    ['/absent 7А алгебра: Козлова и Петрову', ['Козлов absent', 'Петрова absent']],
    ['/absent 7А алгебра: Козлов, Петрова', ['Козлов absent', 'Петрова absent']],
    ['/absent 7А алгебра: Козлов б, Петрова', ['Козлов ill', 'Петрова absent']],
  ])('«%s»', async (text, journal) => {
    const card = await world.chat.says(text);
    expect(card.text).toContain('7А · Алгебра\n12 октября, 2-й урок');
    expect(card.text).toContain('Записано:');
    expect(await world.journal()).toEqual(journal);
    expect(card.buttons).toEqual(['Отменить', 'Открыть урок']);
  });

  it('marks a class of 25 and calls its roll', async () => {
    const others = Array.from({ length: 18 }, (_, index) => `Ученик${'абвгдежзиклмнопрст'[index]}`);
    for (const name of others) {
      await world.make.aPupil(`${name} Имя`);
    }
    const names = ['Иванов', 'Козлов', 'Орлова', 'Петрова', 'Сидоров'];
    const lines = [...names, ...others, 'Смирнов А', 'Смирнов Б'].map((name) => `${name} 5`);
    await world.chat.says(`7А алгебра: ${lines.join(', ')}`);
    expect(await world.journal()).toHaveLength(25);
    expect(await world.rollCalled()).toBe(true);
  });

  it('is one action when everyone but two was there and three got marks', async () => {
    await world.chat.says('7А алгебра: н Козлов Петрова; 5 Иванов Сидоров; 4 Орлова');
    expect(await world.journal()).toHaveLength(5);
    expect(await world.rollCalled()).toBe(true);
  });

  it('calls no roll by a few marks', async () => {
    const card = await world.chat.says('7А алгебра: Иванов 5');
    expect(card.text).not.toContain('Перекличка');
    expect(await world.rollCalled()).toBe(false);
  });

  it('means the newest lesson that has begun, or the day that is named', async () => {
    await world.chat.says('7А геометрия: Иванов 5');
    await world.chat.says('7А алгебра 05.10: Иванов 4');
    expect(await world.lessons()).toMatchObject([
      { date: '2026-10-05', number: 2 },
      { date: '2026-10-08', number: 1 },
    ]);
  });

  it('asks for the course by buttons and keeps the message', async () => {
    const asked = await world.chat.says('7А: Иванов 5, Козлов н');
    expect(asked.buttons).toEqual(['7А · Алгебра', '7А · Геометрия']);
    expect(await world.journal()).toEqual([]);
    const card = await world.chat.presses('7А · Алгебра');
    expect(card.text).toContain('Иванов С.: 5');
    expect(world.chat.messages()).toHaveLength(1);
    expect(await world.journal()).toEqual(['Иванов 5', 'Козлов absent']);
  });

  it('needs no header inside an opened lesson, and another course’s header still counts', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.chat.says('Иванов 5, Козлов н');
    await world.chat.says('7А геометрия: Орлова 4');
    expect(await world.journal()).toEqual(['Иванов 5', 'Козлов absent', 'Орлова 4']);
    expect(await world.lessons()).toHaveLength(2);
  });

  it('opens the lesson when it names no pupils', async () => {
    const { text, buttons } = await world.chat.says('/mark 7А алгебра');
    expect(text).toContain('Переклички не было');
    expect(buttons).toContain('1 Иванов');
  });

  it('counts for the kind of work that was chosen on the screen', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    await world.chat.presses('1 Иванов');
    await world.chat.presses('контрольная');
    await world.chat.presses('5');
    const card = await world.chat.says('Орлова 4, Козлов 3 ответ');
    expect(card.text).toContain('Орлова В.: 4, контрольная');
    const kinds = await world.db.select<{ kind: string }>('SELECT kind FROM mark ORDER BY id');
    expect(kinds.map(({ kind }) => kind)).toEqual(['test', 'test', 'answer']);
  });

  it('forgets the opened lesson after an hour', async () => {
    await world.chat.says('/lesson');
    await world.chat.presses('2. 7А Алгебра');
    world.clock.advance({ minutes: 61 });
    const { text } = await world.chat.says('Иванов 5');
    expect(text).not.toContain('Записано');
    expect(await world.journal()).toEqual([]);
  });
});

describe('the card', () => {
  it('tells namesakes with one initial apart by their numbers', async () => {
    await world.make.aPupil('Смирнов Артём');
    const card = await world.chat.says('7А алгебра: Смирнов Антон 5, Смирнов Артём 4, Смирнов Б 3');
    expect(card.text).toContain('6. Смирнов А.: 5\n8. Смирнов А.: 4\nСмирнов Б.: 3');
  });

  it('asks which Смирнов by buttons that finish that line alone', async () => {
    const card = await world.chat.says('7А алгебра: Иванов 5, Смирнов 4');
    expect(card.text).toContain('Иванов С.: 5');
    expect(card.buttons).toEqual(['Смирнов А.: 4', 'Смирнов Б.: 4', 'Отменить', 'Открыть урок']);
    const first = world.chat.payload('Смирнов Б.: 4');
    const done = await world.chat.presses('Смирнов Б.: 4');
    expect(done.text).toContain('Смирнов Б.: 4');
    expect(done.buttons).toEqual(['Отменить', 'Открыть урок']);
    // The second of two quick taps.
    expect((await world.chat.replays(first)).toast).toContain('Ничего не записано');
    expect(await world.journal()).toEqual(['Иванов 5', 'Смирнов 4']);
    expect(world.chat.messages()).toHaveLength(1);
  });

  it('takes back everything it holds, answers too, and nothing else', async () => {
    await world.chat.says('7А алгебра: Орлова 3');
    await world.chat.says('7А алгебра: Иванов 5, Смирнов 4');
    await world.chat.presses('Смирнов А.: 4');
    const undone = await world.chat.presses('Отменить');
    expect(undone.text).toContain('Отменено: 2 отметки.');
    expect(undone.text).toContain('Иванов С., Смирнов А.');
    expect(await world.journal()).toEqual([
      'Иванов 5 cancelled',
      'Орлова 3',
      'Смирнов 4 cancelled',
    ]);
  });

  it('still knows what an older card’s button means, and says when it is overtaken', async () => {
    await world.chat.says('7А алгебра: Иванов 5');
    const older = world.chat.payload('Отменить');
    await world.chat.says('7А алгебра: Орлова 3');
    await world.chat.replays(older);
    expect(await world.journal()).toEqual(['Иванов 5 cancelled', 'Орлова 3']);
    const again = await world.chat.replays(older);
    expect(again.toast).toContain('отмена не выполнена');
  });

  it('has a list number confirmed where it could as well be a mark', async () => {
    const card = await world.chat.says('7А алгебра: 1 5');
    expect(card.text).toContain('«1»: номер ученика или отметка?');
    await world.chat.presses('Иванов С.: 5');
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('names an unknown pupil with the nearest, and wrong values, and keeps the rest', async () => {
    const card = await world.chat.says('7А алгебра: Сидорав 4, Орлова 6, Иванов 5');
    expect(card.text).toContain('Иванов С.: 5');
    expect(card.text).toContain('Не записано:');
    expect(card.text).toContain('Сидорав');
    expect(card.text).toContain('такой отметки нет');
    expect(await world.journal()).toEqual(['Иванов 5']);
    await world.chat.presses('Сидоров Л.: 4');
    expect(await world.journal()).toEqual(['Иванов 5', 'Сидоров 4']);
  });

  it('leaves out whoever’s record stands in the way and offers to replace it', async () => {
    await world.chat.says('7А алгебра: Иванов 5, Козлов н');
    const card = await world.chat.says('7А алгебра: Иванов н, Козлов 4, Орлова 3');
    expect(card.text).toContain('Иванов С.: за урок уже стоит отметка.');
    expect(card.text).toContain('Козлов Д.: за урок уже стоит «н».');
    expect(await world.journal()).toEqual(['Иванов 5', 'Козлов absent', 'Орлова 3']);
    await world.chat.presses('Козлов Д.: заменить на 4');
    const done = await world.chat.presses('Иванов С.: заменить на н');
    expect(done.text).not.toContain('Не записано');
    expect(await world.journal()).toEqual([
      'Иванов 5 cancelled',
      'Иванов absent',
      'Козлов 4',
      'Козлов absent cancelled',
      'Орлова 3',
    ]);
  });

  it('finishes a line of a card that is forgotten on a card of its own', async () => {
    await world.chat.says('7А алгебра: Иванов 5, Смирнов 4');
    const answer = world.chat.payload('Смирнов А.: 4');
    world.clock.advance({ minutes: 90 });
    const card = await world.chat.replays(answer);
    expect(card.text).toContain('Смирнов А.: 4');
    expect(card.text).not.toContain('Иванов');
    expect(await world.journal()).toEqual(['Иванов 5', 'Смирнов 4']);
  });
});

describe('topic and homework', () => {
  it('are written by one message', async () => {
    await world.chat.says('/topic 7А геометрия: Признаки равенства');
    await world.chat.says('/homework 7А алгебра: № 12: а, б');
    expect(await world.lessons()).toMatchObject([
      { date: '2026-10-08', topic: 'Признаки равенства', homework: null },
      { date: '2026-10-12', topic: null, homework: '№ 12: а, б' },
    ]);
  });

  it('are asked for the newest lesson, and a text alone is for that too', async () => {
    const asked = await world.chat.says('тема');
    expect(asked.text).toContain('7А · Алгебра\n12 октября');
    await world.chat.says('Дроби');
    await world.chat.says('/homework § 12');
    expect(await world.lessons()).toEqual([
      { date: '2026-10-12', number: 2, topic: 'Дроби', homework: '§ 12' },
    ]);
  });

  it('ask for the subject where the class alone could be several, and for a missing text', async () => {
    await world.chat.says('/topic 7А: Дроби');
    expect(await world.lessons()).toMatchObject([{ date: '2026-10-12', topic: 'Дроби' }]);
    world.clock.advance({ hours: -1.2 });
    await world.chat.says('/cancel');
    const asked = await world.chat.says('/topic 7А: Степени');
    expect(asked.text).toBe('Назовите и предмет. Вы ведёте: 7А · Алгебра, 7А · Геометрия.');
    expect((await world.chat.says('/topic 7А геометрия')).text).toContain('Напишите тему урока');
    await world.chat.says('Признаки');
    expect(await world.lessons()).toMatchObject([{ topic: 'Признаки' }, { topic: 'Дроби' }]);
  });

  it('take a text that only begins like a class', async () => {
    await world.chat.says('/topic 5 законов умножения');
    expect(await world.lessons()).toMatchObject([{ topic: '5 законов умножения' }]);
  });

  it('/undo takes back the last of them', async () => {
    await world.chat.says('/topic Дроби');
    await world.chat.says('/homework § 12');
    const undone = await world.chat.says('/undo');
    expect(undone.text).toContain('Отменено: запись об уроке.');
    expect(await world.lessons()).toMatchObject([{ topic: 'Дроби', homework: null }]);
  });

  it('/cancel lets the question go', async () => {
    await world.chat.says('/topic');
    await world.chat.says('/cancel');
    await world.chat.says('Дроби');
    expect(await world.lessons()).toEqual([]);
  });
});

describe('commands alone', () => {
  it('/mark and /absent explain themselves by an example of one’s own', async () => {
    expect((await world.chat.says('/mark')).text).toBe(
      'Напишите класс, предмет и отметки одним сообщением:\n7А алгебра: Иванов 5, Козлов н',
    );
    expect((await world.chat.says('/absent')).text).toContain('7А алгебра: Иванов');
  });
});
