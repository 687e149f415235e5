import type { DrawnFile, Packed, ReadyFile, Reply, ReplyFile } from '../dialogue/reply.ts';
import type { Paper } from '../views/papers/paper.ts';
import { pngOf } from '../views/pictures/png.ts';
import { unpack } from '../views/prints/packed.ts';
import { type PrintedRecord, recordPdf } from '../views/prints/record.ts';
import { slipsPdf } from '../views/prints/slips.ts';
import { xlsxOf } from '../views/sheets/xlsx.ts';
import { printApart } from './print-apart.ts';
import { printed } from './printed.ts';

/** A reply as a messenger sends it: its file, if there is one, made into bytes. */
export async function readyReply(reply: Reply): Promise<Reply<ReadyFile>> {
  if (!('text' in reply)) {
    return reply;
  }
  const { file, ...said } = reply;
  return file ? { ...said, file: await readyFile(file) } : said;
}

async function readyFile(file: ReplyFile): Promise<ReadyFile> {
  return 'fileId' in file ? file : { kind: file.kind, name: file.name, bytes: await bytesOf(file) };
}

function bytesOf(file: DrawnFile): Promise<Uint8Array> {
  if (file.kind === 'photo') {
    return pngOf(file.svg);
  }
  if ('packed' in file) {
    return unpacked(file.packed);
  }
  if ('paper' in file) {
    return printed(file.paper, file.as);
  }
  return 'book' in file ? xlsxOf(file.book) : slipsPdf(file.slips);
}

async function unpacked({ as, text }: Packed): Promise<Uint8Array> {
  const words = unpack(text);
  switch (as) {
    case 'json':
      return new TextEncoder().encode(words);
    case 'record':
      return recordPdf(JSON.parse(words) as PrintedRecord);
    default:
      return printApart(JSON.parse(words) as Paper, as);
  }
}
