/** A button of a message; `press` is at most 64 bytes (see `press.ts`). */
export type Button = { text: string; press: string };

/** A line of a chat's command menu. */
export type MenuItem = { command: string; description: string };

/** A file that the messenger has already, to be sent again. */
export type ReplyFile = { kind: 'photo' | 'document'; fileId: string; name: string };

/**
 * What the bot does in the chat it was spoken to: says something (`text` is HTML of the tags b, i,
 * code, pre, blockquote, a; views alone escape), puts it in the place of an earlier message, removes
 * one, or publishes the chat's own command menu. With a file the text is its caption, at most 1024
 * characters; what replaces a file's caption names the file too. `silent` comes without a sound.
 */
export type Reply =
  | { text: string; buttons?: Button[][]; replace?: string; file?: ReplyFile; silent?: true }
  | { remove: string }
  | { menu: MenuItem[] };

/** All that is said to one event. The toast shows over the screen after a press; 200 characters. */
export type Said = { replies: Reply[]; toast?: string };
