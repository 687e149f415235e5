import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';

export type StoredFile = {
  id: string;
  uniqueId: string;
  name: string;
  mime: string;
  /** The address below `/file/bot<token>/`. */
  path: string;
  bytes: Uint8Array;
};

export type FileStore = {
  add(name: string, bytes: Uint8Array, folder: 'documents' | 'photos' | 'stickers'): StoredFile;
  byId(id: string): StoredFile | undefined;
  byPath(path: string): StoredFile | undefined;
};

const MIME: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/** Files of all chats, in memory. */
export function createFileStore(): FileStore {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  return {
    add(name, bytes, folder) {
      const extension = extname(name).toLowerCase();
      const file = {
        id: `sandbox-${randomUUID()}`,
        uniqueId: randomUUID().slice(0, 13),
        name,
        mime: MIME[extension] ?? 'application/octet-stream',
        path: `${folder}/file_${byId.size}${/^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''}`,
        bytes,
      };
      byId.set(file.id, file);
      byPath.set(file.path, file);
      return file;
    },
    byId: (id) => byId.get(id),
    byPath: (path) => byPath.get(path),
  };
}
