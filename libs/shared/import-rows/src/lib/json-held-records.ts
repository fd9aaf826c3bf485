import { FITS, fitOf } from '#import-rows/columns/column-fit';
import type { FileRow } from '#import-rows/file-row';
import { namesOf } from '#import-rows/json-named-records';

/** Maximum size of the records that wait for better ones. */
const HELD_MAX_BYTES = 4_194_304;

/** What a record takes besides its bytes. */
const ROW_BYTES = 200;

/** What a name that may be that of a title, such as "name", has beside it in a ticket. */
const BESIDE_TITLES = new Set<string | undefined>(['description', 'status', 'priority']);

/** What becomes of the records of the current array. */
type Fate = 'unknown' | 'passed' | 'held' | 'skipped';

/**
 * Holds back the records of an array inside an object whose first one has no title, because the tickets may be those of a later array:
 * `{"response_status": [{"status": "success"}], "requests": [{"subject": "A"}]}`. If there is none, they are the records after all. So
 * they are if they are more than 4 MB.
 */
export class JsonHeldRecords {
  readonly title: string | undefined;
  private rows: FileRow[] = [];
  private bytes = 0;
  private fate: Fate = 'passed';

  /** @param title the name of the field with the titles, if the caller knows it */
  constructor(title: string | undefined) {
    this.title = title;
  }

  /** Whether there are records that wait. */
  get isHolding(): boolean {
    return this.rows.length > 0;
  }

  /** Whether a later array may have the tickets. */
  get mayFollow(): boolean {
    return this.fate === 'held' || this.fate === 'skipped';
  }

  /** Starts an array of records. */
  start(isCertain: boolean): void {
    this.fate = isCertain ? 'passed' : 'unknown';
    if (isCertain) this.clear();
  }

  clear(): void {
    this.rows = [];
    this.bytes = 0;
  }

  /** Passes a record, or holds it back. */
  *pass(row: FileRow): Generator<FileRow> {
    if (this.fate === 'unknown') {
      this.fate = this.isTicket(row) ? 'passed' : this.isHolding ? 'skipped' : 'held';
      if (this.fate === 'passed') this.clear();
    }
    if (this.fate === 'passed') yield row;
    if (this.fate !== 'held') return;
    this.rows.push({ ...row, bytes: row.bytes?.slice() });
    this.bytes += ROW_BYTES + (row.bytes?.length ?? 0);
    if (this.bytes <= HELD_MAX_BYTES) return;
    yield* this.release();
    this.fate = 'passed';
  }

  /** Returns the records that wait, because no others followed. */
  *release(): Generator<FileRow> {
    const { rows } = this;
    this.clear();
    yield* rows;
  }

  private isTicket({ bytes }: FileRow): boolean {
    const names = bytes ? namesOf(bytes) : [];
    if (!names.length) return true; // what cannot be read is reported where it stands
    const fits = names.map((name) => fitOf(name));
    const isBesideTitle = fits.some((fit) => BESIDE_TITLES.has(fit?.field));
    return (
      (this.title !== undefined && names.includes(this.title)) ||
      fits.some((fit) => fit?.field === 'title' && (fit.fit < FITS.weak || isBesideTitle))
    );
  }
}
