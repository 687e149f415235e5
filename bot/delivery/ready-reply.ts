import type { ReadyFile, Reply, ReplyFile } from '../dialogue/reply.ts';
import { pngOf } from '../views/pictures/png.ts';
import { xlsxOf } from '../views/sheets/xlsx.ts';

/** A reply as a messenger sends it: its file, if there is one, made into bytes. */
export async function readyReply(reply: Reply): Promise<Reply<ReadyFile>> {
  if (!('text' in reply)) {
    return reply;
  }
  const { file, ...said } = reply;
  return file ? { ...said, file: await readyFile(file) } : said;
}

async function readyFile(file: ReplyFile): Promise<ReadyFile> {
  if ('fileId' in file) {
    return file;
  }
  const bytes = file.kind === 'photo' ? await pngOf(file.svg) : await xlsxOf(file.book);
  return { kind: file.kind, name: file.name, bytes };
}
