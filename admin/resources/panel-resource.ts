import { Resource } from '@adminjs/sequelize';
import { type ActionContext, type BaseProperty, BaseRecord, type Filter } from 'adminjs';
import { literal, type Model, type ModelStatic, Op, type WhereOptions } from 'sequelize';
import type { By } from '../../db/actions/by.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db, Tx } from '../../db/open.ts';
import { mayInPanel } from '../access.ts';
import { userOf } from '../current-admin.ts';
import { panelBy } from '../panel-by.ts';
import type { Form, FormField } from './form.ts';
import { scopeOf } from './scope.ts';
import { columnsOf, type ResourceSpec, type Writer } from './spec.ts';
import { titlesOf } from './titles.ts';
import { columnOfId, whereOf } from './where.ts';
import { faultsError, writeError } from './write-error.ts';

const MAX_ROWS = 100;

type FindOptions = {
  limit?: number;
  offset?: number;
  sort?: { sortBy?: string; direction?: 'asc' | 'desc' };
};

/**
 * One model in the panel. Reads only the columns its spec names, titles each record by one query,
 * and writes through the verbs of `db/actions` in one transaction, never through the model.
 */
export class PanelResource extends Resource {
  readonly spec: ResourceSpec;
  readonly #db: Db;
  readonly #model: ModelStatic<Model>;
  readonly #columns: string[];

  constructor(db: Db, spec: ResourceSpec) {
    // The adapter's own type is of an older Sequelize; it only reads the model's attributes.
    super(db.models[spec.model] as unknown as ConstructorParameters<typeof Resource>[0]);
    this.spec = spec;
    this.#db = db;
    this.#model = db.models[spec.model];
    this.#columns = [...new Set([this.#model.primaryKeyAttribute, ...columnsOf(spec)])];
  }

  override id(): string {
    return this.spec.id;
  }

  override properties(): BaseProperty[] {
    return super.properties().filter((property) => this.#columns.includes(property.name()));
  }

  override property(path: string): BaseProperty | null {
    return this.#columns.includes(path) ? super.property(path) : null;
  }

  /** A column as the forms see it; null for a field without a column. */
  field(name: string): FormField | null {
    const property = this.property(name);
    const column = this.#model.getAttributes()[name];
    return property && column
      ? {
          type: property.type(),
          required: column.allowNull === false,
          fallback: column.defaultValue,
        }
      : null;
  }

  override count(filter: Filter, context?: ActionContext): Promise<number> {
    return this.#model.count({ where: this.#visible(this.#found(filter), context) });
  }

  override async find(
    filter: Filter,
    { limit = MAX_ROWS, offset = 0, sort = {} }: FindOptions,
    context?: ActionContext,
  ): Promise<BaseRecord[]> {
    const { sortBy = '', direction } = sort;
    const by = this.#columns.includes(sortBy)
      ? { sortBy, direction: direction ?? 'asc' }
      : this.spec.sort;
    const key = this.#model.primaryKeyAttribute;
    const page = {
      limit: Math.min(Math.max(1, Math.trunc(Number(limit)) || MAX_ROWS), MAX_ROWS),
      offset: Math.max(0, Math.trunc(Number(offset)) || 0),
      // Rows alike in the sorted column would swap places between pages without a second one.
      order: [
        [by.sortBy, by.direction.toUpperCase()] as [string, string],
        [key, 'DESC'] as [string, string],
      ],
    };
    const where = this.#visible(this.#found(filter), context);
    if (actionOf(context) === 'search') {
      const rows = await this.#model.findAll({ where, attributes: [key], ...page });
      return this.#titled(rows.map((row) => row.get(key) as string | number));
    }
    return this.#read(where, page);
  }

  override async findOne(id: string, context?: ActionContext): Promise<BaseRecord | null> {
    if (!mayInPanel(userOf(context?.currentAdmin).actor, this.spec.id, actionOf(context))) {
      throw new Refusal('not-allowed');
    }
    const [record] = await this.#read(this.#visible(this.#byKey([id]), context), { limit: 1 });
    return record ?? null;
  }

  /** For references: a record's title and nothing else of it, for whoever could search for it. */
  override async findMany(
    ids: (string | number)[],
    context?: ActionContext,
  ): Promise<BaseRecord[]> {
    const key = this.#model.primaryKeyAttribute;
    const where = this.#visible(this.#byKey(ids), context, 'search');
    const rows = await this.#model.findAll({ where, attributes: [key] });
    return this.#titled(rows.map((row) => row.get(key) as string | number));
  }

  async #titled(ids: (string | number)[]): Promise<BaseRecord[]> {
    const titles = await titlesOf(this.#db, this.spec.id, ids);
    const key = this.#model.primaryKeyAttribute;
    return ids.flatMap((id) => {
      const title = titles.get(String(id));
      return title === undefined ? [] : [new BaseRecord({ [key]: id, title }, this)];
    });
  }

  override async create(_params: unknown, context?: ActionContext): Promise<Values> {
    const form = formOf(context);
    const id = await this.#write(context, form, 'create', (write, tx, by) =>
      write(tx, by, form.values),
    );
    return this.#stored(id, context);
  }

  override async update(id: string, _params: unknown, context?: ActionContext): Promise<Values> {
    const form = formOf(context);
    await this.#mustBeVisible(id, context);
    await this.#write(context, form, 'update', (write, tx, by) =>
      write(tx, by, id, form.values, form.seen),
    );
    return this.#stored(id, context);
  }

  override async delete(id: string, context?: ActionContext): Promise<void> {
    await this.#mustBeVisible(id, context);
    const seen = Number(context?.record?.param('version') ?? 0);
    await this.#write(context, null, 'remove', (write, tx, by) => write(tx, by, id, seen));
  }

  async #write<Verb extends keyof Writer, T>(
    context: ActionContext | undefined,
    form: Form | null,
    verb: Verb,
    job: (write: NonNullable<Writer[Verb]>, tx: Tx, by: By) => Promise<T>,
  ): Promise<T> {
    const { actor, language } = userOf(context?.currentAdmin);
    const reason = (form?.values.reason ?? null) as string | null;
    const by: By = { ...panelBy(actor), reason };
    if (form && Object.keys(form.faults).length > 0) {
      throw faultsError(form.faults, language);
    }
    try {
      const write = this.spec.writer?.[verb];
      if (!write) {
        throw new Refusal('not-allowed');
      }
      return await this.#db.write((tx) => job(write as NonNullable<Writer[Verb]>, tx, by));
    } catch (error) {
      throw writeError(error, verb, this.spec, language);
    }
  }

  async #stored(id: string | number, context?: ActionContext): Promise<Values> {
    return (await this.findOne(String(id), context))?.params ?? {};
  }

  /** AdminJS has looked for the record already; this is for whichever way leads past it. */
  async #mustBeVisible(id: string, context: ActionContext | undefined): Promise<void> {
    if (!(await this.findOne(id, context))) {
      throw new Refusal('not-found');
    }
  }

  async #read(where: WhereOptions, page: object): Promise<BaseRecord[]> {
    const counts = Object.entries(this.spec.counts ?? {});
    const attributes = [
      ...this.#columns,
      ...counts.map(([name, sql]): [ReturnType<typeof literal>, string] => [
        literal(`(${sql})`),
        name,
      ]),
    ];
    const rows = await this.#model.findAll({ where, attributes, ...page });
    const key = this.#model.primaryKeyAttribute;
    const ids = rows.map((row) => row.get(key) as string | number);
    const titles = await titlesOf(this.#db, this.spec.id, ids);
    return rows.map((row) => {
      const title = titles.get(String(row.get(key))) ?? '';
      return new BaseRecord({ ...row.toJSON(), title }, this);
    });
  }

  #found(filter: Filter): WhereOptions {
    return whereOf(this.#db, this.spec, filter);
  }

  /** Leaves out the rows that are not for whoever asks. */
  #visible(
    where: WhereOptions,
    context: ActionContext | undefined,
    action = actionOf(context),
  ): WhereOptions {
    const { actor } = userOf(context?.currentAdmin);
    const { withheld, id: resource } = this.spec;
    const column = columnOfId(this.spec);
    const scope = scopeOf(this.#db, actor, { resource, action, column });
    const kept =
      withheld && !actor.roles.includes('administrator')
        ? [{ [withheld.column]: { [Op.notIn]: [...withheld.values] } }]
        : [];
    return { [Op.and]: [where, ...(scope === null ? [] : [literal(scope)]), ...kept] };
  }

  #byKey(ids: readonly (string | number)[]): WhereOptions {
    const key = this.#model.primaryKeyAttribute;
    const numeric = this.property(key)?.type() === 'number';
    return { [key]: numeric ? ids.map(Number).filter(Number.isSafeInteger) : ids.map(String) };
  }
}

type Values = Record<string, unknown>;

function actionOf(context: ActionContext | undefined): string {
  return context?.action?.name ?? '';
}

/** The form that the `before` hook of the action read. */
function formOf(context: ActionContext | undefined): Form {
  const form: Form | undefined = context?.form;
  if (!form) {
    throw new Error('a form reached the writer unread');
  }
  return form;
}
