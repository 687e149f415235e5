/** Documents that take a while to make. Plain text. */
export const making = {
  busy: 'Готовлю документ…',
  stop: 'Отменить',
  done: 'Документ готов.',
  stopped: 'Подготовка документа отменена.',
  tooLate: 'Документ уже отправлен',
  back: '← Назад',
};
