/** The one-time link into the panel. Plain text. */
export const panel = {
  title: 'Log in to the panel',
  how: (minutes: number) =>
    `Open the link in a browser and type the code from the next message. It is good for ${minutes} min and works once.`,
  code: 'Code:',
  keep: 'Tell it to nobody: whoever has it logs in as you.',
};
