/** Characters a behaviour note may have: a sentence or two. */
export const BEHAVIOUR_TEXT_LIMIT = 500;
