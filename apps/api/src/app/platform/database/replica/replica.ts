import { HttpException, Logger } from '@nestjs/common';
import { DataSource, type DataSourceOptions, QueryFailedError, type QueryRunner } from 'typeorm';
import { SYSTEM_ACTOR } from '../../context/actor';
import { runInContext } from '../../context/work-context';
import type { LabelledCounter } from '../../metrics/metrics';
import { unavailableReason } from '../database-unavailable';
import { isConflict } from '../retry-conflict';
import { NO_TIME_LEFT } from '../timeout-client';
import { Cooldown } from './cooldown';
import { inTime } from './in-time';
import {
  BehindError,
  OtherClusterError,
  type LogPosition,
  type RunQuery,
  catchUp,
  readLogPosition,
} from './log-position';

/** Timeout for opening the pool, and for the standby to report its position and catch up, in milliseconds. */
export const ANSWER_MS = 500;

/** Time for which the primary serves all reads after the standby was too far behind or failed, in milliseconds. */
const COOLDOWN_MS = { behind: 1000, failed: 5000 };

/**
 * Codes of reads that ran out of time without a failure of the standby. `query_canceled`: a statement reached its timeout, as it would
 * on the primary. NO_TIME_LEFT: the deadline of the request passed before a statement was sent.
 */
const OWN_TIME: readonly unknown[] = ['57014', NO_TIME_LEFT];

/** Outcomes after which the primary serves a read. */
type NotServed = 'behind' | 'failed' | 'busy' | 'conflict';

/** A standby that serves reads. It may be unreachable at any time, also at the start. */
export class Replica {
  private readonly logger = new Logger('Replica');
  private readonly cooldown = new Cooldown();
  private opening?: Promise<DataSource>;
  private isFailing = false;

  /**
   * @param options of the standby's pool
   * @param reads counts reads by outcome
   */
  constructor(
    private readonly options: DataSourceOptions,
    private readonly primary: DataSource,
    private readonly reads: LabelledCounter,
  ) {}

  /**
   * Tries a read on the standby.
   * @param read receives the current position of the primary, and waits until the standby has replayed it
   * @returns undefined if the primary has to serve the read
   * @throws Error that the read would cause on the primary as well, or if the primary does not answer
   */
  async attempt<T>(read: (position: LogPosition) => Promise<T>): Promise<{ readonly result: T } | undefined> {
    if (!this.cooldown.tryUse()) return this.leave('skipped');
    const position = await readLogPosition((sql) => this.primary.query(sql));
    try {
      const result = await read(position);
      this.noteSuccess();
      return { result };
    } catch (error) {
      const outcome = outcomeOf(error);
      if (!outcome) throw error;
      if (outcome === 'behind') this.cooldown.start(COOLDOWN_MS.behind);
      if (outcome === 'failed') this.noteFailure(error);
      return this.leave(outcome);
    }
  }

  /**
   * Takes a connection to a standby that has a position. Release it.
   * @throws BehindError, or Error if the standby does not answer
   */
  async connect(position: LogPosition): Promise<QueryRunner> {
    const session = (await inTime(this.open(), ANSWER_MS)).createQueryRunner();
    await session.connect();
    const caughtUp = catchUp((sql) => session.query(sql) as ReturnType<RunQuery>, position);
    try {
      await inTime(caughtUp, ANSWER_MS);
      return session;
    } catch (error) {
      // Not before its query has ended: the next one would wait for it.
      const ignore = () => undefined; // the first error counts
      void caughtUp
        .catch(ignore)
        .then(() => session.release())
        .catch(ignore);
      throw error;
    }
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    const database = await this.opening?.catch(() => undefined);
    await database?.destroy();
  }

  /** Opens the pool once, without the deadline of the request that happens to be the first. */
  private open(): Promise<DataSource> {
    this.opening ??= runInContext({ actor: SYSTEM_ACTOR, requestId: 'replica' }, () =>
      new DataSource(this.options).initialize(),
    ).catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private leave(outcome: NotServed | 'skipped'): undefined {
    this.reads.add(outcome);
  }

  private noteSuccess(): void {
    this.cooldown.end();
    this.reads.add('served');
    if (this.isFailing) this.logger.log('The replica serves reads again');
    this.isFailing = false;
  }

  private noteFailure(error: unknown): void {
    this.cooldown.start(COOLDOWN_MS.failed);
    const reason = error instanceof Error ? error.message : String(error);
    if (!this.isFailing) this.logger.warn(`The replica fails, so the primary serves its reads: ${reason}`);
    this.isFailing = true;
  }
}

/** Classifies the error of a read; undefined if the primary would raise it, too. */
function outcomeOf(error: unknown): NotServed | undefined {
  if (error instanceof BehindError) return 'behind';
  if (error instanceof OtherClusterError) return 'failed';
  if (error instanceof HttpException) return undefined;
  if (isConflict(error)) return 'conflict';
  const reason = unavailableReason(error);
  if (reason === 'pool_exhausted') return 'busy';
  if (OWN_TIME.includes((error as { code?: unknown }).code)) return undefined;
  // A QueryFailedError may be a table that an older standby does not have yet.
  return reason !== undefined || error instanceof QueryFailedError ? 'failed' : undefined;
}
