import type { SecurityEventName } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { currentContext, runInContext } from '../../platform/context/work-context';
import type { PageCursor } from '../../platform/database/page-cursor';
import { Transactions } from '../../platform/database/transactions';
import type { EventDetails } from '../model/security-event.entity';
import { type AuditFilter, selectEvents } from './audit-filter';

/** A security event with the names of its people. */
export interface AuditRow {
  readonly id: number;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly event: SecurityEventName;
  readonly actor_id: number | null;
  readonly actor_name: string | null;
  readonly user_id: number | null;
  readonly user_name: string | null;
  readonly token_id: number | null;
  readonly details: EventDetails | null;
  readonly ip: string;
  readonly user_agent: string;
  readonly request_id: string;
}

/** A page of events, newest first, with the cursors of its neighbours. */
export interface AuditPage {
  readonly events: readonly AuditRow[];
  readonly next?: PageCursor;
  readonly prev?: PageCursor;
}

/** Events that an export reads at once: about 300 kB. */
const BATCH_SIZE = 1000;
/** Time for reading one batch of an export, in milliseconds. */
const BATCH_DEADLINE_MS = 8000;

/** Reads the audit log. */
@Injectable()
export class AuditLog {
  constructor(private readonly transactions: Transactions) {}

  /** Reads one page by keyset pagination. */
  async page(filter: AuditFilter, cursor: PageCursor | undefined, limit: number): Promise<AuditPage> {
    const found = await this.read(filter, cursor, limit + 1);
    const events = found.slice(0, limit);
    const hasMore = found.length > limit;
    const isReversed = cursor?.direction === 'prev';
    if (isReversed) events.reverse();
    const [newest] = events;
    const oldest = events.at(-1);
    // The event of the cursor lies on the other side of the page.
    return {
      events,
      ...(oldest && (isReversed || hasMore) && { next: cursorAt(oldest, 'next') }),
      ...(newest && (isReversed ? hasMore : cursor) && { prev: cursorAt(newest, 'prev') }),
    };
  }

  /**
   * Reads all events in batches, newest first. Memory stays the same for any number, and no connection waits for the reader.
   * @param beforeBatch may end the reading by an error
   */
  async *batches(filter: AuditFilter, beforeBatch: () => Promise<void>): AsyncGenerator<readonly AuditRow[]> {
    const context = currentContext();
    for (let cursor: PageCursor | undefined; ;) {
      const read = async () => {
        await beforeBatch();
        return this.read(filter, cursor, BATCH_SIZE);
      };
      const deadline = performance.now() + BATCH_DEADLINE_MS; // the deadline of the request covers its start only
      const events = await (context ? runInContext({ ...context, deadline }, read) : read());
      if (events.length) yield events;
      const last = events.at(-1);
      if (!last || events.length < BATCH_SIZE) return;
      cursor = cursorAt(last, 'next');
    }
  }

  private read(filter: AuditFilter, cursor: PageCursor | undefined, limit: number): Promise<AuditRow[]> {
    const { sql, values } = selectEvents(filter, cursor, limit);
    return this.transactions.statement((manager) => manager.query<AuditRow[]>(sql, [...values]));
  }
}

function cursorAt({ id, at }: AuditRow, direction: PageCursor['direction']): PageCursor {
  return { id, created_at: at, direction };
}
