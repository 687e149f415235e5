/** Characters of a comment to a mark: a parent reads it whole in one notice. */
export const COMMENT_LIMIT = 200;
