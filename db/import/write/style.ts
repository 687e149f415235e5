import type { Fill } from 'exceljs';

/** The ground under headings. */
export const HEAD_FILL: Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFDDE8F0' },
};
