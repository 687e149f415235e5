import { VIEWED_SCREENS } from '../../db/rules/views.ts';
import type { Section } from './spec.ts';

const receipts = (condition: string) =>
  `SELECT CAST(COUNT(*) AS INTEGER) FROM message_receipt r WHERE r.message_id = "Message"."id"${condition}`;

/**
 * What goes on between school and families. Of correspondence only who wrote to whom and when, never
 * what: its text stands in no list. Parents' own words about an absence stay out for the same reason.
 */
export const families: Section = {
  name: 'families',
  icon: 'MessageSquare',
  resources: [
    {
      id: 'thread',
      model: 'Thread',
      list: ['pupilId', 'classId', 'createdAt'],
      filter: ['pupilId', 'classId'],
      sort: { sortBy: 'createdAt', direction: 'desc' },
    },
    {
      id: 'message',
      model: 'Message',
      list: ['sentAt', 'threadId', 'authorId', 'side'],
      show: ['fileKind'],
      counts: {
        recipients: receipts(''),
        delivered: receipts(' AND r.delivered_at IS NOT NULL'),
        read: receipts(' AND r.read_at IS NOT NULL'),
      },
      filter: ['threadId', 'authorId', 'side', 'sentAt'],
      choices: { side: ['school', 'family'], fileKind: ['photo'] },
      sort: { sortBy: 'sentAt', direction: 'desc' },
    },
    {
      id: 'behaviour_note',
      model: 'BehaviourNote',
      list: ['date', 'pupilId', 'kind', 'text', 'authorId', 'state'],
      show: ['version', 'createdAt', 'updatedAt'],
      counts: {
        acknowledged: `SELECT CAST(COUNT(*) AS INTEGER) FROM acknowledgement a
          WHERE a.note_id = "BehaviourNote"."id"`,
      },
      filter: ['pupilId', 'authorId', 'date', 'kind', 'state'],
      choices: { kind: ['good', 'bad'], state: ['active', 'cancelled'] },
      sort: { sortBy: 'date', direction: 'desc' },
    },
    {
      id: 'absence_excuse',
      model: 'AbsenceExcuse',
      list: ['date', 'pupilId', 'answer', 'personId', 'state', 'code'],
      show: ['decidedById', 'decidedAt', 'version', 'createdAt', 'updatedAt'],
      filter: ['pupilId', 'personId', 'date', 'answer', 'state'],
      choices: {
        answer: ['ill', 'excused', 'unknown', 'other'],
        state: ['new', 'applied', 'declined'],
        code: ['ill', 'excused'],
      },
      sort: { sortBy: 'date', direction: 'desc' },
    },
    {
      id: 'view_event',
      model: 'ViewEvent',
      list: ['date', 'pupilId', 'personId', 'side', 'screen', 'count'],
      show: ['firstAt', 'lastAt'],
      filter: ['pupilId', 'personId', 'date', 'side', 'screen'],
      choices: { side: ['family', 'school'], screen: VIEWED_SCREENS },
      sort: { sortBy: 'date', direction: 'desc' },
    },
  ],
};
