import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashCode } from '../code-hash.ts';
import { dayOf } from '../days.ts';
import { type Clock, type Db, openDb } from '../open.ts';
import { buildDemo, databaseIn } from './build-demo.ts';
import { LOGINS } from './content/cast.ts';
import type { DemoLogin, DemoPerson } from './people.ts';

/** The demo school with whom a visitor may be and how to log into the panel. */
export type Demo = { db: Db; people: readonly DemoPerson[]; logins: readonly DemoLogin[] };

/** Written last: a folder without it is no demo. */
type Marker = { day: string; seal: string; people: DemoPerson[] };

/**
 * Opens the demo school in a folder of its own. It is made anew where there is none, on another day
 * than it was made on, as all its dates are relative to today, and where its codes rest on another
 * `pepper`. It is made beside and moved into place, so that a start cut short leaves no half of it.
 */
export async function openDemo(options: {
  folder: string;
  clock: Clock;
  timezone: string;
  /** Of access codes. */
  pepper: string;
  /** The version of the consent that the parents of the demo have given. */
  consentVersion: string;
}): Promise<Demo> {
  const { folder, clock, timezone, pepper, consentVersion } = options;
  const now = clock();
  const wanted = { day: dayOf(now, timezone), seal: hashCode('demo', pepper) };
  let marker = await readMarker(folder);
  if (marker?.day !== wanted.day || marker.seal !== wanted.seal) {
    const building = `${folder}.building`;
    await rm(building, { recursive: true, force: true });
    await mkdir(building, { recursive: true });
    const people = await buildDemo(building, { now, timezone, pepper, consentVersion });
    marker = { ...wanted, people };
    await writeFile(markerIn(building), JSON.stringify(marker));
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  }
  const db = await openDb({ url: databaseIn(folder), clock, timezone });
  await db.write((tx) =>
    // The sandbox numbers its updates from the beginning at every start: none of them is a repetition.
    tx.run("UPDATE inbox SET event_id = 'before:' || id", {}),
  );
  return {
    db,
    people: marker.people,
    logins: [
      { role: 'administrator', ...LOGINS.administrator },
      { role: 'deputy_head', ...LOGINS.deputyHead },
    ],
  };
}

async function readMarker(folder: string): Promise<Marker | null> {
  try {
    return JSON.parse(await readFile(markerIn(folder), 'utf8')) as Marker;
  } catch {
    return null;
  }
}

function markerIn(folder: string): string {
  return join(folder, 'demo.json');
}
