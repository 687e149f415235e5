import { grammyMessenger } from '../bot/messengers/grammy.ts';
import type { Messenger } from '../bot/messengers/messenger.ts';
import { telegrafMessenger } from '../bot/messengers/telegraf.ts';

/** Every messenger library of the product: each passes the same stories. */
export const LIBRARIES: {
  library: string;
  create: (token: string, apiRoot: string) => Messenger;
}[] = [
  { library: 'grammY', create: grammyMessenger },
  { library: 'Telegraf', create: telegrafMessenger },
];
