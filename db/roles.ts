/** What a process of the journal can do: talk with people, show the panel, run the nightly work. */
export type Role = 'bot' | 'admin' | 'jobs';

const ROLES: readonly Role[] = ['bot', 'admin', 'jobs'];
const OPTION = '--only=';

/**
 * Reads the arguments of `npm start`: none is every role, `--only=bot,jobs` is those named. Null if
 * there is any other argument, an unknown role or none behind the sign.
 */
export function readRoles(args: readonly string[]): ReadonlySet<Role> | null {
  const [option, ...others] = args;
  if (option === undefined) {
    return new Set(ROLES);
  }
  if (others.length > 0 || !option.startsWith(OPTION)) {
    return null;
  }
  const named = option.slice(OPTION.length).split(',');
  const known = ROLES.filter((role) => named.includes(role));
  return named.every((name) => known.some((role) => role === name)) ? new Set(known) : null;
}
