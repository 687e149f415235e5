import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import { REPORT_KINDS } from '../../db/rules/report-kinds.ts';
import { TERM_VALUES } from '../../db/rules/term-mark.ts';
import { WORK_KINDS } from '../../db/rules/work-kinds.ts';
import { RESOURCE_IDS } from '../access.ts';
import { absenceWriter, lessonWriter, markWriter } from './journal-writers.ts';
import type { Section } from './spec.ts';
import { termMarkWriter } from './term-mark-writer.ts';

const ACTIVE_OR_CANCELLED = ['active', 'cancelled'];

/** The journal itself and its audit. */
export const journal: Section = {
  name: 'journal',
  icon: 'Edit3',
  resources: [
    {
      id: 'lesson',
      model: 'Lesson',
      list: ['date', 'number', 'courseId', 'topic', 'homework', 'attendanceAt'],
      show: ['homeworkDue', 'planItemId', 'authorId', 'version', 'createdAt', 'updatedAt'],
      filter: ['courseId', 'date', 'topic'],
      form: ['courseId', 'date', 'number', 'topic', 'homework', 'reason'],
      fixed: ['courseId', 'date', 'number'],
      long: ['homework'],
      sort: { sortBy: 'date', direction: 'desc' },
      writer: lessonWriter,
    },
    {
      id: 'homework_file',
      model: 'HomeworkFile',
      list: ['createdAt', 'lessonId', 'name', 'kind', 'size', 'authorId', 'state'],
      show: ['mime', 'messenger'],
      filter: ['lessonId', 'authorId', 'state', 'createdAt'],
      choices: { kind: ['photo', 'document'], state: ['active', 'removed'] },
      sort: { sortBy: 'createdAt', direction: 'desc' },
    },
    {
      id: 'mark',
      model: 'Mark',
      list: ['date', 'pupilId', 'value', 'kind', 'lessonId', 'authorId', 'state'],
      show: ['weight', 'comment', 'version', 'createdAt', 'updatedAt'],
      filter: ['pupilId', 'lessonId', 'date', 'value', 'kind', 'state'],
      form: ['lessonId', 'pupilId', 'value', 'kind', 'comment', 'state', 'reason'],
      fixed: ['lessonId', 'pupilId'],
      choices: { kind: WORK_KINDS, state: ACTIVE_OR_CANCELLED },
      sort: { sortBy: 'date', direction: 'desc' },
      writer: markWriter,
    },
    {
      id: 'absence',
      model: 'Absence',
      list: ['date', 'pupilId', 'code', 'lessonId', 'authorId', 'state'],
      show: ['version', 'createdAt', 'updatedAt'],
      filter: ['pupilId', 'lessonId', 'date', 'code', 'state'],
      form: ['lessonId', 'pupilId', 'code', 'state', 'reason'],
      fixed: ['lessonId', 'pupilId'],
      choices: { code: ABSENCE_CODES, state: ACTIVE_OR_CANCELLED },
      sort: { sortBy: 'date', direction: 'desc' },
      writer: absenceWriter,
    },
    {
      id: 'term_mark',
      model: 'TermMark',
      list: ['pupilId', 'courseId', 'termId', 'value', 'proposal', 'mean', 'authorId', 'state'],
      show: ['version', 'createdAt', 'updatedAt'],
      filter: ['pupilId', 'courseId', 'termId', 'value', 'proposal', 'state'],
      form: ['courseId', 'termId', 'pupilId', 'value', 'reason'],
      fixed: ['courseId', 'termId', 'pupilId'],
      choices: { value: TERM_VALUES, proposal: TERM_VALUES, state: ACTIVE_OR_CANCELLED },
      sort: { sortBy: 'updatedAt', direction: 'desc' },
      writer: termMarkWriter,
    },
    {
      id: 'report',
      model: 'Report',
      list: ['kind', 'teacherId', 'classId', 'termId', 'state', 'approvedById', 'approvedAt'],
      show: ['academicYearId', 'madeAt', 'version'],
      filter: ['kind', 'teacherId', 'classId', 'termId', 'state'],
      choices: { kind: REPORT_KINDS, state: ['draft', 'approved'] },
      sort: { sortBy: 'madeAt', direction: 'desc' },
    },
    {
      id: 'change',
      model: 'Change',
      list: ['at', 'actorId', 'door', 'record', 'recordId', 'before', 'after'],
      show: ['pupilId', 'lessonId', 'reason', 'operation', 'undoes', 'prevHash', 'hash'],
      filter: ['at', 'actorId', 'door', 'record', 'recordId', 'pupilId', 'lessonId', 'operation'],
      choices: {
        door: ['chat', 'panel', 'import', 'job'],
        record: [
          ...RESOURCE_IDS,
          'preference',
          'export',
          'acknowledgement',
          'notice_choice',
          'promotion_choice',
          'week_acknowledgement',
          'class_hours',
          'credential',
          'panel_token',
          'second_factor',
        ],
      },
      // Even who wrote to whom is the administrator's audit and nobody else's.
      withheld: { column: 'record', values: ['message'] },
      sort: { sortBy: 'id', direction: 'desc' },
    },
  ],
};
