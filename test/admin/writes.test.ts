import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldValues } from '../../db/actions/edit-record.ts';
import { answerOf, api, type PanelAnswer, type PanelClient } from './panel-client.ts';
import { openPanelWorld, type PanelWorld } from './panel-world.ts';

let world: PanelWorld;
let administrator: PanelClient;
beforeAll(async () => {
  world = await openPanelWorld();
  administrator = await world.loggedIn('administrator');
});
afterAll(() => world.close());

const post = (path: string, fields: Record<string, string> = {}): Promise<PanelAnswer> =>
  answerOf(administrator.post(path, fields));
const create = (resource: string, fields: Record<string, string>) =>
  post(api.create(resource), fields);
const edit = (resource: string, id: number | string, fields: Record<string, string>) =>
  post(api.record(resource, id, 'edit'), fields);
const remove = (resource: string, id: number | string) => post(api.record(resource, id, 'delete'));
const changes = async (record: string, recordId: number) =>
  (await world.db.models.Change.findAll({ where: { record, recordId }, order: ['id'] })).map(
    (change) => ({
      ...change.toJSON(),
      after: parsed(change.after),
      before: parsed(change.before),
    }),
  );
const parsed = (json: string | null): FieldValues | null => json && JSON.parse(json);
const mark = async (id = world.school.markId) => {
  const stored = await world.db.models.Mark.findByPk(id);
  if (!stored) {
    throw new Error(`mark ${id} is gone`);
  }
  return stored;
};
const version = async (id?: number) => String((await mark(id)).version);

describe('a mark', () => {
  it('is corrected through the verb of the chat: audited, and the mother is to be told', async () => {
    const { markId } = world.school;
    const answer = await edit('mark', markId, { value: '5', version: '1' });
    expect(answer.notice).toMatchObject({ type: 'success' });
    expect(await mark()).toMatchObject({ value: 5, kind: 'answer', version: 2 });
    const [change] = await changes('mark', markId);
    expect(change).toMatchObject({
      door: 'panel',
      actorId: world.people.administrator,
      before: { value: 4 },
      after: { value: 5 },
    });
    expect(change?.operation).toMatch(/^panel:/);
    const notice = await world.db.models.Notice.findOne({ where: { recordId: markId } });
    expect(notice).toMatchObject({ personId: world.people.mother, state: 'waiting' });
  });

  it('erased becomes work owed, and never 0', async () => {
    const { markId } = world.school;
    for (const erased of ['', '__FORM_VALUE_NULL__']) {
      await edit('mark', markId, { value: '4', version: await version() });
      const answer = await edit('mark', markId, { value: erased, version: await version() });
      expect(answer.notice).toMatchObject({ type: 'success' });
      expect((await mark()).value).toBeNull();
    }
    const values = (await changes('mark', markId)).map(({ after }) => after?.value);
    expect(values).not.toContain(0);
  });

  it.each(['0', '6', '1', '4.5', 'пять', '-5'])('is refused at «%s»', async (value) => {
    const before = (await mark()).toJSON();
    const answer = await edit('mark', world.school.markId, { value, version: await version() });
    expect(answer.notice).toMatchObject({ type: 'error' });
    expect(answer.record?.errors.value?.message).toMatch(/Отметка может быть|Нужно число/);
    expect((await mark()).toJSON()).toEqual(before);
  });

  it('is not overwritten by a form opened before it changed', async () => {
    const stale = await version();
    await edit('mark', world.school.markId, { value: '3', version: stale });
    const answer = await edit('mark', world.school.markId, { value: '5', version: stale });
    expect(answer.notice?.message).toBe('Пока Вы правили, запись изменили. Откройте её заново');
    expect((await mark()).value).toBe(3);
  });

  it('keeps fields that were not posted, and its lesson and pupil for ever', async () => {
    const { markId, secondPupilId } = world.school;
    await edit('mark', markId, { comment: 'у доски', version: await version() });
    expect(await mark()).toMatchObject({ value: 3, comment: 'у доски' });
    const moved = await edit('mark', markId, {
      pupilId: String(secondPupilId),
      version: await version(),
    });
    expect(moved.record?.errors.pupilId?.message).toMatch(/не меняется/);
    const forged = await edit('mark', markId, {
      weight: '9',
      authorId: String(world.people.deputy),
      date: '2026-10-01',
      version: await version(),
    });
    expect(forged.notice?.type).toBe('success');
    expect(await mark()).toMatchObject({
      weight: 1,
      authorId: world.people.teacher,
      date: '2026-10-12',
      pupilId: world.school.pupilId,
    });
  });

  it('is given at a lesson and cancelled, never deleted', async () => {
    const { lessonId, secondPupilId } = world.school;
    const given = await create('mark', {
      lessonId: String(lessonId),
      pupilId: String(secondPupilId),
      value: '2',
      kind: 'test',
    });
    const id = Number(given.record?.id);
    expect(await mark(id)).toMatchObject({ value: 2, weight: 2, state: 'active' });
    expect((await remove('mark', id)).notice).toMatchObject({ type: 'success' });
    expect(await mark(id)).toMatchObject({ state: 'cancelled' });
    expect((await changes('mark', id)).map(({ door }) => door)).toEqual(['panel', 'panel']);
  });

  it('is refused in grade 1, for a stranger of the class and beside an absence', async () => {
    const { lessonId, firstLessonId, firstPupilId, secondPupilId } = world.school;
    const count = await world.db.models.Mark.count();
    const give = (lesson: number, pupil: number) =>
      create('mark', {
        lessonId: String(lesson),
        pupilId: String(pupil),
        value: '5',
        kind: 'answer',
      });
    const inFirst = await give(firstLessonId, firstPupilId);
    expect(inFirst.notice?.message).toBe('В первом классе отметок не ставят');
    const stranger = await give(lessonId, firstPupilId);
    expect(stranger.record?.errors.pupilId?.message).toMatch(/не учится/);
    await create('absence', {
      lessonId: String(lessonId),
      pupilId: String(secondPupilId),
      code: 'ill',
    });
    expect((await give(lessonId, secondPupilId)).notice?.message).toMatch(/и отметки, и пропуска/);
    expect(await world.db.models.Mark.count()).toBe(count);
  });

  it('waits for a reason once its term is closed', async () => {
    const close = (state: 'open' | 'closed') =>
      world.db.write(({ db, transaction }) =>
        db.models.Term.update({ state }, { where: {}, transaction }),
      );
    await close('closed');
    const { markId } = world.school;
    const refused = await edit('mark', markId, { value: '4', version: await version() });
    expect(refused.notice?.message).toMatch(/период закрыт/);
    const reason = 'ошибка при вводе';
    const taken = await edit('mark', markId, { value: '4', version: await version(), reason });
    await close('open');
    expect(taken.notice?.type).toBe('success');
    expect((await changes('mark', markId)).at(-1)).toMatchObject({ reason });
  });
});

describe('a term mark', () => {
  const stored = async (id: number) => (await world.db.models.TermMark.findByPk(id))?.toJSON();
  const close = (state: 'open' | 'closed') =>
    world.db.write(({ db, transaction }) =>
      db.models.Term.update({ state }, { where: {}, transaction }),
    );

  it('is decided, corrected and cancelled through the verb of the chat', async () => {
    const { courseId, pupilId } = world.school;
    const term = await world.db.models.Term.findOne();
    const fields = {
      courseId: String(courseId),
      termId: String(term?.id),
      pupilId: String(pupilId),
    };
    const given = await create('term_mark', { ...fields, value: '5', proposal: '2', mean: '2' });
    const id = Number(given.record?.id);
    expect(await stored(id)).toMatchObject({
      value: '5',
      state: 'active',
      authorId: world.people.administrator,
    });
    expect((await stored(id))?.proposal).not.toBe('2');
    expect(given.record?.title).toBe('Иванов Семён Игоревич – 7А Алгебра');
    const twice = await create('term_mark', { ...fields, value: '4' });
    expect(twice.notice?.type).toBe('error');
    await edit('term_mark', id, { value: '4', version: '1' });
    expect(await stored(id)).toMatchObject({ value: '4', version: 2 });
    const stale = await edit('term_mark', id, { value: '3', version: '1' });
    expect(stale.notice?.message).toBe('Пока Вы правили, запись изменили. Откройте её заново');
    const wrong = await edit('term_mark', id, { value: 'pass', version: '2' });
    expect(wrong.record?.errors.value?.message).toBe('Такого итога у этого предмета не бывает');
    await remove('term_mark', id);
    expect(await stored(id)).toMatchObject({ value: '4', state: 'cancelled' });
    const again = await create('term_mark', { ...fields, value: 'exempt' });
    expect(Number(again.record?.id)).toBe(id);
    expect((await changes('term_mark', id)).map(({ door }) => door)).toEqual(
      Array.from({ length: 4 }, () => 'panel'),
    );
  });

  it('waits for a reason once its term is closed', async () => {
    const { models } = world.db;
    const { id = 0 } = (await models.TermMark.findOne({ where: { state: 'active' } })) ?? {};
    await close('closed');
    const seen = String((await stored(id))?.version);
    const refused = await edit('term_mark', id, { value: '3', version: seen });
    expect(refused.notice?.message).toMatch(/период закрыт/);
    const reason = 'решение педсовета';
    const taken = await edit('term_mark', id, { value: '3', version: seen, reason });
    await close('open');
    expect(taken.notice?.type).toBe('success');
    expect((await changes('term_mark', id)).at(-1)).toMatchObject({ reason });
  });

  it('is refused in grade 1, and stands for the year where no term is named', async () => {
    const { firstCourseId, firstPupilId, courseId, secondPupilId } = world.school;
    const inFirst = await create('term_mark', {
      courseId: String(firstCourseId),
      pupilId: String(firstPupilId),
      value: '5',
    });
    expect(inFirst.notice?.message).toBe('В первом классе отметок не ставят');
    const year = await create('term_mark', {
      courseId: String(courseId),
      pupilId: String(secondPupilId),
      value: '5',
    });
    // The one term of this school is its last, and has begun.
    expect(await stored(Number(year.record?.id))).toMatchObject({ termId: null, value: '5' });
    await remove('term_mark', Number(year.record?.id));
  });
});

describe('absences and lessons', () => {
  it('go through the verbs of the chat as well', async () => {
    const { secondPupilId } = world.school;
    const { Absence } = world.db.models;
    const absence = await Absence.findOne({ where: { pupilId: secondPupilId } });
    const id = absence?.id ?? 0;
    await edit('absence', id, { code: 'excused', version: '1' });
    expect(await Absence.findByPk(id)).toMatchObject({ code: 'excused', version: 2 });
    const stale = await edit('absence', id, { code: 'late', version: '1' });
    expect(stale.notice?.type).toBe('error');
    await remove('absence', id);
    expect(await Absence.findByPk(id)).toMatchObject({ state: 'cancelled' });
    expect((await changes('absence', id)).map(({ door }) => door)).toEqual([
      'panel',
      'panel',
      'panel',
    ]);
  });

  it('take a topic and homework, and refuse homework in grade 1 and days to come', async () => {
    const { lessonId, firstLessonId, courseId } = world.school;
    const { Lesson } = world.db.models;
    const filled = { topic: 'Степени', homework: '№ 12–15', version: '1' };
    await edit('lesson', lessonId, filled);
    expect(await Lesson.findByPk(lessonId)).toMatchObject({
      topic: 'Степени',
      homework: '№ 12–15',
    });
    await edit('lesson', lessonId, { homework: '', version: '3' });
    expect(await Lesson.findByPk(lessonId)).toMatchObject({ topic: 'Степени', homework: null });
    const first = await edit('lesson', firstLessonId, filled);
    expect(first.record?.errors.homework?.message).toMatch(/не задают/);
    expect(await Lesson.findByPk(firstLessonId)).toMatchObject({ topic: null, homework: null });
    const key = { courseId: String(courseId), number: '2', topic: 'Корни' };
    const later = await create('lesson', { ...key, date: '2026-10-19' });
    expect(later.notice?.message).toMatch(/ещё не наступил/);
    const unplanned = await create('lesson', { ...key, date: '2026-10-09' });
    expect(unplanned.notice?.message).toMatch(/такого урока нет/);
  });
});

describe('the school’s own records', () => {
  it('are written with an audit line, and found by any spelling of a name', async () => {
    const { record } = await create('pupil', {
      lastName: 'Счётчикова-Ёлкина',
      firstName: 'Любовь',
      bornOn: '2014-03-01',
      nameKey: 'forged',
    });
    const id = Number(record?.id);
    const { Pupil } = world.db.models;
    expect(await Pupil.findByPk(id)).toMatchObject({
      nameKey: 'счетчикова-елкина любовь',
      bornOn: '2014-03-01',
      createdAt: world.db.now(),
    });
    for (const typed of ['елкина', 'СЧЁТЧИКОВА люб', 'Любовь, счетчикова']) {
      const found = await answerOf(administrator.get(api.search('pupil', typed)));
      expect(found.records?.map((pupil) => pupil.id)).toEqual([id]);
    }
    await edit('pupil', id, { firstName: 'Вера', bornOn: '' });
    expect(await Pupil.findByPk(id)).toMatchObject({
      nameKey: 'счетчикова-елкина вера',
      bornOn: null,
    });
    await remove('pupil', id);
    const lines = await changes('pupil', id);
    expect(
      lines.map(({ door, before, after }) => [door, before?.firstName, after?.firstName]),
    ).toEqual([
      ['panel', undefined, 'Любовь'],
      ['panel', 'Любовь', 'Вера'],
      ['panel', 'Вера', undefined],
    ]);
  });

  it('keep an emptied number empty', async () => {
    const dayOff = await create('day_off', {
      academicYearId: String(world.school.yearId),
      name: 'Карантин',
      startsOn: '2026-12-01',
      endsOn: '2026-12-05',
      grade: '5',
    });
    const id = Number(dayOff.record?.id);
    await edit('day_off', id, { grade: '' });
    expect(await world.db.models.DayOff.findByPk(id)).toMatchObject({ grade: null });
    const bell = await edit(
      'bell',
      Number(
        (await create('bell', { number: '1', startsAt: '08:30', endsAt: '09:10' })).record?.id,
      ),
      { number: '' },
    );
    expect(bell.record?.errors.number?.message).toBe('Заполните это поле');
    expect(bell.record?.params.number ?? null).toBeNull();
  });

  it('take the column’s default for what was left out', async () => {
    const { classId } = world.school;
    const subject = await create('subject', { name: 'История' });
    const course = await create('course', {
      classId: String(classId),
      subjectId: String(subject.record?.id),
    });
    expect(await world.db.models.Course.findByPk(Number(course.record?.id))).toMatchObject({
      groupName: '',
      markFree: false,
      teacherId: null,
    });
  });

  it('say in a sentence what stands in the way', async () => {
    const taken = await create('subject', { name: 'История' });
    expect(taken.notice?.message).toBe('Такая запись уже есть');
    const used = await remove('pupil', world.school.pupilId);
    expect(used.notice).toMatchObject({
      type: 'error',
      message: expect.stringMatching(/опираются другие/),
    });
    expect(await world.db.models.Pupil.findByPk(world.school.pupilId)).not.toBeNull();
    const empty = await create('pupil', { lastName: 'Безымянный' });
    expect(empty.record?.errors.firstName?.message).toBe('Заполните это поле');
    const choice = await create('role', { personId: String(world.people.mother), role: 'king' });
    expect(choice.record?.errors.role?.message).toBe('Выберите из списка');
    const missing = await create('role', { personId: '999', role: 'teacher' });
    expect(missing.notice?.message).toBe('Такой записи нет');
    const school = { academicYearId: String(world.school.yearId), letter: 'А' };
    const grade = await create('school_class', { ...school, grade: '12' });
    expect(grade.notice?.message).toBe('Такое значение не подходит');
    const bell = await create('bell', { number: '9', startsAt: '8.30', endsAt: '09:10' });
    expect(bell.record?.errors.startsAt?.message).toMatch(/08:30/);
  });

  it('cancel a lesson of the timetable, or move it to a place that is named', async () => {
    const lesson = { courseId: String(world.school.courseId), date: '2026-10-19', number: '2' };
    const homeless = await create('timetable_change', { ...lesson, kind: 'moved' });
    expect(homeless.record?.errors.toDate?.message).toBe('Заполните это поле');
    expect(homeless.record?.errors.toNumber?.message).toBe('Заполните это поле');
    const moved = { ...lesson, kind: 'moved', toDate: '2026-10-20', toNumber: '3' };
    const { record } = await create('timetable_change', { ...moved, reason: 'болезнь учителя' });
    const id = Number(record?.id);
    expect(record?.title).toBe('7А Алгебра 19.10 №2');
    expect((await create('timetable_change', moved)).notice?.message).toBe('Такая запись уже есть');
    const { TimetableChange } = world.db.models;
    expect(await TimetableChange.findByPk(id)).toMatchObject({
      kind: 'moved',
      toDate: '2026-10-20',
      toNumber: 3,
      reason: 'болезнь учителя',
    });
    const half = await edit('timetable_change', id, { kind: 'cancelled' });
    expect(half.notice?.message).toBe('Такое значение не подходит');
    await edit('timetable_change', id, { kind: 'cancelled', toDate: '', toNumber: '' });
    expect(await TimetableChange.findByPk(id)).toMatchObject({ kind: 'cancelled', toDate: null });
    await remove('timetable_change', id);
    const lines = await changes('timetable_change', id);
    expect(lines.map(({ after }) => after?.kind)).toEqual(['moved', 'cancelled', undefined]);
  });

  it('never leave the school without an administrator', async () => {
    const { administrator: personId } = world.people;
    const { Role, Person } = world.db.models;
    const role = await Role.findOne({ where: { personId } });
    expect((await remove('role', role?.id ?? 0)).notice?.type).toBe('error');
    expect((await edit('person', personId, { state: 'inactive' })).notice?.type).toBe('error');
    expect(await Role.count({ where: { role: 'administrator' } })).toBe(1);
    expect(await Person.findByPk(personId)).toMatchObject({ state: 'active' });
  });

  it('cut a chat off and keep it on record', async () => {
    const { ChatLink } = world.db.models;
    const link = await ChatLink.findOne();
    await remove('chat_link', link?.id ?? 0);
    expect(await ChatLink.findByPk(link?.id ?? 0)).toMatchObject({ state: 'cut' });
  });

  it('keep a subject’s own thresholds, between 1 and 5, or none', async () => {
    const { Subject } = world.db.models;
    const made = await create('subject', { name: 'Химия', thresholdFive: '4.65' });
    const id = Number(made.record?.id);
    expect(await Subject.findByPk(id)).toMatchObject({ thresholdFive: 4.65, thresholdFour: null });
    await edit('subject', id, { thresholdFive: '' });
    expect(await Subject.findByPk(id)).toMatchObject({ thresholdFive: null });
    const wrong = await edit('subject', id, { thresholdFour: '9' });
    expect(wrong.notice?.message).toBe('Такое значение не подходит');
  });

  it('tune a setting by a number within its range only', async () => {
    await create('setting', { key: 'notice.delay', value: '60' });
    const { Setting } = world.db.models;
    expect(await Setting.findByPk('notice.delay')).toMatchObject({ value: '60' });
    const wrong = await edit('setting', 'notice.delay', { value: 'soon' });
    expect(wrong.record?.errors.value?.message).toBe('Нужно число');
    expect((await create('setting', { key: 'nonsense', value: '1' })).notice?.type).toBe('error');
    const outside = await edit('setting', 'notice.delay', { value: '90000' });
    expect(outside.record?.errors.value?.message).toBe('Нужно целое число от 0 до 86400');
    const hour = await create('setting', { key: 'control.hour', value: '24' });
    expect(hour.record?.errors.value?.message).toBe('Нужно целое число от 0 до 23');
    expect(await Setting.findAll()).toMatchObject([{ key: 'notice.delay', value: '60' }]);
    await remove('setting', 'notice.delay');
    expect(await Setting.count()).toBe(0);
  });
});

it('shows references by name', async () => {
  const { records = [] } = await answerOf(administrator.get(api.list('mark')));
  const shown = records.find(({ id }) => id === world.school.markId);
  expect(shown?.title).toBe('Иванов Семён Игоревич – 4');
  expect(shown?.populated.lessonId?.title).toBe('7А Алгебра 12.10 №2');
  expect(shown?.populated.authorId?.title).toBe('Королёв Пётр Ильич');
  expect(shown?.populated.pupilId).not.toHaveProperty('params.nameKey');
});
