import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Feed, type FeedCursor } from '../../history';
import { type Client, SecurityLog, actorIds } from '../../people';
import type { Actor } from '../../platform/context/actor';
import { keepContext } from '../../platform/context/work-context';
import { LongReads } from '../../platform/database/long-reads/long-reads';
import { Transactions } from '../../platform/database/transactions';
import { searchTerms, ticketNumber } from '../query/search-terms';
import { QueryReader } from '../query-text/query-reader';
import { UNINDEXED } from '../search/search-text';
import { type ExportSelection, exportBatches } from './export-batches';
import { type ExportFormat, inFormat } from './export-format';
import { ExportSlots } from './export-slots';
import { LongExportError, exportStream } from './export-stream';
import { SlowReaderError } from './reader-pace';

/** A request for an export. */
export interface ExportRequest {
  readonly actor: Actor;
  readonly client: Client;
  /** Query in the query language; undefined for all tickets. */
  readonly q?: string;
  /** Only tickets with higher ids. */
  readonly after: number;
  readonly format: ExportFormat;
  readonly isForExcel: boolean;
  /** Called before each batch. A rejection ends the export. */
  readonly beforeBatch: () => Promise<void>;
  /** Ends the export. */
  readonly signal: AbortSignal;
}

/** Time limit for checking the reader's permission, in milliseconds. */
const CHECK_DEADLINE_MS = 8000;

/** A started export. */
export interface StartedExport {
  readonly text: Readable;
  /** The position at which the changes after the export begin. */
  readonly position: FeedCursor;
}

/** Exports tickets. */
@Injectable()
export class TicketsExport {
  private readonly logger = new Logger('Export');

  constructor(
    private readonly transactions: Transactions,
    private readonly longReads: LongReads,
    private readonly feed: Feed,
    private readonly reader: QueryReader,
    private readonly slots: ExportSlots,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Records the export as a security event, and starts it.
   * @throws InvalidInputException if the query has errors
   * @throws ServiceUnavailableException if too many exports are running
   */
  async start(request: ExportRequest): Promise<StartedExport> {
    const release = this.slots.take();
    try {
      const selection = await this.select(request);
      // Taken before the snapshot: a concurrent change is in the export, after the position, or both.
      const position = await this.feed.position();
      await this.record(request);
      const read = await this.longReads.open();
      const inContext = keepContext(CHECK_DEADLINE_MS);
      const beforeBatch = () => inContext(request.beforeBatch);
      const text = inFormat(request.format, request.isForExcel, ({ form, writer }) => {
        const batches = exportBatches(read, this.transactions.manager, form, selection, beforeBatch);
        return exportStream(batches, writer, request.signal);
      });
      request.signal.addEventListener('abort', () => read.close(), { once: true }); // aborts a running query
      text.once('error', (error) => {
        // Other failures are caused by the client, a server stop or the database, which are logged elsewhere.
        if (error instanceof SlowReaderError || error instanceof LongExportError) {
          this.logger.warn({ msg: error.message, request_id: request.client.requestId });
        }
      });
      text.once('close', () => {
        read.close();
        release();
      });
      return { text, position };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The position that an export would have now. */
  position(): Promise<FeedCursor> {
    return this.feed.position();
  }

  private async select({ actor, q = '', after }: ExportRequest): Promise<ExportSelection> {
    const { filter, search } = await this.reader.read(actor, q);
    const [row] = await this.transactions.statement((manager) =>
      manager.query<{ folded: string }[]>(`SELECT ${UNINDEXED.fold}($1) AS folded`, [search]),
    );
    const terms = searchTerms(row?.folded ?? '');
    return { filter, terms, number: ticketNumber(terms), after };
  }

  private async record({ actor, client, q, after, format }: ExportRequest): Promise<void> {
    // Without the query, which may contain a customer's name: this event is kept for long.
    const details = { format, ...(q !== undefined && { filtered: true }), ...(after > 0 && { after }) };
    await this.transactions.statement((manager) =>
      this.securityLog.record(manager, 'tickets_exported', client, { ...actorIds(actor), details }),
    );
  }
}
