import type { DataValidation } from 'exceljs';
import type { Column } from '../columns.ts';
import type { Headings } from '../headings/headings.ts';
import type { Lists } from './write-lists.ts';

// Days a school may mean, as numbers of a spreadsheet: 01.01.1990 to 31.12.2099.
const FIRST_DAY = 32_874;
const LAST_DAY = 73_050;
const PROMPT_LIMIT = 255;
const TITLE_LIMIT = 32;

/** The hint of a column that the spreadsheet shows at a cell, its list and its check of values. */
export function validationOf(
  column: Column,
  { heading, hint }: { heading: string; hint: string },
  headings: Headings,
  lists: Lists,
): DataValidation {
  const common = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: heading.slice(0, TITLE_LIMIT),
    prompt: hint.slice(0, PROMPT_LIMIT),
  };
  const stop = {
    ...common,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: headings.wrongCell,
    error: hint.slice(0, PROMPT_LIMIT),
  };
  const { kind } = column;
  if (column.list) {
    return { ...common, type: 'list', formulae: [lists[column.list]] };
  }
  switch (kind.is) {
    case 'word':
      // A weekday may be a number as well.
      return {
        ...(kind.of === 'weekdays' ? common : stop),
        type: 'list',
        formulae: [lists[kind.of]],
      };
    case 'roles':
      return { ...common, type: 'list', formulae: [lists.roles] };
    case 'number':
      return { ...stop, type: 'whole', operator: 'between', formulae: [kind.min, kind.max] };
    case 'day':
      // As a decimal: exceljs would shift a date by the zone of the machine.
      return { ...stop, type: 'decimal', operator: 'between', formulae: [FIRST_DAY, LAST_DAY] };
    case 'time':
      return { ...stop, type: 'decimal', operator: 'between', formulae: [0, 1] };
    default:
      return { ...common, type: 'custom', formulae: ['TRUE'] };
  }
}
