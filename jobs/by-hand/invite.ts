import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { createInvite } from '../../db/actions/create-invite.ts';
import { dayOf } from '../../db/days.ts';
import { readStaffNames, type StaffName } from '../../db/reports/staff-names.ts';
import { nameKey } from '../../db/rules/name-key.ts';
import { type ByHandDeps, wrongCall } from './by-hand.ts';
import { nearestNames } from './nearest-names.ts';
import { readOptions } from './read-options.ts';

const OPTIONS = { key: { type: 'string' }, help: { type: 'boolean' } } as const;

/** `npm run invite`: prints a one-time code of a member of staff, also where nobody has a login yet. */
export async function inviteByHand(deps: ByHandDeps, args: string[]): Promise<number> {
  const { console, importing } = deps.texts;
  const call = readOptions(args, OPTIONS);
  if ('wrong' in call) {
    return wrongCall(deps, importing.unknownOption(call.wrong), console.inviteUsage);
  }
  const { key, help } = call.values;
  const name = call.positionals.join(' ').trim();
  if (help) {
    deps.print(console.usage(console.inviteUsage));
    deps.print(console.inviteHelp);
    return 0;
  }
  if (name === '' && key === undefined) {
    return wrongCall(deps, console.inviteHelp, console.inviteUsage);
  }
  const staff = await readStaffNames(deps.db);
  const called = name === '' ? staff : ofName(staff, name);
  const found = key === undefined ? called : called.filter((one) => one.key === key);
  const [person] = found;
  if (!person) {
    return refuse(deps, name === '' ? `${key}` : name, staff);
  }
  if (found.length > 1) {
    return askForKey(deps, found);
  }
  return printCode(deps, person);
}

/** Who is called just so, else whose name begins with these words. */
function ofName(staff: readonly StaffName[], name: string): StaffName[] {
  const key = nameKey(name);
  const exact = staff.filter((one) => nameKey(fullName(one)) === key);
  return exact.length > 0
    ? exact
    : staff.filter((one) => nameKey(fullName(one)).startsWith(`${key} `));
}

function refuse({ print, texts }: ByHandDeps, name: string, staff: readonly StaffName[]): number {
  print(texts.console.inviteNobody(name));
  const nearest = nearestNames(name, staff.map(fullName));
  if (nearest.length > 0) {
    print(texts.console.inviteNearest(nearest.join(', ')));
  }
  return 1;
}

function askForKey({ print, texts }: ByHandDeps, found: readonly StaffName[]): number {
  print(texts.console.inviteSeveral);
  for (const one of found) {
    print(`  ${fullName(one)}: ${one.key ?? texts.console.inviteNoKey}`);
  }
  return 1;
}

async function printCode(
  { db, texts, print, pepper }: ByHandDeps,
  person: StaffName,
): Promise<number> {
  const by = {
    actor: SYSTEM_ACTOR,
    door: 'import' as const,
    operation: `invite:${randomUUID()}`,
  };
  const { personId } = person;
  const { code, expiresAt } = await db.write((tx) =>
    createInvite(tx, by, { kind: 'staff', personId }, pepper),
  );
  print(texts.console.inviteCode(fullName(person), code));
  print(texts.invites.validUntil(texts.school.date(dayOf(expiresAt, db.timezone))));
  print(texts.console.inviteHowTo);
  return 0;
}

function fullName({ lastName, firstName, middleName }: StaffName): string {
  return [lastName, firstName, middleName].filter(Boolean).join(' ');
}
