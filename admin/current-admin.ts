import type { CurrentAdmin } from 'adminjs';
import type { Request } from 'express';
import type { PanelUser } from './user.ts';

const USER = Symbol('user');

/**
 * The user as AdminJS carries them. Its page prints every enumerable property, so the rights travel
 * beside, out of JSON.
 */
export function currentAdmin(user: PanelUser, title: string): CurrentAdmin {
  const admin: CurrentAdmin = { id: String(user.actor.personId), email: user.name, title };
  Object.defineProperty(admin, USER, { value: user });
  return admin;
}

/** Whoever the login let through to this request, if it came so far. */
export function adminOf({ session }: Pick<Request, 'session'>): CurrentAdmin | undefined {
  return Reflect.get(session ?? {}, 'adminUser');
}

/** The user inside; throws when AdminJS asks on nobody's behalf. */
export function userOf(admin: CurrentAdmin | undefined): PanelUser {
  const user: PanelUser | undefined = admin && Reflect.get(admin, USER);
  if (!user) {
    throw new Error('the panel was asked on nobody’s behalf');
  }
  return user;
}
