import type { ClassJournal } from '../../db/reports/class-journal.ts';
import type { JournalFile } from '../dialogue/journal-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { fileName } from './file-name.ts';
import { escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { classJournalPaper, classJournalTitle } from './papers/class-journal-paper.ts';
import { pack } from './prints/packed.ts';

/** A class's journal of a year as a file: some megabytes of words, so they wait packed. */
export function classJournalMessage(journal: ClassJournal, as: JournalFile, pen: Pen): Screen {
  const title = classJournalTitle(journal, pen.texts);
  const text = pack(JSON.stringify(classJournalPaper(journal, pen)));
  return {
    text: escapeHtml(title),
    file: { kind: 'document', name: `${fileName(title)}.${as}`, packed: { as, text } },
  };
}
