import type { PersonRecord } from '../../db/reports/person-record.ts';
import type { PupilRecord } from '../../db/reports/pupil-record.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { fileName } from './file-name.ts';
import { escapeHtml } from './html.ts';
import { personName } from './person-name.ts';
import { personSections } from './person-sections.ts';
import { pack } from './prints/packed.ts';
import type { PrintedRecord } from './prints/record.ts';
import { DIARY_DAYS, pupilSections } from './pupil-sections.ts';

type Names = DialogueConfig['names'];

/** What is sent to somebody who takes their own data out: to be read, and for programs. */
export function personFiles(
  record: PersonRecord,
  day: string,
  texts: Texts,
  names: Names,
): Screen[] {
  const { privacy } = texts;
  const named = {
    ...record,
    person: { ...record.person, ...namedPerson(record.person, names) },
    children: record.children.map((child) => ({ ...child, ...namedChild(child, names) })),
  };
  const title = privacy.ownTitle;
  const sections = personSections(record, texts, names);
  const notes = notesOf(day, texts, names);
  return files({ title, notes, sections }, named, privacy.ownFile(day), texts);
}

/** What is sent to a parent who takes a child's data out. */
export function pupilFiles(record: PupilRecord, day: string, texts: Texts, names: Names): Screen[] {
  const { privacy } = texts;
  const className = record.classes.at(-1)?.className ?? '';
  const named = { ...record, pupil: { ...record.pupil, ...namedChild(record.pupil, names) } };
  const title = privacy.childTitle(
    [childName(record.pupil, names), className].filter(Boolean).join(', '),
  );
  const notes = [...notesOf(day, texts, names), privacy.diaryDays(DIARY_DAYS)];
  const sections = pupilSections(record, day, texts);
  return files({ title, notes, sections }, named, privacy.childFile(className, day), texts);
}

function notesOf(day: string, { privacy, school }: Texts, names: Names): string[] {
  return [privacy.madeOn(school.fullDate(day)), ...(names === 'full' ? [] : [privacy.namesHidden])];
}

// Once they are sent nothing of them is kept.
function files(print: PrintedRecord, data: object, name: string, { privacy }: Texts): Screen[] {
  const file = fileName(name);
  return [
    {
      text: escapeHtml(privacy.readableCaption),
      file: {
        kind: 'document',
        name: `${file}.pdf`,
        packed: { as: 'record', text: pack(JSON.stringify(print)) },
      },
      secret: true,
    },
    {
      text: escapeHtml(privacy.dataCaption),
      file: {
        kind: 'document',
        name: `${file}.json`,
        packed: { as: 'json', text: pack(`${JSON.stringify(data, null, 1)}\n`) },
      },
      secret: true,
    },
  ];
}

// In the place of a name's parts, where messages may not hold it whole.
const HIDDEN = { lastName: undefined, firstName: undefined, middleName: undefined };

function namedPerson(person: PersonRecord['person'], names: Names): object {
  return names === 'full' ? {} : { ...HIDDEN, name: personName(person, names) ?? undefined };
}

function namedChild(child: { lastName: string; firstName: string }, names: Names): object {
  return names === 'full' ? {} : { ...HIDDEN, name: childName(child, names) };
}
