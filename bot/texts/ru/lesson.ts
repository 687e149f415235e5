/** The working tools of a lesson's screen. Plain text. */
export const lesson = {
  // A comment in a message
  badComment: (name: string, limit: number) =>
    `${name}: комментарий пишут к отметке, не длиннее ${limit} знаков.`,
};
