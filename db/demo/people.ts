/** What a person of the demo school is there for, and what their hint speaks of. */
export type DemoPart =
  | ({ is: 'subject-teacher' | 'class-teacher' | 'grade-one-teacher' } & DemoLesson)
  | { is: 'mother'; children: readonly DemoChild[] }
  | { is: 'father'; children: readonly DemoChild[]; code: string }
  | { is: 'deputy-head'; login: string; password: string }
  | { is: 'administrator'; login: string; password: string; colleague: string };

/** A course, and a pupil of its class whose surname nobody else has. */
export type DemoLesson = { className: string; subject: string; pupil: string };

export type DemoChild = { firstName: string; className: string };

/** Somebody of the demo school whom a visitor may be. */
export type DemoPerson = DemoPart & {
  /** The number of their phone in the messenger. */
  chat: number;
  lastName: string;
  firstName: string;
};

/** A login to the panel. */
export type DemoLogin = { role: 'administrator' | 'deputy_head'; login: string; password: string };

/** The address of a phone, as it is known of a linked chat. */
export function addressOf(chat: number): string {
  return `tg:${chat}`;
}
