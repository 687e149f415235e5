import type { Texts } from '../ru.ts';

export const common: Texts['common'] = {
  unknownCommand: (name) => `There is no command /${name}. All commands: /help`,
  notUnderstood: 'The message was not understood, nothing was saved. All commands: /help',
  notYourCommand: 'This command is not for your role. Your commands: /help',
  filesNotRead:
    'The journal takes no photos, stickers or files here. Write a text or choose a command: /help',
  textTooLong: (limit) =>
    `The message is too long, nothing was saved. Send at most ${limit} characters.`,
  buttonOutdated: 'This button is out of date. Open the screen again from the menu.',
  internalError: 'It did not work and nothing was saved. Please try again in a minute.',
  nothingToCancel: 'There is nothing to stop now.',
  cancelled: 'Stopped, nothing was saved.',
  back: '‹ Back',
};
