import type { DrawnFile, ReadyFile, Reply, ReplyFile } from '../dialogue/reply.ts';

/** Makes a document into bytes. */
export type MakeBytes = (file: DrawnFile) => Promise<Uint8Array>;

/** A reply as a messenger sends it: its file, if there is one, made into bytes. */
export async function readyReply(reply: Reply, make: MakeBytes): Promise<Reply<ReadyFile>> {
  if (!('text' in reply)) {
    return reply;
  }
  const { file, meanwhile: _shown, ...said } = reply;
  return file ? { ...said, file: await readyFile(file, make) } : said;
}

async function readyFile(file: ReplyFile, make: MakeBytes): Promise<ReadyFile> {
  return 'fileId' in file ? file : { kind: file.kind, name: file.name, bytes: await make(file) };
}
