import { DEFAULT_SETTINGS } from '../../db/rules/settings.ts';
import { apiTokenWriter, recordWriter } from './record-writer.ts';
import { sessionWriter } from './session-writer.ts';
import type { Section } from './spec.ts';
import { supportWriter } from './support-writer.ts';

/** What runs behind the journal. What a message says is not shown. */
export const system: Section = {
  name: 'system',
  icon: 'Settings',
  resources: [
    {
      id: 'support_request',
      model: 'SupportRequest',
      list: ['createdAt', 'text', 'personId', 'state', 'answeredAt', 'answeredById'],
      show: ['screen', 'closedAt'],
      counts: {
        replies: `SELECT CAST(COUNT(*) AS INTEGER) FROM support_message w
          WHERE w.request_id = "SupportRequest"."id"`,
      },
      filter: ['state', 'personId', 'answeredById', 'createdAt'],
      form: ['reply'],
      choices: { state: ['open', 'answered', 'closed'] },
      long: ['reply'],
      sort: { sortBy: 'createdAt', direction: 'desc' },
      writer: supportWriter,
    },
    {
      id: 'setting',
      model: 'Setting',
      list: ['key', 'value'],
      filter: ['key'],
      form: ['key', 'value'],
      fixed: ['key'],
      choices: { key: Object.keys(DEFAULT_SETTINGS) },
      shapes: { value: { shape: /^\d+(\.\d+)?$/, fault: 'notANumber' } },
      sort: { sortBy: 'key', direction: 'asc' },
      writer: recordWriter('Setting'),
    },
    {
      id: 'api_token',
      model: 'ApiToken',
      list: ['name', 'madeAt', 'madeById', 'lastUsedAt', 'revokedAt'],
      filter: ['name', 'madeById', 'madeAt'],
      sort: { sortBy: 'madeAt', direction: 'desc' },
      writer: apiTokenWriter,
    },
    {
      id: 'panel_session',
      model: 'PanelSession',
      list: ['personId', 'browser', 'way', 'startedAt', 'seenAt'],
      filter: ['personId', 'way', 'startedAt'],
      choices: { way: ['password', 'link'] },
      sort: { sortBy: 'seenAt', direction: 'desc' },
      writer: sessionWriter,
    },
    {
      id: 'outbox',
      model: 'OutboxMessage',
      list: ['createdAt', 'chat', 'lane', 'state', 'attempts', 'sentAt', 'lastError'],
      show: ['notBefore', 'leaseUntil'],
      filter: ['state', 'lane', 'chat', 'createdAt'],
      choices: { state: ['waiting', 'sent', 'dead'], lane: ['0', '1', '2', '3'] },
      sort: { sortBy: 'createdAt', direction: 'desc' },
    },
    {
      id: 'backup_run',
      model: 'BackupRun',
      list: ['at', 'kind', 'state', 'file', 'bytes', 'offSite', 'removedAt', 'error'],
      show: ['auditLines', 'auditHead'],
      filter: ['kind', 'state', 'at'],
      choices: {
        kind: ['nightly', 'console', 'chat', 'panel', 'drill', 'restore'],
        state: ['good', 'failed'],
        offSite: ['done', 'failed'],
      },
      sort: { sortBy: 'at', direction: 'desc' },
    },
    {
      id: 'job_run',
      model: 'JobRun',
      list: ['job', 'slot', 'state', 'attempts', 'startedAt', 'finishedAt', 'error'],
      show: ['leaseUntil'],
      filter: ['job', 'state', 'startedAt'],
      choices: { state: ['running', 'done', 'failed'] },
      sort: { sortBy: 'startedAt', direction: 'desc' },
    },
  ],
};
