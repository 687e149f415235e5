import type { Texts } from '../ru.ts';

export const lesson: Texts['lesson'] = {
  badComment: (name, limit) => `${name}: a comment belongs to a mark, ${limit} characters at most.`,
};
