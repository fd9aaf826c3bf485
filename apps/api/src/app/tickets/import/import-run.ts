import { type Hash, createHash } from 'node:crypto';
import { type ActorKey, keyReused } from '../../platform/idempotency/key-owner';
import type { Reached, ResumableRequests } from '../../platform/idempotency/resumable-requests';
import { type ImportOutcome, NOTHING_IMPORTED } from './import-outcome';
import type { ReadRow } from './file-reading';

/** The progress of an import, stored with its Idempotency-Key. */
interface ImportProgress {
  /** Number of rows that are stored or rejected. */
  readonly rows: number;
  /** SHA-256 of these rows, in hexadecimal. */
  readonly digest: string;
  readonly outcome: ImportOutcome;
  readonly isComplete: boolean;
}

/**
 * The uploads of one file under an Idempotency-Key. A repeated upload reads the stored rows again and continues after them. The digest
 * detects changed rows. It covers the values in the file, because a later version of Docket may interpret them differently.
 */
export class ImportRun {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;
  private step: number;
  private readonly reached: ImportProgress | undefined;

  private constructor(
    private readonly requests: ResumableRequests,
    private readonly key: ActorKey,
    reached: Reached<ImportProgress> | undefined,
  ) {
    this.step = reached?.step ?? 0;
    this.reached = reached?.progress;
  }

  /** @throws ProblemException 422 if the key was used for another request */
  static async start(requests: ResumableRequests, key: ActorKey): Promise<ImportRun> {
    return new ImportRun(requests, key, await requests.find<ImportProgress>(key));
  }

  /** The outcome of earlier uploads. */
  get outcome(): ImportOutcome {
    return this.reached?.outcome ?? NOTHING_IMPORTED;
  }

  /**
   * Adds a row to the digest.
   * @returns whether an earlier upload has stored or rejected the row
   * @throws ProblemException 422 if the rows differ from those of the earlier upload
   */
  passes(row: ReadRow['source']): boolean {
    this.hash.update(JSON.stringify(row));
    this.rows++;
    if (!this.reached || this.rows > this.reached.rows) {
      if (this.reached?.isComplete) throw keyReused();
      return false;
    }
    if (this.rows === this.reached.rows && this.digest() !== this.reached.digest) throw keyReused();
    return true;
  }

  /**
   * Stores the progress of this upload, in the transaction that stores a batch.
   * @returns a function to call after the commit
   * @throws ProblemException 409 if another upload has stored the batch
   */
  async advance(outcome: ImportOutcome, isComplete = false): Promise<() => void> {
    const progress: ImportProgress = { rows: this.rows, digest: this.digest(), outcome, isComplete };
    const step = await this.requests.advance(this.key, this.step, progress);
    return () => (this.step = step);
  }

  /**
   * Marks the import as complete, after the last row.
   * @returns whether an earlier upload had completed it
   * @throws ProblemException 422 if an earlier upload had more rows
   */
  async complete(outcome: ImportOutcome): Promise<boolean> {
    if (this.reached && this.rows < this.reached.rows) throw keyReused();
    if (this.reached?.isComplete) return true;
    await this.advance(outcome, true);
    return false;
  }

  private digest(): string {
    return this.hash.copy().digest('hex');
  }
}
