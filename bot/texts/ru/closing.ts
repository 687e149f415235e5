/** Closing a term: what is missing, by teacher. Plain text. */
export const closing = {
  title: 'Закрытие периодов',
  open: 'Закрытие периодов',
  noTerms: 'Учебный год ещё не начался.',
  isOpen: (term: string, date: string) => `${term}: период открыт, до ${date}`,
  isClosed: (term: string) => `${term}: период закрыт`,
  grades: (term: string, from: number, to: number) => `${term} (${from}–${to} кл.)`,
  check: (term: string) => `Закрыть: ${term}`,
  reopen: (term: string) => `Открыть снова: ${term}`,
  complete: 'Всё заполнено.',
  missing: (what: string) => `Не хватает: ${what}.`,
  lacks: {
    unfilled: (count: number) => `уроков без темы или переклички ${count}`,
    undecided: (count: number) => `итогов ${count}`,
    owed: (count: number) => `долгов ${count}`,
  },
  unapproved: (what: string) => `Не утверждены отчёты: ${what}.`,
  reports: {
    teachers: (count: number) => `учителей ${count}`,
    classes: (count: number) => `классов ${count}`,
    school: (_count: number) => 'по школе',
  },
  course: (course: string, what: string) => `${course}: ${what}`,
  close: 'Закрыть',
  closeAnyway: 'Закрыть всё равно',
  sure: (term: string) => `${term}: закрыть период неполным?`,
  after:
    'После закрытия учителя ничего не изменят, правки вносят с причиной завуч и администратор.',
  yes: 'Да, закрыть',
  closed: 'Период закрыт',
  reopened: 'Период снова открыт',
};
