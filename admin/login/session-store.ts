import { type SessionData, Store } from 'express-session';
import { hashToken } from '../../db/code-hash.ts';
import type { Db } from '../../db/open.ts';

declare module 'express-session' {
  interface SessionData {
    personId: number;
    /** Milliseconds since 1970: when the login was. */
    startedAt: number;
    /** The chat whose link opened the door; null for a password. */
    chat: string | null;
    browser: string;
    /** The second step of the login is still to come. */
    pending: boolean;
    /** Milliseconds since 1970: as the database had it when the session was read. */
    expiresAt?: number;
  }
}

/** A session ends after half an hour without a request, and after a working day whatever happens. */
const IDLE = 30 * 60_000;
const ABSOLUTE = 12 * 3_600_000;
// A session's end is moved at most once in this time, so that reading pages writes nothing.
const TOUCH_EVERY = 60_000;

type Done = (error?: unknown) => void;

/** Sessions of the panel in the database, which knows but the hash of each id. Their end is told by the clock, not by the cookie. */
export class SessionStore extends Store {
  readonly #db: Db;

  constructor(db: Db) {
    super();
    this.#db = db;
  }

  override get(sid: string, done: (error: unknown, session?: SessionData | null) => void): void {
    this.#read(sid).then((session) => done(null, session), done);
  }

  override set(sid: string, session: SessionData, done: Done = () => {}): void {
    this.#write(sid, session).then(() => done(), done);
  }

  override destroy(sid: string, done: Done = () => {}): void {
    this.#remove(sid).then(() => done(), done);
  }

  override touch(sid: string, session: SessionData, done: Done = () => {}): void {
    const end = this.#endOf(session);
    if (end - (session.expiresAt ?? 0) < TOUCH_EVERY) {
      done();
      return;
    }
    this.#db
      .write(({ db, transaction }) =>
        db.models.PanelSession.update(
          { expires: new Date(end), seenAt: db.now() },
          { where: { sid: hashToken(sid) }, transaction },
        ),
      )
      .then(() => done(), done);
  }

  #endOf({ startedAt }: SessionData): number {
    return Math.min(this.#db.now().getTime() + IDLE, startedAt + ABSOLUTE);
  }

  async #read(sid: string): Promise<SessionData | null> {
    const row = await this.#db.models.PanelSession.findByPk(hashToken(sid));
    if (!row || row.expires <= this.#db.now()) {
      return null;
    }
    return { ...JSON.parse(row.data), expiresAt: row.expires.getTime() };
  }

  async #write(sid: string, { expiresAt: _, ...session }: SessionData): Promise<void> {
    const { personId, chat, browser, startedAt } = session;
    const row = {
      sid: hashToken(sid),
      personId,
      way: chat === null ? ('password' as const) : ('link' as const),
      browser,
      startedAt: new Date(startedAt),
      seenAt: this.#db.now(),
      expires: new Date(this.#endOf(session)),
      data: JSON.stringify(session),
    };
    await this.#db.write(({ db, transaction }) =>
      db.models.PanelSession.upsert(row, { transaction }),
    );
  }

  async #remove(sid: string): Promise<void> {
    await this.#db.write(({ db, transaction }) =>
      db.models.PanelSession.destroy({ where: { sid: hashToken(sid) }, transaction }),
    );
  }
}
