/** Kinds of work a mark is given for. Their weights are settings (`weight.answer` …). */
export const WORK_KINDS = [
  'answer',
  'homework',
  'independent',
  'practical',
  'test',
  'project',
] as const;
export type WorkKindKey = (typeof WORK_KINDS)[number];
