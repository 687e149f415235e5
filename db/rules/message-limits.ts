/** Characters a message may have. Its header takes about 200 of the 4096 that Telegram allows. */
export const MESSAGE_TEXT_LIMIT = 2000;

/** Characters under a photo: Telegram allows 1024, the header included. */
export const CAPTION_LIMIT = 800;

/** As many messages a parent may write in so many minutes. */
export const FLOOD = { count: 10, minutes: 10 } as const;
