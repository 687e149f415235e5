import type { Paper } from '../bot/views/papers/paper.ts';

/** A document of one table with so many rows: the more, the longer it takes to make. */
export function longPaper(rows: number): Paper {
  return {
    title: 'Сводная ведомость',
    lines: [],
    tables: [
      {
        name: '7А',
        columns: [
          { title: 'Ученик', kind: 'text', width: 30 },
          { title: 'Отметка', kind: 'mark', width: 10 },
        ],
        rows: Array.from({ length: rows }, (_, index) => [`Иванов Семён ${index}`, 4]),
        frozen: 1,
      },
    ],
    notes: [],
    mark: null,
    pageNumber: '{page} из {pages}',
    landscape: false,
  };
}
