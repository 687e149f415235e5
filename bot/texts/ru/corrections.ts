/** Corrections that need a reason, and what became of a mark. Plain text. */
export const corrections = {
  /** After the sentence that says why a reason is needed. */
  askReason: 'Напишите причину одним сообщением, например: описка. Отказаться: /cancel',

  history: 'История:',
  earlier: (count: number) => `раньше: ещё ${count}`,
  changed: (from: string, to: string) => `${from} → ${to}`,
  cancelled: 'отменена',
  restored: 'восстановлена',
  commentChanged: 'изменён комментарий',
  because: (reason: string) => `причина: ${reason}`,
  doors: { chat: '', panel: 'в панели', import: 'загрузка', job: 'задание' },
};
