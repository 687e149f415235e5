import { CONTROL_RULES } from '../../db/rules/control/rule-names.ts';
import type { Section } from './spec.ts';

/** What the control of the journal has found. It is reckoned, so nobody writes it by hand. */
export const control: Section = {
  name: 'control',
  icon: 'CheckSquare',
  resources: [
    {
      id: 'finding',
      model: 'Finding',
      list: ['foundOn', 'rule', 'courseId', 'date', 'number', 'pupilId', 'amount', 'teacherId'],
      show: ['termId', 'state', 'closedOn'],
      filter: ['state', 'rule', 'teacherId', 'courseId', 'termId', 'pupilId', 'foundOn', 'date'],
      choices: { rule: CONTROL_RULES, state: ['open', 'closed'] },
      sort: { sortBy: 'foundOn', direction: 'desc' },
    },
  ],
};
