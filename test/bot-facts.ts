/** What the bots of the tests are started with, in this process and in others. */
export const TOKEN = '1:token-of-a-test-that-is-long-enough';
export const DIALOGUE = {
  language: 'ru',
  names: 'full',
  pepper: 'a pepper of a test',
  botUsername: 'zhurnal_test_bot',
  panelOrigin: 'http://journal.test',
} as const;
