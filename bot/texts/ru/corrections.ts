/** Corrections that need a reason, and what became of a mark. Plain text. */
export const corrections = {
  /** After the sentence that says why a reason is needed. */
  askReason: 'Напишите причину одним сообщением, например: описка. Отказаться: /cancel',
};
