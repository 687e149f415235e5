/** How long Telegram holds a fetch open when there is nothing to tell. */
export const POLL_SECONDS = 25;

/** A call that hangs longer is taken for lost: more than a fetch takes, less than a message's lease. */
export const CALL_SECONDS = 30;

/** Telegram's most updates at once. */
export const BATCH = 100;
