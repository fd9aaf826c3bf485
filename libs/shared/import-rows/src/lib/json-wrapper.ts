import { BYTES } from '#import-rows/bytes';
import { fitOf } from '#import-rows/columns/column-fit';
import { COLUMNS, NO_RECORDS, RECORDS } from '#import-rows/json-names';
import { NameReader } from '#import-rows/name-reader';

/** Maximum number of objects around the array of records: GraphQL has four, as in `{"data":{"desk":{"tickets":{"nodes":[…]}}}}`. */
export const MAX_WRAPPERS = 5;

/** Maximum number of names compared with those of the fields of a ticket. */
const MAX_NAMES = 1000;

/** Position of a JSON byte outside of strings. */
export interface SignPlace {
  /** Number of open brackets before and after the byte. */
  readonly before: number;
  readonly after: number;
  /** Byte position in the text. */
  readonly position: number;
  readonly line: number;
}

/** An array that names the columns of records that are lists: its first line and its byte range. `end` is undefined while it is open. */
interface ColumnNames {
  readonly line: number;
  readonly depth: number;
  readonly start: number;
  readonly end?: number;
}

/** An object that may contain the array of records: `{"count": 2, "data": {"tickets": [`. */
export class JsonWrapper {
  /** The last string in the object: the name, if an array follows. */
  readonly name = new NameReader();
  /** Whether an array that usually holds the records is empty. */
  hasNoRecords = false;
  private columns: ColumnNames | undefined;
  /** Depth of the outermost open array; 0 if there is none. */
  private arrayDepth = 0;
  private mayStartRecords = false;
  /** Ticket fields found so far in each open object, by depth. */
  private fields: Set<string>[] = [];
  private names = 0;
  private recordsName: string | undefined;

  /** Starts another object. */
  start(): void {
    this.hasNoRecords = this.mayStartRecords = false;
    this.arrayDepth = 0;
    this.columns = undefined;
    this.fields = [];
    this.names = 0;
  }

  /** Whether the object has records, or an empty array, under a usual name for records. */
  get hasNamedRecords(): boolean {
    return this.hasNoRecords || (this.recordsName !== undefined && RECORDS.has(this.recordsName));
  }

  /** Whether a byte starts the first record: an object, or a list where lists are records. */
  startsRecords(byte: number): boolean {
    const isList = byte === BYTES.openBracket && (this.columns?.end !== undefined || RECORDS.has(this.arrayName));
    if (!this.mayStartRecords || !(byte === BYTES.openBrace || isList)) return false;
    this.recordsName = this.arrayName;
    if (!isList) this.columns = undefined;
    return true;
  }

  /** Reads a byte outside of strings. */
  read(byte: number, { before, after, position, line }: SignPlace): void {
    if (this.mayStartRecords && byte === BYTES.closeBracket && RECORDS.has(this.arrayName)) this.hasNoRecords = true;
    if (byte === BYTES.colon) this.readName(before);
    this.fields.length = Math.min(this.fields.length, after + 1);
    const isOutermost = byte === BYTES.openBracket && this.arrayDepth === 0;
    this.mayStartRecords = isOutermost && before <= MAX_WRAPPERS && this.mayBeRecords(before);
    if (isOutermost && COLUMNS.has(this.arrayName)) this.columns = { line, depth: before, start: position };
    if (isOutermost) this.arrayDepth = after;
    if (after < this.arrayDepth) this.arrayDepth = 0;
    if (this.columns && !this.columns.end && after === this.columns.depth)
      this.columns = { ...this.columns, end: position + 1 };
  }

  private readName(depth: number): void {
    if (depth > MAX_WRAPPERS || this.arrayDepth || ++this.names > MAX_NAMES) return;
    const field = fitOf(this.name.text)?.field;
    if (field) (this.fields[depth] ??= new Set()).add(field);
  }

  /** Whether the array that starts may hold the records. Other arrays of a ticket belong to it, such as its time entries. */
  private mayBeRecords(depth: number): boolean {
    const fields = this.fields[depth];
    const isTicket = fields?.has('title') && (fields.has('description') || fields.has('status'));
    return isTicket ? RECORDS.has(this.arrayName) : !NO_RECORDS.has(this.arrayName);
  }

  /** Returns and clears the array of column names. */
  takeColumns(): ColumnNames | undefined {
    const { columns } = this;
    this.columns = undefined;
    return columns;
  }

  /** The name of the array that starts, in lower case. */
  private get arrayName(): string {
    return this.name.text.toLowerCase();
  }
}
