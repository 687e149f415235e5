import type { By } from '../actions/by.ts';
import { type ImportResult, importSchool } from '../actions/import-school.ts';
import type { Db } from '../open.ts';
import { readSchoolWorkbook } from './read/read-workbook.ts';

/**
 * Reads the bytes of a workbook and loads all of it or nothing, in one transaction. For the
 * administrator; anybody else is refused. With `dryRun` everything is done but the write.
 */
export async function importSchoolFile(
  db: Db,
  by: By,
  bytes: Uint8Array,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportResult> {
  const read = await readSchoolWorkbook(bytes);
  return db.write((tx) => importSchool(tx, by, { ...read, dryRun }));
}
