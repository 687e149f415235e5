/** Documents that take a while to make. Plain text. */
export const making = {
  busy: 'Готовлю документ…',
  stop: 'Отменить',
  done: 'Документ готов.',
  stopped: 'Подготовка документа отменена.',
  failed: 'Документ подготовить не удалось. Попробуйте позже.',
  notNow: 'Этот документ сейчас не готовится',
  back: '← Назад',
};
