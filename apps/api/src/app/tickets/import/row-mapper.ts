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
import { TicketWrapper } from './meaning/titles-elsewhere';
import { clockPosition, withClock } from './times/date-and-clock';
import { areSpacedTags } from './tags';
import { unclearZoneInName, zoneInName } from './times/named-zone';
import { areSerialDates } from './times/serial-date';
import { shownInstant } from './times/shown-instant';

/** Fields whose values are words. */
const LABELLED: ReadonlySet<ImportField> = new Set(['category', 'priority', 'status']);

/** The unconverted values of a row, by field. */
export type RowFields = Readonly<Partial<Record<ImportField, unknown>>>;

/** Maximum number of remembered column plans of JSON rows, and maximum total length of the names of one plan, in UTF-16 code units. */
const MAX_PLANS = 100;
const PLAN_MAX_LENGTH = 20_000;

/** Maximum number of remembered names in JSON rows. */
const MAX_NAMES = 1000;

/** Maximum number of column names in an error. */
const MAX_LISTED = 30;

/** Maps the columns of one file, or the names in its JSON rows, to fields. */
export class RowMapper {
  /** The reader for the labels of the file. Replaced when the names of a row reveal the product. */
  labels: LabelReader;
  /** Whether the file has a header row and no column for descriptions. */
  hasNoDescriptions = false;
  /** Whether the file is an export of Docket, whose texts are taken literally. */
  hasPlainTexts = false;
  /** The time zone in the name of the time column: "Created At (UTC)". */
  timeZone?: string;
  /** An ambiguous time zone abbreviation in that name: "Created (PST)". */
  unclearZone?: string;
  /** Whether the times are serial dates of a spreadsheet. Undefined until a row has a time. */
  hasSerialTimes: boolean | undefined;
  /** Whether tags in a text are separated by spaces, as in Zendesk. Undefined until a row has several tags. */
  hasSpacedTags: boolean | undefined;
  private table: ColumnPlan | undefined;
  /** Position of the column with the clock time, if dates and clock times are separate columns. */
  private clock: number | undefined;
  /**
   * Positions of columns that say whether a ticket is closed, for tables without a status column. `usedFlag` is the column that did.
   */
  private flags: readonly number[] = [];
  private usedFlag: number | undefined;
  private readonly plans = new Map<string, ColumnPlan>();
  private readonly names = new Map<string, Column>();
  private scale: NumberScale | undefined;
  private readonly wrapper = new TicketWrapper();

  constructor(private readonly map: ImportMap) {
    this.labels = new LabelReader(map);
  }

  /** The columns so far, in file order. */
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

  /** The fields of a row of the table. Missing values at the end of the row are empty. */
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

  /**
   * The fields of a JSON row. Of the names that fit a field, the best one whose value is filled wins. Null and objects do not count as
   * filled; lists count for tags only.
   */
  fromObject(row: Readonly<Record<string, unknown>>): RowFields {
    const names = Object.keys(row);
    const { positions, tagPositions, docketIdPosition } = this.planOf(names);
    const fields: Partial<Record<ImportField, unknown>> = {};
    for (const field of IMPORT_FIELDS) {
      const [best] = positions[field];
      if (best === undefined) continue;
      const first = positions[field].find((position) => isFilled(field, row[names[position] ?? ''])) ?? best;
      const filled = LABELLED.has(field) ? wordBeside(first, positions[field], names, row) : first;
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

  /**
   * Plans the names of the first JSON rows before any of them is mapped, because one of them may reveal the product that wrote the file.
   */
  learn(rows: readonly Readonly<Record<string, unknown>>[]): void {
    for (const row of rows) this.planOf(Object.keys(row));
  }

  /** Detects the formats of times and tags from the first rows that have any. */
  learnForms(rows: readonly RowFields[]): void {
    this.hasSerialTimes ??= areSerialDates(rows.map(({ created_at }) => created_at));
    this.hasSpacedTags ??= areSpacedTags(rows.map(({ tags }) => tags));
  }

  /** Whether {@link learnForms} has detected both formats. */
  get knowsForms(): boolean {
    return this.hasSerialTimes !== undefined && this.hasSpacedTags !== undefined;
  }

  private planOf(names: readonly string[]): ColumnPlan {
    const key = names.join('\0');
    const known = this.plans.get(key);
    if (known) return known;
    const plan = planColumns(names, this.map, this.wrapper);
    for (const column of plan.columns) this.remember(column);
    this.findScale(names);
    if (this.plans.size < MAX_PLANS && key.length <= PLAN_MAX_LENGTH) this.plans.set(key, plan);
    return plan;
  }

  /** Sets the number scale of the product that the names reveal. The first match counts. */
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

  /** Remembers the mapping of a name. A name that fills a field in some rows counts as filling it. */
  private remember(column: Column): void {
    this.findTimeZone(column);
    const known = this.names.get(column.name);
    if (known ? !known.field && column.field : this.names.size < MAX_NAMES) this.names.set(column.name, column);
  }
}

/**
 * The external id of a ticket that another Docket exported and that has no external id there. It includes the creation time, because ticket
 * numbers repeat between installations.
 */
function docketId(id: unknown, createdAt: unknown): string | undefined {
  const digits = String(createdAt).replace(/\D/g, '');
  return /^\d{1,10}$/.test(String(id)) && digits.length === 17 ? `docket-${String(id)}-${digits}` : undefined;
}

function isFilled(field: ImportField, value: unknown): boolean {
  return value != null && (typeof value !== 'object' || (field === 'tags' && Array.isArray(value)));
}

/** The position of the word in an object with a number and a word, such as `"priority": {"value": 80, "name": "High"}`. */
function wordBeside(
  position: number,
  positions: readonly number[],
  names: readonly string[],
  row: Readonly<Record<string, unknown>>,
): number {
  const name = names[position] ?? '';
  if (!name.includes('.') || !isNumber(row[name])) return position;
  const object = name.slice(0, name.lastIndexOf('.') + 1);
  const isWord = (other: string) =>
    other.lastIndexOf('.') === object.length - 1 &&
    other.startsWith(object) &&
    isFilled('status', row[other]) &&
    !isNumber(row[other]);
  return positions.find((other) => isWord(names[other] ?? '')) ?? position;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,9}$/.test(value));
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
