import { callOffDocuments } from '../../db/actions/call-off-documents.ts';
import type { PressTable } from './press.ts';
import type { Meanwhile } from './reply.ts';
import { redraw } from './turn.ts';

export const makingPresses: PressTable = {
  off1: async (turn) => ({
    write: async (tx) => {
      const { chat, messageId } = turn.event;
      const isMeant = (message: object): message is { meanwhile: Meanwhile } =>
        (message as { meanwhile?: Meanwhile }).meanwhile?.screen === messageId;
      const [first] = await callOffDocuments(tx, chat.address, isMeant);
      if (!first) {
        return { replies: [], toast: turn.texts.making.notNow };
      }
      const { stopped, back } = first.meanwhile;
      return redraw(turn, { text: stopped, buttons: back });
    },
  }),
};
