import type { ActionContext, ActionRequest, ResourceOptions } from 'adminjs';
import type { Db } from '../../db/open.ts';
import { mayInPanel } from '../access.ts';
import { userOf } from '../current-admin.ts';
import type { PanelDeps } from '../deps.ts';
import { exportList } from '../export/export-list.ts';
import { readForm } from './form.ts';
import { giveLogin } from './give-login.ts';
import { issueApiToken } from './issue-api-token.ts';
import { makeBackupNow } from './make-backup.ts';
import { viewNoter } from './note-view.ts';
import type { PanelResource } from './panel-resource.ts';
import type { ResourceSpec, Section } from './spec.ts';

const ACTIONS = ['list', 'show', 'search', 'new', 'edit', 'delete', 'bulkDelete'];

/** AdminJS's options of one resource, all from its spec and the table of rights. */
export function resourceOptions(
  db: Db,
  resource: PanelResource,
  section: Section,
  { origin, backups }: Pick<PanelDeps, 'origin' | 'backups'>,
): ResourceOptions {
  const { spec } = resource;
  const { show = [], filter, form = [], sort } = spec;
  const list = [...spec.list, ...Object.keys(spec.counts ?? {})];
  const actions = ACTIONS.map((name) => [name, { isAccessible: accessible(spec, name) }] as const);
  const read = { before: formReader(resource) };
  return {
    id: spec.id,
    navigation: { name: section.name, icon: section.icon },
    titleProperty: 'title',
    listProperties: list,
    showProperties: [...list, ...show],
    filterProperties: [...filter],
    editProperties: [...form],
    sort: { ...sort },
    properties: properties(resource),
    actions: {
      ...Object.fromEntries(actions),
      new: { isAccessible: accessible(spec, 'new'), ...read },
      edit: { isAccessible: accessible(spec, 'edit'), ...read },
      exportList: { isAccessible: accessible(spec, 'exportList'), ...exportList(db, resource) },
      show: { isAccessible: accessible(spec, 'show'), after: viewNoter(db, spec) },
      ...(spec.id === 'person'
        ? { giveLogin: { isAccessible: accessible(spec, 'giveLogin'), ...giveLogin(db, origin) } }
        : {}),
      ...(spec.id === 'api_token'
        ? { new: { isAccessible: accessible(spec, 'new'), ...issueApiToken(db) } }
        : {}),
      ...(spec.id === 'backup_run'
        ? { new: { isAccessible: accessible(spec, 'new'), ...makeBackupNow(db, backups) } }
        : {}),
    },
  };
}

function accessible(spec: ResourceSpec, action: string) {
  return ({ currentAdmin }: ActionContext) =>
    mayInPanel(userOf(currentAdmin).actor, spec.id, action);
}

/** Replaces what was posted by the fields of the form, so that AdminJS never sees anything else. */
function formReader(resource: PanelResource) {
  const { spec } = resource;
  return (request: ActionRequest, context: ActionContext): ActionRequest => {
    if (request.method !== 'post') {
      return request;
    }
    const posted = request.payload ?? {};
    const fieldOf = (name: string) => resource.field(name);
    context.form = readForm(spec, fieldOf, posted, context.record?.params ?? null);
    const kept = (spec.form ?? []).filter((name) => posted[name] !== undefined);
    const payload = Object.fromEntries(
      kept.map((name) => [name, posted[name] === '' ? null : posted[name]]),
    );
    return { ...request, payload };
  };
}

function properties(resource: PanelResource): NonNullable<ResourceOptions['properties']> {
  const { spec } = resource;
  const form = spec.form ?? [];
  const nowhere = { list: false, show: false, edit: false, filter: false };
  const options: NonNullable<ResourceOptions['properties']> = {
    title: { type: 'string', isVisible: { ...nowhere, filter: spec.filter.includes('title') } },
  };
  for (const name of form) {
    const field = resource.field(name);
    options[name] = field
      ? { isRequired: field.required && field.fallback === undefined }
      : { type: 'string', isVisible: { ...nowhere, edit: true } };
  }
  for (const name of Object.keys(spec.counts ?? {})) {
    const isVisible = { ...nowhere, list: true, show: true };
    options[name] = { type: 'number', isVisible, isSortable: false };
  }
  for (const [name, values] of Object.entries(spec.choices ?? {})) {
    const availableValues = values.map((value) => ({ value, label: value }));
    options[name] = { ...options[name], availableValues };
  }
  for (const name of spec.long ?? []) {
    options[name] = { ...options[name], type: 'textarea' };
  }
  return options;
}
