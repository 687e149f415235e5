import { type Actor, can, type Role } from '../db/rules/access.ts';

const READ = ['list', 'show', 'search', 'exportList'] as const;
const KEEP = [...READ, 'new', 'edit', 'delete'] as const;

/** Roles that open the panel, in the order in which one is named after them. */
export const PANEL_ROLES = ['administrator', 'deputy_head', 'class_teacher', 'teacher'] as const;

export type PanelRole = (typeof PANEL_ROLES)[number];

type Rights = Record<PanelRole, readonly string[]>;

const NOBODY = { administrator: [], deputy_head: [], class_teacher: [], teacher: [] } as const;

const kept = { ...NOBODY, administrator: KEEP, deputy_head: READ } as const;
const watched = { ...NOBODY, administrator: READ, deputy_head: READ } as const;
const technical = { ...NOBODY, administrator: READ } as const;
// Teachers read of these what the scopes leave them.
const everyones = { ...kept, class_teacher: READ, teacher: READ } as const;
const written = { ...everyones, teacher: KEEP } as const;
const ofTheClass = { class_teacher: READ } as const;
const sessions = {
  administrator: [...READ, 'delete'],
  deputy_head: [...READ, 'delete'],
  class_teacher: [...READ, 'delete'],
  teacher: [...READ, 'delete'],
} as const;
const namedOnly = ['search'] as const;

/**
 * Who may do what in the panel: resource × role → actions. What stands nowhere is denied; bulk
 * actions stand nowhere. A delete in the journal is a cancellation. Of which rows a teacher and a
 * class teacher may do it, `resources/scope.ts` says; who may only search gets titles alone.
 */
export const PANEL_RIGHTS = {
  person: {
    ...kept,
    administrator: [...KEEP, 'giveLogin'],
    class_teacher: namedOnly,
    teacher: namedOnly,
  },
  role: { ...kept, administrator: [...READ, 'new', 'delete'] },
  pupil: { ...kept, class_teacher: READ, teacher: namedOnly },
  guardianship: { ...kept, ...ofTheClass },
  chat_link: { ...watched, administrator: [...READ, 'delete'] },
  school_class: everyones,
  enrolment: { ...kept, ...ofTheClass },
  course: everyones,
  course_pupil: { ...everyones, administrator: [...READ, 'new', 'delete'] },
  subject: everyones,
  academic_year: everyones,
  term: everyones,
  day_off: everyones,
  bell: everyones,
  timetable_slot: everyones,
  substitution: everyones,
  timetable_change: everyones,
  plan_item: everyones,
  lesson: {
    ...everyones,
    administrator: [...READ, 'new', 'edit'],
    teacher: [...READ, 'new', 'edit'],
  },
  homework_file: { ...watched, class_teacher: READ, teacher: READ },
  mark: written,
  absence: written,
  term_mark: written,
  thread: technical,
  message: technical,
  behaviour_note: { ...watched, ...ofTheClass },
  absence_excuse: { ...watched, ...ofTheClass },
  view_event: watched,
  support_request: { ...NOBODY, administrator: [...READ, 'edit'] },
  finding: watched,
  report: { ...watched, class_teacher: READ, teacher: READ },
  change: watched,
  api_token: { ...NOBODY, administrator: [...READ, 'new', 'delete'] },
  panel_session: sessions,
  backup_run: { ...technical, administrator: [...READ, 'new'] },
  job_run: technical,
  outbox: technical,
  setting: kept,
} as const satisfies Record<string, Rights>;

/** Who may open which page of our own: page → roles. What stands nowhere is denied. */
export const PAGE_RIGHTS = {
  overview: ['administrator', 'deputy_head'],
  reports: ['administrator', 'deputy_head'],
} as const satisfies Record<string, readonly Role[]>;

export type PageId = keyof typeof PAGE_RIGHTS;

export type ResourceId = keyof typeof PANEL_RIGHTS;

export const RESOURCE_IDS = Object.keys(PANEL_RIGHTS) as ResourceId[];

/** Whether an actor, as the database knows them at this moment, may do this in the panel. */
export function mayInPanel(actor: Actor, resource: ResourceId, action: string): boolean {
  return rolesThatMay(actor, resource, action).length > 0;
}

/** Those of an actor's roles that let them do this in the panel, on whichever rows. */
export function rolesThatMay(actor: Actor, resource: ResourceId, action: string): PanelRole[] {
  const rights: Rights = PANEL_RIGHTS[resource];
  return can(actor, 'panel.open', null)
    ? PANEL_ROLES.filter((role) => actor.roles.includes(role) && rights[role].includes(action))
    : [];
}

/** Whether an actor, as the database knows them at this moment, may open this page or post to it. */
export function mayOpenPage(actor: Actor, page: PageId): boolean {
  const roles: readonly Role[] = PAGE_RIGHTS[page];
  return can(actor, 'panel.open', null) && actor.roles.some((role) => roles.includes(role));
}

export function isResourceId(id: string): id is ResourceId {
  return Object.hasOwn(PANEL_RIGHTS, id);
}
