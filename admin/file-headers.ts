import type { Response } from 'express';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
} as const;
/** The kinds of files that the panel hands out; a picture is shown, the others are kept. */
export const FILE_KINDS = Object.keys(TYPES) as FileKind[];
export type FileKind = keyof typeof TYPES;

/** Says what file the answer is; its name may be in any language (RFC 5987). */
export function fileHeaders(res: Response, kind: FileKind, name: string): Response {
  const shown = kind === 'svg' ? 'inline' : 'attachment';
  const named = `filename="file.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return res.type(TYPES[kind]).set('Content-Disposition', `${shown}; ${named}`);
}
