import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { pino } from 'pino';
import { createPanel, type Panel } from '../../admin/app.ts';
import { createDocuments } from '../../bot/delivery/documents.ts';
import { createReportPrinter } from '../../bot/delivery/print-report.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { setPassword } from '../../db/actions/set-password.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import type { Db, Tx } from '../../db/open.ts';
import { hashPassword } from '../../db/passwords.ts';
import { nameKey } from '../../db/rules/name-key.ts';
import { openTestDb } from '../database.ts';
import { createPanelClient, type PanelClient } from './panel-client.ts';

export const PASSWORD = 'correct horse battery';

export type PanelWorld = {
  db: Db;
  origin: string;
  panel: Panel;
  /** Moves the panel's clock. */
  pass: (minutes: number) => void;
  visitor: () => PanelClient;
  loggedIn: (login: keyof People) => Promise<PanelClient>;
  people: People;
  /** 7А algebra: one lesson with one mark «4» of one pupil, whose mother reads the journal. */
  school: School;
  logged: string[];
  close: () => Promise<void>;
};

type People = { administrator: number; deputy: number; teacher: number; mother: number };
type School = {
  yearId: number;
  classId: number;
  firstClassId: number;
  courseId: number;
  firstCourseId: number;
  lessonId: number;
  firstLessonId: number;
  pupilId: number;
  secondPupilId: number;
  firstPupilId: number;
  markId: number;
};

/** A small school in a real database with its panel on a real port, on Tuesday 13.10.2026. */
export async function openPanelWorld(
  options: { secure?: boolean; backups?: (url: string) => BackupPlace } = {},
): Promise<PanelWorld> {
  let now = Date.parse('2026-10-13T09:00:00Z');
  const clock = () => new Date(now);
  const { db, url, close } = await openTestDb(clock);
  const passwordHash = await hashPassword(PASSWORD);
  const { people, school } = await db.write((tx) => seed(tx, passwordHash));

  const site = express();
  const server = createServer(site);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const logged: string[] = [];
  const documents = createDocuments();
  const panel = createPanel({
    db,
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    factorKey: 'f0'.repeat(32),
    secret: 'a secret of at least thirty-two characters',
    // With the slash an administrator may well leave in PUBLIC_URL.
    origin: `${origin}/`,
    secure: options.secure ?? false,
    language: 'ru',
    backups: options.backups?.(url) ?? null,
    reportFile: createReportPrinter({ ru, en }, documents),
    demo: false,
  });
  site.use('/admin', panel.app);
  return {
    db,
    origin,
    panel,
    people,
    school,
    logged,
    pass: (minutes) => {
      now += minutes * 60_000;
    },
    visitor: () => createPanelClient(origin),
    loggedIn: async (login) => {
      const client = createPanelClient(origin);
      const answer = await client.login(login, PASSWORD);
      if (answer.status !== 303) {
        throw new Error(`${login} was not let in: ${answer.status}`);
      }
      return client;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await documents.close();
      await close();
    },
  };
}

async function seed(tx: Tx, passwordHash: string): Promise<{ people: People; school: School }> {
  const { transaction, db } = tx;
  const m = db.models;
  const within = { transaction };
  const named = (lastName: string, firstName: string, middleName: string) => ({
    lastName,
    firstName,
    middleName,
    nameKey: nameKey(`${lastName} ${firstName} ${middleName}`),
  });
  const person = async (last: string, first: string, middle: string) =>
    (await m.Person.create(named(last, first, middle), within)).id;
  const people = {
    administrator: await person('Щёголева', 'Анна', 'Ивановна'),
    deputy: await person('Зимина', 'Вера', 'Петровна'),
    teacher: await person('Королёв', 'Пётр', 'Ильич'),
    mother: await person('Иванова', 'Мария', 'Сергеевна'),
  };
  await m.Role.bulkCreate(
    [
      { personId: people.administrator, role: 'administrator' },
      { personId: people.deputy, role: 'deputy_head' },
      { personId: people.teacher, role: 'teacher' },
    ],
    within,
  );
  const by = { actor: SYSTEM_ACTOR, door: 'import' as const, operation: 'test:seed' };
  for (const [login, personId] of Object.entries(people)) {
    await setPassword(tx, by, { personId, login, passwordHash });
  }
  const year = await m.AcademicYear.create(
    { name: '2026/27', startsOn: '2026-09-01', endsOn: '2027-05-31' },
    within,
  );
  await m.Term.create(
    {
      academicYearId: year.id,
      kind: 'quarter',
      number: 1,
      startsOn: '2026-09-01',
      endsOn: '2026-10-25',
    },
    within,
  );
  const ofYear = { academicYearId: year.id, letter: 'А' };
  const seventh = await m.SchoolClass.create({ ...ofYear, grade: 7 }, within);
  const first = await m.SchoolClass.create({ ...ofYear, grade: 1 }, within);
  const subject = await m.Subject.create({ name: 'Алгебра' }, within);
  const ofSubject = { subjectId: subject.id, teacherId: people.teacher };
  const course = await m.Course.create({ ...ofSubject, classId: seventh.id }, within);
  const firstCourse = await m.Course.create({ ...ofSubject, classId: first.id }, within);
  const pupil = async (last: string, name: string, middle: string, classId: number, n: number) => {
    const { id } = await m.Pupil.create(named(last, name, middle), within);
    await m.Enrolment.create({ pupilId: id, classId, number: n, startsOn: '2026-09-01' }, within);
    return id;
  };
  const pupilId = await pupil('Иванов', 'Семён', 'Игоревич', seventh.id, 1);
  const secondPupilId = await pupil('Петрова', 'Алёна', 'Юрьевна', seventh.id, 2);
  const firstPupilId = await pupil('Ёлкин', 'Олег', 'Львович', first.id, 1);
  await m.Guardianship.create(
    { personId: people.mother, pupilId, consentVersion: '1', consentAt: tx.now, createdAt: tx.now },
    within,
  );
  await m.ChatLink.create({ personId: people.mother, address: 'tg:77', linkedAt: tx.now }, within);
  const atLesson = { date: '2026-10-12', number: 2 };
  const lesson = await m.Lesson.create({ ...atLesson, courseId: course.id }, within);
  const firstLesson = await m.Lesson.create({ ...atLesson, courseId: firstCourse.id }, within);
  const mark = await m.Mark.create(
    {
      lessonId: lesson.id,
      pupilId,
      date: atLesson.date,
      value: 4,
      kind: 'answer',
      weight: 1,
      authorId: people.teacher,
    },
    within,
  );
  return {
    people,
    school: {
      yearId: year.id,
      classId: seventh.id,
      firstClassId: first.id,
      courseId: course.id,
      firstCourseId: firstCourse.id,
      lessonId: lesson.id,
      firstLessonId: firstLesson.id,
      pupilId,
      secondPupilId,
      firstPupilId,
      markId: mark.id,
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
