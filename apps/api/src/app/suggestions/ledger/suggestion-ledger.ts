import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { runInContext } from '../../platform/context/work-context';
import { Transactions } from '../../platform/database/transactions';
import type { AnsweredRequest } from './answered-request';
import { type LedgerRow, insertRows, toLedgerRow } from './ledger-rows';
import { newSuggestionId } from './suggestion-id';

/** Rows that wait for the database. The oldest stay; a row that finds no room is lost, and counted. */
export const QUEUE_SIZE = 1000;
/** Rows of one statement. */
const BATCH_SIZE = 100;
/** Time that rows wait for others, in milliseconds. */
const COLLECT_MS = 200;
/** Time between two attempts while the database is away, in milliseconds. */
const RETRY_MS = 2000;

/**
 * Writes down what was suggested. Nobody waits for it: rows wait in a queue, and are written together. If the database is away for
 * long, rows are lost; how many is written down with the next ones.
 */
@Injectable()
export class SuggestionLedger implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Suggestions');
  private readonly queue: LedgerRow[] = [];
  private lost = 0;
  private writing?: Promise<void>;
  private readonly stopping = new AbortController();

  constructor(private readonly transactions: Transactions) {}

  /** @returns the id of the suggestion, by which the filed ticket refers to it */
  record(request: AnsweredRequest): string {
    const id = newSuggestionId();
    if (this.queue.length < QUEUE_SIZE) this.queue.push(toLedgerRow(id, request));
    else this.lost++;
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
    return id;
  }

  /** Writes what waits. One attempt: a stop does not wait for a database that is away. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    await this.pause(COLLECT_MS);
    while (this.queue.length > 0) {
      const isWritten = await this.writeBatch();
      if (!isWritten && this.stopping.signal.aborted) return this.reportLoss();
      if (!isWritten) await this.pause(RETRY_MS);
    }
  }

  private async writeBatch(): Promise<boolean> {
    const rows = this.queue.slice(0, BATCH_SIZE);
    const lost = this.lost;
    try {
      // Not in the context of the request that started the queue: its deadline does not apply.
      await runInContext({ actor: SYSTEM_ACTOR, requestId: 'suggestion-ledger' }, () =>
        this.transactions.run((manager) => insertRows(manager, rows, lost)),
      );
    } catch (error) {
      this.logger.warn(`Suggestions are not recorded at the moment; the next attempt follows: ${String(error)}`);
      return false;
    }
    this.queue.splice(0, rows.length);
    this.lost -= lost;
    return true;
  }

  private reportLoss(): void {
    this.logger.warn(`${this.queue.length + this.lost} suggestions were not recorded`);
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}
