import { ripenNotices } from '../../bot/delivery/ripen-notices.ts';
import type { Button, ReplyFile } from '../../bot/dialogue/reply.ts';
import type { DialogueConfig } from '../../bot/dialogue/turn.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import type { Db } from '../../db/open.ts';
import { type Heard, type Shown, show, type TestChat } from './chat.ts';

/** A message on its way to a chat that nobody there asked for. */
export type Post = Shown & { lane: number; silent: boolean };

/** Turns what has ripened by now into messages, as the bot does all the time. */
export function ripen(db: Db, config: Partial<DialogueConfig> = {}): Promise<number> {
  const school = {
    language: 'ru',
    names: 'full',
    pepper: '',
    botUsername: 'bot',
    panelOrigin: '',
  } as const;
  return ripenNotices({ db, texts: { ru, en }, config: { ...school, ...config } });
}

/** What waits in the outbox for a chat besides replies, oldest first. */
export async function postOf(db: Db, chat: string): Promise<Post[]> {
  const rows = await db.select<{ id: number; lane: number; payload: string }>(
    'SELECT id, lane, payload FROM outbox WHERE chat = :chat AND lane > 0 ORDER BY id',
    { chat },
  );
  return rows.map(({ id, lane, payload }) => {
    const reply = JSON.parse(payload) as {
      text: string;
      buttons?: Button[][];
      file?: ReplyFile;
      silent?: true;
    };
    return { ...show(reply, `post:${id}`), lane, silent: reply.silent === true };
  });
}

/** The last of them. */
export async function lastPost(db: Db, chat: string): Promise<Post> {
  const post = (await postOf(db, chat)).at(-1);
  if (!post) {
    throw new Error(`nothing was sent to ${chat}`);
  }
  return post;
}

/** Taps a button of a message that came. */
export function tap(chat: TestChat, post: Post, label: string): Promise<Heard> {
  const button = post.buttons.flat().find(({ text }) => text.startsWith(label));
  if (!button) {
    throw new Error(`there is no button «${label}»`);
  }
  return chat.replays(button.press, post.id);
}
