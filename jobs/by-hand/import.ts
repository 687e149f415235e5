import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import type { ImportResult } from '../../db/actions/import-school.ts';
import { importSchoolFile } from '../../db/import/import-school-file.ts';
import { FILE_LIMIT_MB } from '../../db/import/read/check-archive.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import { type ByHandDeps, wrongCall } from './by-hand.ts';
import { printImport, printProblems } from './print-import.ts';
import { readOptions } from './read-options.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  template: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** `npm run import`: loads a school from a workbook, checks one, or writes an empty one. */
export async function importByHand(deps: ByHandDeps, args: string[]): Promise<number> {
  const { importing, console } = deps.texts;
  const call = readOptions(args, OPTIONS);
  if ('wrong' in call) {
    return wrongCall(deps, importing.unknownOption(call.wrong), importing.usage);
  }
  const { values, positionals } = call;
  const [file, ...more] = positionals;
  if (values.help) {
    deps.print(console.usage(importing.usage));
    deps.print(importing.help);
    return 0;
  }
  if (values.template !== undefined) {
    return file !== undefined || values['dry-run']
      ? wrongCall(deps, importing.templateAlone, importing.usage)
      : writeTemplate(deps, values.template);
  }
  if (file === undefined || more.length > 0) {
    return wrongCall(deps, importing.oneFile, importing.usage);
  }
  return loadFile(deps, file, values['dry-run'] === true);
}

async function writeTemplate({ texts, print }: ByHandDeps, file: string): Promise<number> {
  const { importing } = texts;
  const bytes = await writeSchoolWorkbook({}, importing.language);
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    print(exists ? importing.fileExists(file) : importing.cannotWrite(file));
    return 1;
  }
  print(importing.templateWritten(file));
  return 0;
}

async function loadFile(deps: ByHandDeps, file: string, dryRun: boolean): Promise<number> {
  const { db, print, texts } = deps;
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > FILE_LIMIT_MB * 1024 * 1024) {
      print(texts.importing.problems['too-big']({ megabytes: FILE_LIMIT_MB }));
      return 1;
    }
    bytes = await readFile(file);
  } catch {
    print(texts.importing.cannotRead(file));
    return 1;
  }
  const by = {
    actor: SYSTEM_ACTOR,
    door: 'import' as const,
    operation: `import:${randomUUID()}`,
  };
  const result: ImportResult = await importSchoolFile(db, by, bytes, { dryRun });
  if (result.problems.length > 0) {
    printProblems(deps, result.problems);
    return 1;
  }
  printImport(deps, result, dryRun);
  return 0;
}
