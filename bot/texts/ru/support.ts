import { plural } from '../plural.ts';

/** Help by the school's administrators: questions and answers. Plain text. */
export const support = {
  title: 'Помощь с журналом',
  intro: 'Спросите администратора школы: ответ придёт в этот чат.',
  waitingBelow: (count: number) =>
    `Ждут ответа: ${count} ${plural(count, 'вопрос', 'вопроса', 'вопросов')}.`,
  ownBelow: 'Ваши вопросы:',
  states: { open: 'ждёт ответа', answered: 'есть ответ', closed: 'решён' },
  waitingLine: (date: string, text: string) => `${date} ${text}`,
  ownLine: (state: string, text: string) => `${text} (${state})`,
  ask: 'Задать вопрос',
  toAll: '‹ Все вопросы',
  openIt: 'Весь вопрос',

  // Asking
  askTitle: 'Ваш вопрос',
  askHint: 'Напишите его одним сообщением. Имён детей и паролей не пишите.',
  goesWith: (screen: string) =>
    `Администратор увидит Вашу роль и последний экран (${screen}). Отметки и имена к вопросу не прилагаются.`,
  goesWithout: 'Администратор увидит Вашу роль. Отметки и имена к вопросу не прилагаются.',
  dontAsk: 'Не писать',
  moreTo: (number: number) => `Вопрос № ${number}: что добавить?`,
  moreHint: 'Напишите одним сообщением.',
  more: 'Написать ещё',
  close: 'Вопрос решён',
  sent: {
    asked: (number: number) => `Вопрос № ${number} отправлен администратору. Ответ придёт сюда.`,
    askedNobody: (number: number) =>
      `Вопрос № ${number} сохранён. Администратор увидит его в панели, ответ придёт сюда.`,
    answered: (number: number) => `Ответ на вопрос № ${number} отправлен.`,
  },

  // Reading
  number: (number: number) => `Вопрос № ${number}`,
  asker: 'Спрашивает',
  office: 'Администратор',
  screen: (screen: string) => `Последний экран: ${screen}`,

  // Answering
  came: (number: number) => `Вопрос № ${number}`,
  moreCame: (number: number) => `Вопрос № ${number}, дополнение`,
  answer: 'Ответить',
  answerTo: (number: number) => `Ответ на вопрос № ${number}`,
  answerHint: 'Напишите ответ одним сообщением: он придёт в чат тому, кто спросил.',
  answerCame: (number: number) => `Ответ на вопрос № ${number}`,
};
