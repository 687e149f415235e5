/** What a lesson's homework may hold of files, and of each at most; bytes. */
export const FILES_LIMIT = 5;
export const FILE_MEGABYTES = 20;
export const FILE_BYTES = FILE_MEGABYTES * 1024 * 1024;
