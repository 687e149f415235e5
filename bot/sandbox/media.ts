import type { StoredFile } from './files.ts';
import type { ImageSize } from './image-size.ts';
import type { WireFile, WireMessage } from './wire.ts';

/** The message fields of a document. */
export function documentFields(file: StoredFile): Pick<WireMessage, 'document'> {
  return { document: { ...fileFields(file), file_name: file.name, mime_type: file.mime } };
}

/** The message fields of a photo; the sandbox keeps one size, the original. */
export function photoFields(file: StoredFile, size: ImageSize): Pick<WireMessage, 'photo'> {
  return { photo: [{ ...fileFields(file), ...size }] };
}

/** The message fields of a plain sticker. */
export function stickerFields(file: StoredFile): Pick<WireMessage, 'sticker'> {
  return {
    sticker: {
      ...fileFields(file),
      type: 'regular',
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji: '🙂',
    },
  };
}

function fileFields(file: StoredFile): WireFile {
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
}
