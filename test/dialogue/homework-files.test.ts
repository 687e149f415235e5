import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duePress, removeFilePress } from '../../bot/dialogue/lesson-tool-presses.ts';
import { homeworkFilesPress } from '../../bot/dialogue/parent-presses.ts';
import type { TestChat } from './chat.ts';
import { countSelects } from './family-world.ts';
import { openTeacherWorld, type TeacherWorld } from './teacher-world.ts';

let world: TeacherWorld;
let mother: TestChat;
beforeEach(async () => {
  world = await openTeacherWorld();
  await world.make.aParent('Иванова Мария', { of: [world.pupil('Иванов Семён')], chat: 'tg:4' });
  mother = world.chats('tg:4');
});
afterEach(() => world.close());

const openAlgebra = async () => {
  await world.chat.says('/lesson');
  return world.chat.presses('2. 7А Алгебра');
};
const photo = (fileId: string) => ({ fileId, mime: 'image/jpeg', size: 50_000 });
const homework = async () => {
  const rows = await world.db.select<{ homework: string | null; due: string | null }>(
    'SELECT homework, homework_due AS due FROM lesson',
  );
  return rows[0];
};
const files = async () => {
  const rows = await world.db.select<{ name: string; state: string }>(
    'SELECT name, state FROM homework_file ORDER BY id',
  );
  return rows.map(({ name, state }) => (state === 'active' ? name : `${name} ${state}`));
};

describe('a file of the homework', () => {
  it('is kept while the homework is asked for, and parents get it by its own name', async () => {
    await openAlgebra();
    const asked = await world.chat.presses('Задание');
    expect(asked.text).toContain('Фото и файлы тоже можно прислать, не больше 5.');
    const kept = await world.chat.sends('photo', photo('AgAC-1'));
    expect(kept.text).toContain('Файл приложен к заданию (1 из 5).');
    expect(kept.text).toContain('Задание: См. прикреплённый файл 📎 1');
    await world.chat.sends('document', {
      fileId: 'BQAC-2',
      name: 'Карточка <1>.pdf',
      mime: 'application/pdf',
      size: 900,
    });
    const opened = await world.chat.says('§ 12, № 3');
    expect(opened.text).toContain('Задание: § 12, № 3 📎 2');
    const diary = await mother.says('/diary');
    expect(diary.text).toContain('Задано: § 12, № 3 📎 2');
    const sent = await mother.presses('📎 Файлы к домашнему заданию');
    expect(sent.files).toEqual([
      { kind: 'photo', fileId: 'AgAC-1', name: 'фото.jpg' },
      { kind: 'document', fileId: 'BQAC-2', name: 'Карточка <1>.pdf' },
    ]);
    expect(sent.text).toContain('Алгебра, 12 октября: Карточка <1>.pdf');
  });

  it('brings its text as a caption, and the next message is an entry again', async () => {
    await openAlgebra();
    await world.chat.presses('Задание');
    await world.chat.sends('photo', { ...photo('1'), caption: '§ 5' });
    await world.chat.says('Иванов 5');
    expect(await homework()).toMatchObject({ homework: '§ 5' });
    expect(await world.journal()).toEqual(['Иванов 5']);
  });

  it('is kept with «дз» under it while the lesson is open, with all that came in one go', async () => {
    await openAlgebra();
    const hint = await world.chat.sends('photo', photo('0'));
    expect(hint.text).toContain('подпишите файл «дз»');
    await world.chat.sends('photo', { ...photo('1'), caption: 'ДЗ: § 7', album: 'a' });
    await world.chat.sends('photo', { ...photo('2'), album: 'a' });
    await world.chat.sends('photo', { ...photo('3'), album: 'b' });
    await world.chat.says('Козлов н');
    expect(await homework()).toMatchObject({ homework: '§ 7' });
    expect(await files()).toEqual(['фото.jpg', 'фото.jpg']);
    expect(await world.journal()).toEqual(['Козлов absent']);
  });

  it('is undone, taken away, and then the text about it goes too', async () => {
    await openAlgebra();
    await world.chat.presses('Задание');
    await world.chat.sends('document', { fileId: '1', name: 'один.pdf' });
    await world.chat.sends('document', { fileId: '2', name: 'два.pdf' });
    const undone = await world.chat.presses('Отменить');
    expect(undone.text).toContain('Отменено: 1 файл.');
    expect(await files()).toEqual(['один.pdf', 'два.pdf removed']);
    await openAlgebra();
    const asked = await world.chat.presses('Задание');
    expect(asked.buttons).toContain('✕ один.pdf');
    const removed = await world.chat.presses('✕ один.pdf');
    expect(removed.buttons).not.toContain('✕ один.pdf');
    expect(await homework()).toMatchObject({ homework: null });
    expect(await files()).toEqual(['один.pdf removed', 'два.pdf removed']);
  });

  it('of other kinds, too big, too many, or of a stranger is refused with a sentence', async () => {
    await openAlgebra();
    await world.chat.presses('Задание');
    expect((await world.chat.sends('sticker')).text).toContain('можно приложить фото или документ');
    const big = { ...photo('big'), size: 21 * 1024 * 1024 };
    expect((await world.chat.sends('photo', big)).text).toContain('не больше 20 МБ');
    for (const fileId of ['1', '2', '3', '4', '5']) {
      await world.chat.sends('photo', photo(fileId));
    }
    expect((await world.chat.sends('photo', photo('6'))).text).toContain('приложено 5 файлов');
    expect(await files()).toHaveLength(5);
    expect((await mother.sends('photo', photo('x'))).text).toContain('не принимает');
    await world.chat.says('/cancel');
    expect((await world.chat.sends('photo', photo('7'))).text).toContain('не принимает');
  });
});

describe('a parent', () => {
  async function attach(count: number): Promise<void> {
    await openAlgebra();
    await world.chat.presses('Задание');
    for (let index = 1; index <= count; index += 1) {
      await world.chat.sends('photo', photo(`f${index}`));
    }
    await world.chat.says('§ 1');
  }

  it('gets files of homework that is due, under the day it is due', async () => {
    await attach(1);
    await mother.says('/diary');
    await mother.presses('чт 15.10 ›');
    expect(mother.screen().text).not.toContain('📎');
    const monday = await mother.presses('пн 19.10 ›');
    expect(monday.text).toContain('К уроку: § 1 📎 1');
    const sent = await mother.presses('📎 Файлы');
    expect(sent.files).toEqual([{ kind: 'photo', fileId: 'f1', name: 'фото.jpg' }]);
    expect(mother.messages()[0]?.text).toContain('К уроку: § 1');
  });

  it('gets ten at once and the others by a button', async () => {
    await attach(5);
    const { make, teacher } = world;
    for (const [subject, number] of [
      ['Физика', 6],
      ['Химия', 7],
    ] as const) {
      const course = await make.aCourse({ subject, teacher });
      await make.aSlot(course, 1, number);
      world.clock.advance({ hours: 3 });
      await world.chat.says(`/homework 7А ${subject}`);
      for (let index = 1; index <= 4; index += 1) {
        await world.chat.sends('photo', photo(`${subject}${index}`));
      }
    }
    await mother.says('/diary');
    const first = await mother.presses('📎 Файлы');
    expect(first.files).toHaveLength(10);
    expect(first.buttons).toEqual(['Ещё файлы: 3']);
    const rest = await mother.presses('Ещё файлы: 3');
    expect(rest.files.map((file) => ('fileId' in file ? file.fileId : null))).toEqual([
      'Химия2',
      'Химия3',
      'Химия4',
    ]);
    expect(rest.buttons).toEqual([]);
  });

  it('gets nothing of another’s child, of files that are gone, or of another messenger', async () => {
    await attach(1);
    const stranger = world.chats('tg:5');
    await world.make.aParent('Козлова Нина', { of: [world.pupil('Козлов Денис')], chat: 'tg:5' });
    const child = world.pupil('Иванов Семён');
    const payload = homeworkFilesPress(child, '2026-10-12', 0);
    for (const chat of [stranger, world.chat, world.chats('tg:404')]) {
      const heard = await chat.replays(payload);
      expect(heard.toast).toContain('нет права');
      expect(heard.files).toEqual([]);
    }
    const elsewhere = world.chats('max:4');
    await world.db.write(async (tx) => {
      const [link] = await tx.db.models.ChatLink.findAll({
        where: { address: 'tg:4' },
        transaction: tx.transaction,
      });
      const row = { personId: link?.personId ?? 0, address: 'max:4', linkedAt: tx.now };
      await tx.db.models.ChatLink.create(row, { transaction: tx.transaction });
    });
    const named = await elsewhere.replays(payload);
    expect(named.files).toEqual([]);
    expect(named.text).toContain('Файл прислан через другой мессенджер');
    await world.chat.presses('Задание');
    await world.chat.presses('✕ фото.jpg');
    expect((await mother.replays(payload)).toast).toContain('убрал файлы');
    for (const broken of ['hwf1:1', `hwf1:${child}:x:0`, `hwf1:${child}:2026-10-12:-1`]) {
      expect((await mother.replays(broken)).toast).toContain('устарела');
    }
  });

  it('is asked for by five reads besides finding out who asks', async () => {
    await attach(1);
    const press = homeworkFilesPress(world.pupil('Иванов Семён'), '2026-10-12', 0);
    expect(await countSelects(world, () => mother.replays(press))).toBe(5 + 1);
  });
});

describe('the day homework is for', () => {
  it('is chosen before or after the text, and parents read it', async () => {
    await openAlgebra();
    const asked = await world.chat.presses('Задание');
    expect(asked.buttons).toEqual(['✓ к следующему', 'на пн 02.11', 'на пн 09.11', '‹ Назад']);
    const chosen = await world.chat.presses('на пн 02.11');
    expect(chosen.buttons).toContain('✓ на пн 02.11');
    expect(await world.lessons()).toEqual([]);
    const opened = await world.chat.says('проект');
    expect(opened.text).toContain('Задание на 2 ноября: проект');
    expect((await mother.says('/diary')).text).toContain('Задано на 2 ноября: проект');
    await mother.presses('чт 15.10 ›');
    await mother.presses('пн 19.10 ›');
    expect(mother.screen().text).not.toContain('проект');
    world.clock.advance({ days: 21 });
    expect((await mother.says('/diary')).text).toContain('К уроку: проект');
    world.clock.advance({ days: -21 });
    await world.chat.presses('Задание');
    await world.chat.presses('к следующему');
    expect(await homework()).toEqual({ homework: 'проект', due: null });
    const changes = await world.db.select("SELECT id FROM change WHERE record = 'lesson'");
    await world.chat.presses('✓ к следующему');
    expect(await world.db.select("SELECT id FROM change WHERE record = 'lesson'")).toEqual(changes);
  });

  it('and its files are nobody else’s to choose', async () => {
    await openAlgebra();
    await world.chat.presses('Задание');
    await world.chat.sends('photo', photo('1'));
    const [row] = await world.db.select<{ id: number }>('SELECT id FROM homework_file');
    const key = { courseId: world.courses.algebra, date: '2026-10-12', number: 2 };
    const reading = { courseId: world.courses.reading, date: '2026-10-12', number: 1 };
    await world.make.aTeacher('Зуев Олег', { chat: 'tg:2' });
    for (const chat of [world.chats('tg:2'), mother]) {
      for (const payload of [duePress(key, '2026-11-02'), removeFilePress(key, row?.id ?? 0)]) {
        expect((await chat.replays(payload)).toast).toContain('нет права');
      }
    }
    expect((await world.chat.replays(removeFilePress(reading, row?.id ?? 0))).toast).toContain(
      'Такой записи нет',
    );
    expect((await world.chat.replays(duePress(reading, null))).toast).toContain('В первом классе');
    expect((await world.chat.replays(duePress(key, '2026-10-01'))).toast).toContain('1 октября');
    expect(await files()).toEqual(['фото.jpg']);
  });
});
