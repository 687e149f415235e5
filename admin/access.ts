import { type Actor, can, type Role } from '../db/rules/access.ts';

const READ = ['list', 'show', 'search', 'exportList'] as const;
const KEEP = [...READ, 'new', 'edit', 'delete'] as const;

type Rights = { administrator: readonly string[]; deputy_head: readonly string[] };

const kept: Rights = { administrator: KEEP, deputy_head: READ };
const watched: Rights = { administrator: READ, deputy_head: READ };
const technical: Rights = { administrator: READ, deputy_head: [] };

/**
 * Who may do what in the panel: resource × role → actions. What stands nowhere is denied; bulk
 * actions stand nowhere. A delete in the journal is a cancellation.
 */
export const PANEL_RIGHTS = {
  person: { ...kept, administrator: [...KEEP, 'giveLogin'] },
  role: { ...kept, administrator: [...READ, 'new', 'delete'] },
  pupil: kept,
  guardianship: kept,
  chat_link: { ...watched, administrator: [...READ, 'delete'] },
  school_class: kept,
  enrolment: kept,
  course: kept,
  course_pupil: { ...kept, administrator: [...READ, 'new', 'delete'] },
  subject: kept,
  academic_year: kept,
  term: kept,
  day_off: kept,
  bell: kept,
  timetable_slot: kept,
  substitution: kept,
  timetable_change: kept,
  plan_item: kept,
  lesson: { ...kept, administrator: [...READ, 'new', 'edit'] },
  homework_file: watched,
  mark: kept,
  absence: kept,
  term_mark: kept,
  thread: technical,
  message: technical,
  behaviour_note: watched,
  absence_excuse: watched,
  view_event: watched,
  support_request: { administrator: [...READ, 'edit'], deputy_head: [] },
  finding: watched,
  report: watched,
  change: watched,
  api_token: { administrator: [...READ, 'new', 'delete'], deputy_head: [] },
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
  const rights: Rights = PANEL_RIGHTS[resource];
  return (
    can(actor, 'panel.open', null) && panelRoles(actor).some((r) => rights[r].includes(action))
  );
}

/** Whether an actor, as the database knows them at this moment, may open this page or post to it. */
export function mayOpenPage(actor: Actor, page: PageId): boolean {
  const roles: readonly Role[] = PAGE_RIGHTS[page];
  return can(actor, 'panel.open', null) && actor.roles.some((role) => roles.includes(role));
}

export function isResourceId(id: string): id is ResourceId {
  return Object.hasOwn(PANEL_RIGHTS, id);
}

function panelRoles(actor: Actor): (keyof Rights)[] {
  const known = (role: Role): role is keyof Rights =>
    role === 'administrator' || role === 'deputy_head';
  return actor.roles.filter(known);
}
