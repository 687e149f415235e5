import type { Texts } from '../ru.ts';

export const commands: Texts['commands'] = {
  lesson: "today's lessons",
  mark: 'marks in one message',
  absent: 'absences in one message',
  topic: 'topic of a lesson',
  homework: 'homework',
  term: 'term and year marks',
  journal: 'the class journal: table and file',
  undo: 'take back the last action',
  diary: 'diary by day and week',
  marks: 'marks and means by subject',
  class: 'class card: who is absent, list, signals',
  write: 'correspondence: parents and class teacher',
  behaviour: 'praise and remarks',
  excuse: 'reason of an absence',
  invite: 'access codes',
  settings: 'language and reminders',
  me: 'who I am in the journal',
  help: 'what the journal can do',
  cancel: 'stop the current input',
  start: 'begin, enter a code',
};
