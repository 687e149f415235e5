import { chatLinkWriter, recordWriter } from './record-writer.ts';
import type { Section } from './spec.ts';

const LANGUAGES = ['ru', 'en'];

/** Who is in the school and what ties them. */
export const people: Section = {
  name: 'people',
  icon: 'Users',
  resources: [
    {
      id: 'person',
      model: 'Person',
      list: ['lastName', 'firstName', 'middleName', 'phone', 'state'],
      show: ['key', 'language', 'createdAt', 'updatedAt'],
      filter: ['title', 'state'],
      form: ['lastName', 'firstName', 'middleName', 'phone', 'language', 'state', 'key'],
      choices: { state: ['active', 'inactive'], language: LANGUAGES },
      sort: { sortBy: 'lastName', direction: 'asc' },
      writer: recordWriter('Person'),
    },
    {
      id: 'role',
      model: 'Role',
      list: ['personId', 'role'],
      filter: ['personId', 'role'],
      form: ['personId', 'role'],
      choices: { role: ['teacher', 'deputy_head', 'administrator'] },
      sort: { sortBy: 'id', direction: 'asc' },
      writer: recordWriter('Role'),
    },
    {
      id: 'pupil',
      model: 'Pupil',
      list: ['lastName', 'firstName', 'middleName', 'bornOn'],
      show: ['key', 'createdAt', 'updatedAt'],
      filter: ['title', 'bornOn'],
      form: ['lastName', 'firstName', 'middleName', 'bornOn', 'key'],
      sort: { sortBy: 'lastName', direction: 'asc' },
      writer: recordWriter('Pupil'),
    },
    {
      id: 'guardianship',
      model: 'Guardianship',
      list: ['personId', 'pupilId', 'relation', 'state', 'consentAt'],
      show: ['consentVersion', 'createdAt'],
      filter: ['personId', 'pupilId', 'state'],
      form: ['personId', 'pupilId', 'relation', 'state'],
      fixed: ['personId', 'pupilId'],
      choices: { state: ['active', 'cut'] },
      sort: { sortBy: 'id', direction: 'desc' },
      writer: recordWriter('Guardianship'),
    },
    {
      id: 'chat_link',
      model: 'ChatLink',
      list: ['personId', 'address', 'state', 'linkedAt'],
      filter: ['personId', 'state'],
      choices: { state: ['active', 'blocked', 'cut'] },
      sort: { sortBy: 'linkedAt', direction: 'desc' },
      writer: chatLinkWriter,
    },
  ],
};
