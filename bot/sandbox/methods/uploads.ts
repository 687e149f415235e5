import { badRequest } from '../api-error.ts';
import type { StoredFile } from '../files.ts';
import { imageSize } from '../image-size.ts';
import { readKeyboard } from '../keyboard.ts';
import { DOWNLOAD_BYTES, PHOTO_BYTES, UPLOAD_BYTES } from '../limits.ts';
import { documentFields, photoFields } from '../media.ts';
import { addMessage } from '../messages.ts';
import { flagParam, type Params, textParam } from '../params.ts';
import type { State } from '../state.ts';
import { captionFields, readCaption } from './content.ts';
import { replyTo } from './messages.ts';
import type { Method } from './method.ts';
import { targetChat } from './target.ts';

export const sendDocument: Method = (params, context) =>
  send(params, context.state, 'document', (file) => documentFields(file));

export const sendPhoto: Method = (params, context) =>
  send(params, context.state, 'photo', checkedPhoto);

export const getFile: Method = (params, { state }) => {
  const file = state.files.byId(textParam(params, 'file_id') ?? '');
  if (!file) {
    throw badRequest('invalid file_id');
  }
  if (file.bytes.length > DOWNLOAD_BYTES) {
    throw badRequest('file is too big');
  }
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  };
};

function send(
  params: Params,
  state: State,
  kind: 'document' | 'photo',
  fields: (file: StoredFile) => object,
) {
  const chat = targetChat(params, state);
  const content = readCaption(params);
  const keyboard = readKeyboard(params);
  const file = readFile(params, state, kind, textParam(params, kind) ?? '');
  return addMessage(
    state,
    chat,
    state.bot,
    {
      ...replyTo(params, chat),
      ...fields(file),
      ...captionFields(content),
      ...(keyboard && { reply_markup: keyboard }),
    },
    { html: content.html, silent: flagParam(params, 'disable_notification') },
  );
}

/** The message fields of a photo; refuses what is no picture or too large a one. */
export function checkedPhoto(file: StoredFile) {
  const size = imageSize(file.bytes);
  if (!size) {
    throw badRequest('IMAGE_PROCESS_FAILED');
  }
  if (size.width + size.height > 10_000 || file.bytes.length > PHOTO_BYTES) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return photoFields(file, size);
}

/** The file itself, `attach://name`, or the id of a file sent before. Addresses of the web are refused: nothing leaves this machine. */
export function readFile(
  params: Params,
  state: State,
  kind: 'document' | 'photo',
  value: string,
): StoredFile {
  const attached = params.files.get(value.startsWith('attach://') ? value.slice(9) : kind);
  if (attached) {
    if (attached.bytes.length === 0) {
      throw badRequest('file must be non-empty');
    }
    if (attached.bytes.length > UPLOAD_BYTES) {
      throw badRequest('file is too big');
    }
    return state.files.add(attached.name, attached.bytes, `${kind}s`);
  }
  if (value === '' || value.startsWith('attach://')) {
    throw badRequest(`there is no ${kind} in the request`);
  }
  const known = state.files.byId(value);
  if (!known) {
    throw badRequest(
      /^https?:/i.test(value)
        ? 'failed to get HTTP URL content'
        : "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    );
  }
  if (!known.path.startsWith(`${kind}s/`)) {
    const [is, as] = kind === 'photo' ? ['Document', 'Photo'] : ['Photo', 'Document'];
    throw badRequest(`can't use file of type ${is} as ${as}`);
  }
  return known;
}
