import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editRecord } from '../actions/edit-record.ts';
import { setPassword } from '../actions/set-password.ts';
import { addDays, dayOf, instantOf, timeOf } from '../days.ts';
import { importSchoolFile } from '../import/import-school-file.ts';
import { writeSchoolWorkbook } from '../import/write/write-workbook.ts';
import { type Db, openDb, type Tx } from '../open.ts';
import { hashPassword } from '../passwords.ts';
import { type Access, admitPeople, SEED } from './admit-people.ts';
import { LOGINS, STAFF_PARTS } from './content/cast.ts';
import { demoJournal } from './journal.ts';
import type { DemoPerson } from './people.ts';
import { replanned } from './replanned.ts';
import { rowsOf } from './rows.ts';
import { type DemoSchool, demoSchool } from './school.ts';
import { readSchoolIds, type SchoolIds } from './school-ids.ts';
import { demoTermMarks } from './term-marks.ts';
import { writeFamilyLife, writeNotes } from './write-family-life.ts';
import { writeJournalDay } from './write-journal.ts';
import { writeReplanned } from './write-replanned.ts';
import { writeTermMarks } from './write-term-marks.ts';

// Long enough to take a mark back, short enough to watch the mother's phone.
const NOTICE_DELAY_SECONDS = 5;
const IMPORTED_DAYS_BEFORE = 3;
const FILLED_IN_AT = '15:30';

/** The database of a demo within its folder. */
export function databaseIn(folder: string): string {
  return `sqlite:${join(folder, 'school.sqlite')}`;
}

/**
 * Makes the demo school in an empty folder: the workbook, its import, the journal of the year, the
 * people's access. The database's clock goes through it all, so that what was done on a school day
 * is dated so. Returns whom a visitor may be.
 */
export async function buildDemo(
  folder: string,
  { now, timezone, ...access }: Access & { now: Date; timezone: string },
): Promise<DemoPerson[]> {
  const school = await demoSchool(dayOf(now, timezone));
  const workbook = await writeSchoolWorkbook(rowsOf(school), 'ru');
  await writeFile(join(folder, 'school.xlsx'), workbook);
  let time = instantOf(
    addDays(school.calendar.year.startsOn, -IMPORTED_DAYS_BEFORE),
    FILLED_IN_AT,
    timezone,
  );
  const db = await openDb({ url: databaseIn(folder), clock: () => time, timezone });
  try {
    const { problems } = await importSchoolFile(db, SEED, workbook);
    if (problems.length > 0) {
      throw new Error(`the demo's workbook is refused: ${JSON.stringify(problems.slice(0, 5))}`);
    }
    const ids = await readSchoolIds(db);
    for (const { date, write } of pastOf(school, timeOf(now, timezone), ids)) {
      time = earlier(now, instantOf(date, FILLED_IN_AT, timezone));
      await db.write(write);
    }
    time = now;
    return await openDoors(db, school, ids, access);
  } finally {
    await db.close();
  }
}

type PastDay = { date: string; write: (tx: Tx) => Promise<void> };

/** What was written up to now, in order of time: the lessons of each day, the marks of each term. */
function pastOf(school: DemoSchool, time: string, ids: SchoolIds): PastDay[] {
  const journal = demoJournal(school, time);
  const days = journal.map(
    (day): PastDay => ({
      date: day.date,
      write: (tx) => writeJournalDay(tx, day, ids),
    }),
  );
  const terms = demoTermMarks(school, journal).map(
    (ended): PastDay => ({
      date: ended.term.endsOn,
      write: (tx) => writeTermMarks(tx, ended, ids),
    }),
  );
  // A stable sort: a term's marks come after the lessons of its last day.
  return [...days, ...terms].sort((left, right) => left.date.localeCompare(right.date));
}

async function openDoors(db: Db, school: DemoSchool, ids: SchoolIds, access: Access) {
  const credentials = await Promise.all(
    (['administrator', 'deputyHead'] as const).map(async (part) => ({
      personId: ids.person(STAFF_PARTS[part]),
      login: LOGINS[part].login,
      passwordHash: await hashPassword(LOGINS[part].password),
    })),
  );
  return db.write(async (tx) => {
    await editRecord(tx, SEED, {
      model: 'Setting',
      id: null,
      values: { key: 'notice.delay', value: String(NOTICE_DELAY_SECONDS) },
    });
    for (const credential of credentials) {
      await setPassword(tx, SEED, credential);
    }
    await writeReplanned(tx, replanned(school), ids);
    await writeNotes(tx, school, ids);
    const people = await admitPeople(tx, school, ids, access);
    await writeFamilyLife(tx, school, ids);
    return people;
  });
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
