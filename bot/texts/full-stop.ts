/** Ends a sentence with a name: «Артём И.» brings a full stop of its own. */
export function fullStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
