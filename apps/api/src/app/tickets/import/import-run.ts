import { type Hash, createHash } from 'node:crypto';
import { type ActorKey, keyReused } from '../../platform/idempotency/key-owner';
import type { Reached, ResumableRequests } from '../../platform/idempotency/resumable-requests';
import { type ImportOutcome, NOTHING_IMPORTED } from './import-outcome';
import type { ReadRow } from './file-reading';

/** What the row of an Idempotency-Key says about an import. */
interface ImportProgress {
  /** Rows of the file that are stored or rejected. */
  readonly rows: number;
  /** SHA-256 of these rows, in hexadecimal. */
  readonly digest: string;
  readonly outcome: ImportOutcome;
  readonly isComplete: boolean;
}

/**
 * The uploads of one file under an Idempotency-Key. A repeated upload reads the rows that are stored again, and goes on after them. The
 * digest tells whether they are the same rows: of what the file has, because the next version may understand it differently.
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

  /** What earlier uploads have stored. */
  get outcome(): ImportOutcome {
    return this.reached?.outcome ?? NOTHING_IMPORTED;
  }

  /**
   * Reads a row.
   * @returns whether an earlier upload has stored or rejected it
   * @throws ProblemException 422 if it is another row than the one of the earlier upload
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
   * Stores how far this upload has come, in the transaction that stores a batch.
   * @returns a function to call after the commit
   * @throws ProblemException 409 if another upload has stored the batch
   */
  async advance(outcome: ImportOutcome, isComplete = false): Promise<() => void> {
    const progress: ImportProgress = { rows: this.rows, digest: this.digest(), outcome, isComplete };
    const step = await this.requests.advance(this.key, this.step, progress);
    return () => (this.step = step);
  }

  /**
   * Ends the import after the last row.
   * @returns whether an earlier upload had ended it
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
