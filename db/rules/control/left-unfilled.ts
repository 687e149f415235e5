/** A lesson whose deadline is over and which has no topic or no attendance (regulation 3.2.2). */
export function isLeftUnfilled(lesson: {
  past: boolean;
  topicFilled: boolean;
  rollCalled: boolean;
}): boolean {
  return lesson.past && !(lesson.topicFilled && lesson.rollCalled);
}
