import type { DemoPerson } from '../../db/demo/people.ts';
import type { Texts } from '../texts/ru.ts';

/** A person as the chat page of the demo shows them. */
export type PagePerson = {
  id: number;
  firstName: string;
  lastName: string;
  note: string;
  hint: string;
  started: boolean;
};

/** The people of the demo school for the chat page, each with what to try. */
export function demoPeople(people: readonly DemoPerson[], { demo }: Texts): PagePerson[] {
  return people.map((person) => ({
    id: person.chat,
    firstName: person.firstName,
    lastName: person.lastName,
    ...words(person, demo),
    // Who has no access yet has never written to the bot.
    started: person.is !== 'father',
  }));
}

function words(
  person: DemoPerson,
  { notes, hints }: Texts['demo'],
): Pick<PagePerson, 'note' | 'hint'> {
  switch (person.is) {
    case 'subject-teacher': {
      const { className, pupil } = person;
      const subject = person.subject.toLowerCase();
      return {
        note: notes.teacher(subject, className),
        hint: hints.subjectTeacher(className, subject, pupil),
      };
    }
    case 'class-teacher': {
      const { className, subject, pupil } = person;
      return {
        note: notes.classTeacher(className),
        hint: hints.classTeacher(className, subject.toLowerCase(), pupil),
      };
    }
    case 'grade-one-teacher': {
      const { className, subject, pupil } = person;
      return {
        note: notes.classTeacher(className),
        hint: hints.gradeOneTeacher(className, subject.toLowerCase(), pupil),
      };
    }
    case 'mother':
      return { note: notes.mother(person.children), hint: hints.mother };
    case 'father':
      return { note: notes.father(person.children), hint: hints.father(person.code) };
    case 'deputy-head': {
      const { login, password } = person;
      return { note: notes.deputyHead, hint: hints.deputyHead(login, password) };
    }
    case 'administrator': {
      const { login, password, colleague } = person;
      return { note: notes.administrator, hint: hints.administrator(login, password, colleague) };
    }
  }
}
