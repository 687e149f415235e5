import type { PersonRecord } from '../../db/reports/person-record.ts';
import type { Role } from '../../db/rules/access.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { personName } from './person-name.ts';
import type { PrintedRecord } from './prints/record.ts';

type Sections = PrintedRecord['sections'];

/** A person's own record as headed lines; sections without any are left out. */
export function personSections(
  record: PersonRecord,
  texts: Texts,
  names: DialogueConfig['names'],
): Sections {
  const { privacy, school, settings, excuse, support } = texts;
  const { person } = record;
  const at = (moment: string) => `${school.fullDate(moment.slice(0, 10))}${moment.slice(10)}`;
  const name = personName(person, names);
  const sections: Sections = [
    {
      title: privacy.sections.person,
      lines: [
        ...(name === null ? [] : [privacy.name(name)]),
        ...(person.phone === null ? [] : [privacy.phone(person.phone)]),
        ...(person.language === null
          ? []
          : [privacy.language(settings.languages[person.language])]),
      ],
    },
    {
      title: privacy.sections.roles,
      lines: record.roles.map((role) => school.roles[role as Role]),
    },
    {
      title: privacy.sections.chats,
      lines: record.chats.map(({ address, state, linked }) =>
        privacy.chat(
          address,
          privacy.chatStates[state as keyof typeof privacy.chatStates],
          at(linked),
        ),
      ),
    },
    {
      title: privacy.sections.settings,
      lines: record.settings.map(({ key, value }) => `${key}: ${value}`),
    },
    {
      title: privacy.sections.children,
      lines: record.children.map((child) => {
        const { relation, state, consentVersion, consentGiven } = child;
        const consent =
          consentVersion === null || consentGiven === null
            ? privacy.noConsent
            : privacy.consentGiven(at(consentGiven), consentVersion);
        const words = state === 'cut' ? privacy.tieCut : consent;
        const whose = [childName(child, names), ...(relation ? [relation] : [])].join(', ');
        return privacy.childLine(whose, words);
      }),
    },
    {
      title: privacy.sections.ownLetters,
      lines: record.letters.map(({ sent, className, text, photo }) =>
        [`${at(sent)}, ${className}:`, ...(photo ? [privacy.photo] : []), text].join(' ').trim(),
      ),
    },
    {
      title: privacy.sections.excuses,
      lines: record.excuses.map(({ date, answer, text, state }) => {
        const said = text ?? excuse.answered[answer as keyof typeof excuse.answered];
        return excuse.given(
          school.fullDate(date),
          said,
          privacy.excuseStates[state as keyof typeof privacy.excuseStates],
        );
      }),
    },
    {
      title: privacy.sections.questions,
      lines: record.questions.map(
        ({ asked, text, state }) =>
          `${at(asked)}: ${text} (${support.states[state as keyof typeof support.states]})`,
      ),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}
