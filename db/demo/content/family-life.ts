/** What the class teacher of the stage's class and its families have written to each other. */
export const LETTERS = {
  toAll: 'Уважаемые родители, собрание в четверг в 18:00, кабинет 201.',
  answerFor: 'Иванов Артём',
  answer: 'Добрый день. Придёт папа, я на работе до семи.',
} as const;

/** What is noted of pupils of that class, by surname and first name. */
export const NOTES = [
  { of: 'Иванов Артём', kind: 'good', text: 'Подготовил доклад и помог оформить кабинет' },
  { of: 'Римский-Корсаков Глеб', kind: 'bad', text: 'Опоздал после большой перемены' },
] as const;
