/** Limits of the Bot API. Lengths are UTF-16 units counted after the markup is parsed, unless named bytes. */
export const TEXT_LENGTH = 4096;
export const CAPTION_LENGTH = 1024;
export const TOAST_LENGTH = 200;
export const CALLBACK_DATA_BYTES = 64;
export const KEYBOARD_BUTTONS = 100;
export const COMMANDS = 100;
export const COMMAND_DESCRIPTION_LENGTH = 256;
/** A bot may delete a message for everybody during 48 hours. */
export const DELETE_SECONDS = 48 * 3600;
/** How long a button press waits for its answer. */
export const QUERY_SECONDS = 15 * 60;
export const LONG_POLL_SECONDS = 50;
export const PHOTO_BYTES = 10 * 1024 * 1024;
export const DOWNLOAD_BYTES = 20 * 1024 * 1024;
export const UPLOAD_BYTES = 50 * 1024 * 1024;
/** The largest request body: one file and its fields. */
export const BODY_BYTES = UPLOAD_BYTES + 1024 * 1024;
