import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { isDocketCsv } from '../export/csv-columns';
import { firstText } from './first-text';
import { type Column, type ColumnPlan, planColumns } from './meaning/column-plan';
import { IMPORT_FIELDS, type ImportField, shortened } from '@docket/import-rows';
import type { ImportMap } from './meaning/import-map';
import { isSet, setFlag, statusOfFlag } from './meaning/status-flags';
import { LabelReader } from './meaning/label-reader';
import { type NumberScale, findNumberScale } from './meaning/number-scales';
import { clockPosition, withClock } from './times/date-and-clock';
import { areSpacedTags } from './tags';
import { unclearZoneInName, zoneInName } from './times/named-zone';
import { areSerialDates } from './times/serial-date';
import { shownInstant } from './times/shown-instant';

/** The values of a row by the fields that they fill, as in the file. */
export type RowFields = Readonly<Partial<Record<ImportField, unknown>>>;

/** Maximum number of remembered sets of names of JSON rows, and maximum length of the names of a set, in UTF-16 code units. */
const MAX_PLANS = 100;
const PLAN_MAX_LENGTH = 20_000;

/** Maximum number of remembered names of JSON rows. */
const MAX_NAMES = 1000;

/** Maximum number of columns that an error lists. */
const MAX_LISTED = 30;

/** Understands the columns of one file, or the names in its JSON rows. */
export class RowMapper {
  /** Understands the labels of the file. Known once the first row is mapped. */
  labels: LabelReader;
  /** Whether the file has a header row without a column of descriptions. */
  hasNoDescriptions = false;
  /** Whether the file is an export of Docket: its texts are plain, whatever they look like. */
  hasPlainTexts = false;
  /** The zone that the name of the column with the times says: "Created At (UTC)". */
  timeZone?: string;
  /** The abbreviation of a zone there that does not say which one it is: "Created (PST)". */
  unclearZone?: string;
  /** Whether the times are numbers as spreadsheets store them. Undefined until a row has a time. */
  hasSerialTimes: boolean | undefined;
  /** Whether spaces are between the tags of a text, as Zendesk writes them. Undefined until a row has several. */
  hasSpacedTags: boolean | undefined;
  private table: ColumnPlan | undefined;
  /** The position of the column with the clock of the times, if the table has one. */
  private clock: number | undefined;
  /** The positions of columns that say whether a ticket is closed, in a table without a status, and one that did. */
  private flags: readonly number[] = [];
  private usedFlag: number | undefined;
  private readonly plans = new Map<string, ColumnPlan>();
  private readonly names = new Map<string, Column>();
  private scale: NumberScale | undefined;

  constructor(private readonly map: ImportMap) {
    this.labels = new LabelReader(map);
  }

  /** The columns so far, in the order of the file. */
  get columns(): readonly Column[] {
    const columns = this.table?.columns ?? [...this.names.values()];
    return columns.map((column, position) =>
      position === this.usedFlag ? { name: column.name, field: 'status', reason: 'synonym' } : column,
    );
  }

  /**
   * Sets the columns of a table.
   * @throws InvalidInputException if no column has the titles, a field's own name occurs twice, or `map` names a missing column
   */
  setColumns(names: readonly string[]): void {
    const plan = planColumns(names, this.map);
    const errors = [...missingColumns(plan, this.map), ...repeatedColumns(plan)];
    if (!errors.length) errors.push(...missingTitles(plan, names));
    if (errors.length) throw new InvalidInputException(errors);
    this.table = plan;
    plan.columns.forEach((column) => this.findTimeZone(column));
    this.clock = clockPosition(names, plan.positions.created_at);
    if (!plan.positions.status.length && !this.map.columns.has('status'))
      this.flags = [...names.keys()].filter((position) => statusOfFlag(names[position] ?? ''));
    this.hasPlainTexts = isDocketCsv(names);
    this.hasNoDescriptions = plan.positions.description.length === 0;
    this.labels = new LabelReader(this.map, findNumberScale(names));
  }

  /** The fields of a row of the table. Values that are missing at the end of the row are empty. */
  fromValues(values: readonly unknown[]): RowFields {
    const fields: Partial<Record<ImportField, unknown>> = {};
    for (const field of IMPORT_FIELDS) {
      const position = this.table?.positions[field][0];
      if (position !== undefined) fields[field] = values[position] ?? '';
    }
    const { tagPositions = [] } = this.table ?? {};
    if (tagPositions.length > 1) fields.tags = tagPositions.map((position) => values[position]);
    const flag = this.flags.find((position) => isSet(values[position]));
    if (flag !== undefined) {
      this.usedFlag ??= flag;
      fields.status = statusOfFlag(this.table?.columns[flag]?.name ?? '');
    }
    if (this.clock !== undefined) fields.created_at = withClock(fields.created_at, values[this.clock]);
    const { docketIdPosition } = this.table ?? {};
    if (docketIdPosition !== undefined) fields.external_id ||= docketId(values[docketIdPosition], fields.created_at);
    return fields;
  }

  /** The fields of a JSON row. A field is filled by the best of its names whose value is not null, an object or, but for tags, a list. */
  fromObject(row: Readonly<Record<string, unknown>>): RowFields {
    const names = Object.keys(row);
    const { positions, tagPositions, docketIdPosition } = this.planOf(names);
    const fields: Partial<Record<ImportField, unknown>> = {};
    for (const field of IMPORT_FIELDS) {
      const [best] = positions[field];
      if (best === undefined) continue;
      const filled = positions[field].find((position) => isFilled(field, row[names[position] ?? ''])) ?? best;
      const name = names[filled] ?? '';
      if (filled !== best) this.remember({ name, field, reason: 'synonym' });
      if (field === 'description') fields[field] = firstText(row[name]) ?? row[name];
      else fields[field] = field === 'created_at' ? (shownInstant(row, name) ?? row[name]) : row[name];
    }
    if (tagPositions.length > 1) fields.tags = tagPositions.map((position) => row[names[position] ?? '']);
    const flag = positions.status.length || this.map.columns.has('status') ? undefined : setFlag(row);
    if (flag !== undefined) {
      this.remember({ name: flag, field: 'status', reason: 'synonym' });
      fields.status = statusOfFlag(flag);
    }
    if (docketIdPosition !== undefined) fields.external_id ??= docketId(row['id'], fields.created_at);
    return fields;
  }

  /** Learns the names of the first JSON rows, before any of them is mapped: one of them may show which product wrote the file. */
  learn(rows: readonly Readonly<Record<string, unknown>>[]): void {
    for (const row of rows) this.planOf(Object.keys(row));
  }

  /** Learns how times are written and how tags are separated, from the first rows that have any. */
  learnForms(rows: readonly RowFields[]): void {
    this.hasSerialTimes ??= areSerialDates(rows.map(({ created_at }) => created_at));
    this.hasSpacedTags ??= areSpacedTags(rows.map(({ tags }) => tags));
  }

  /** Whether {@link learnForms} has rows to see yet. */
  get knowsForms(): boolean {
    return this.hasSerialTimes !== undefined && this.hasSpacedTags !== undefined;
  }

  private planOf(names: readonly string[]): ColumnPlan {
    const key = names.join('\0');
    const known = this.plans.get(key);
    if (known) return known;
    const plan = planColumns(names, this.map);
    for (const column of plan.columns) this.remember(column);
    this.findScale(names);
    if (this.plans.size < MAX_PLANS && key.length <= PLAN_MAX_LENGTH) this.plans.set(key, plan);
    return plan;
  }

  /** The first rows whose names show their product give the scale of the file. */
  private findScale(names: readonly string[]): void {
    if (this.scale) return;
    this.scale = findNumberScale(names);
    if (this.scale) this.labels = new LabelReader(this.map, this.scale);
  }

  private findTimeZone({ name, field }: Column): void {
    if (field !== 'created_at') return;
    this.timeZone ??= zoneInName(name);
    this.unclearZone ??= unclearZoneInName(name);
  }

  /** Remembers how a name is understood. One that fills a field in some rows counts as filling it. */
  private remember(column: Column): void {
    this.findTimeZone(column);
    const known = this.names.get(column.name);
    if (known ? !known.field && column.field : this.names.size < MAX_NAMES) this.names.set(column.name, column);
  }
}

/**
 * The id of a ticket that another Docket exported and that has none of a system before. Several Dockets have a ticket of the same number,
 * so the time of its creation is a part of it.
 */
function docketId(id: unknown, createdAt: unknown): string | undefined {
  const digits = String(createdAt).replace(/\D/g, '');
  return /^\d{1,10}$/.test(String(id)) && digits.length === 17 ? `docket-${String(id)}-${digits}` : undefined;
}

function isFilled(field: ImportField, value: unknown): boolean {
  return value != null && (typeof value !== 'object' || (field === 'tags' && Array.isArray(value)));
}

function missingTitles({ positions }: ColumnPlan, names: readonly string[]): ProblemErrorDto[] {
  if (positions.title.length) return [];
  const listed = names.slice(0, MAX_LISTED).map((name) => `"${shortened(name)}"`);
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  const detail = `must name a column for the title in its header row, like Title, Subject or Summary, or map=title=NAME must say which one it is; the columns are ${listed.join(', ')}${more}`;
  return [{ pointer: '', detail }];
}

function repeatedColumns({ columns }: ColumnPlan): ProblemErrorDto[] {
  const own = new Set(columns.filter(({ reason }) => reason === 'name').map(({ name }) => name));
  const repeated = new Set(
    columns.filter(({ name, reason }) => reason === 'repeated' && own.has(name)).map(({ name }) => name),
  );
  return [...repeated].map((name) => ({
    pointer: '',
    detail: `must not name the column ${name} twice in its header row`,
  }));
}

function missingColumns({ positions }: ColumnPlan, map: ImportMap): ProblemErrorDto[] {
  return [...map.columns]
    .filter(([field, name]) => name !== null && positions[field].length === 0)
    .map(([field, name]) => ({
      parameter: 'map',
      detail: `must name a column of the file for ${field}: there is no "${shortened(name ?? '')}"`,
    }));
}
