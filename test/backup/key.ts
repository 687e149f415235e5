export const KEY = 'a key phrase of a test';
