import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { Shutdown } from '../../platform/context/shutdown';
import { Transactions } from '../../platform/database/transactions';
import { ResumableRequests } from '../../platform/idempotency/resumable-requests';
import { Colleagues } from './colleagues';
import { checkFile } from './import-check';
import { FileReading } from './file-reading';
import type { ImportFile } from './import-file';
import type { ImportOptions } from './import-options';
import { toImportError } from './import-error';
import { type ImportOutcome, withBatch } from './import-outcome';
import { ImportReport } from './import-report';
import { ImportRun } from './import-run';
import { ImportStoppedException } from './import-stopped.exception';
import type { ImportResultDto } from './import-result.dto';
import { ImportedTickets } from './imported-tickets';
import type { RowPlace, ValidRow } from './row-checker';
import { TicketBatch } from './ticket-batch';

/** The response to an import. */
interface ImportResponse {
  readonly body: ImportResultDto;
  readonly headers: Readonly<Record<string, number | string>>;
}

@Injectable()
export class ImportService {
  constructor(
    private readonly tickets: ImportedTickets,
    private readonly colleagues: Colleagues,
    private readonly shutdown: Shutdown,
    private readonly transactions: Transactions,
    private readonly requests: ResumableRequests,
  ) {}

  /**
   * Stores the valid rows of a file in batches while it arrives, and reports the others. Stored batches stay if the import ends early. With
   * an Idempotency-Key, another upload of the file continues after them. A check stores nothing.
   * @throws InvalidInputException if the file as a whole cannot be read
   * @throws UnauthorizedException or ForbiddenException if the actor loses the right to import, with the last line that is stored
   * @throws ProblemException 422 if the file is not the one of its key, 409 if another upload with the key runs
   * @throws ServiceUnavailableException if the server stops or the database fails, with the last line that is stored
   */
  async importFile(actor: Actor, file: ImportFile, options: ImportOptions): Promise<ImportResponse> {
    const source = new FileReading(file, options, this.shutdown.signal);
    const report = new ImportReport(source.reading);
    let replayed = false;
    try {
      if (options.isCheck) return { body: await checkFile(source, this.colleagues), headers: report.toHeaders() };
      const run = file.key && (await ImportRun.start(this.requests, { actor, ...file.key }));
      await this.importRows(actor, file, source, report, run);
      if (run) replayed = await run.complete(report.outcome);
    } catch (error) {
      throw toImportError(error, file, report);
    }
    const reading = source.understood(false);
    return {
      body: { ...report.toDto(), ...(reading && { reading }) },
      headers: { ...report.toHeaders(), ...(replayed && { 'Idempotent-Replayed': 'true' }) },
    };
  }

  private async importRows(
    actor: Actor,
    file: ImportFile,
    source: FileReading,
    report: ImportReport,
    run?: ImportRun,
  ): Promise<void> {
    if (run) report.outcome = run.outcome;
    let batch = new TicketBatch();
    let last: RowPlace | undefined;
    const store = async () => {
      await file.recheckAccess();
      await this.store(actor, batch, report, run);
      report.complete(last);
      batch = new TicketBatch();
    };
    try {
      for await (const rows of source.rows()) {
        for (const { row, source: ofFile } of rows) {
          last = row;
          const isStored = run?.passes(ofFile) ?? false;
          if ('errors' in row) report.reject(row, row.errors);
          else if (!isStored) batch.add(row);
          if (!batch.isFull) continue;
          await store();
          file.signal.throwIfAborted();
          if (this.shutdown.signal.aborted) throw new ImportStoppedException();
        }
      }
    } catch (error) {
      if (error instanceof ImportStoppedException) await store();
      throw error;
    }
    await store();
  }

  /** Stores a batch. With an Idempotency-Key, stores the progress in the same transaction. */
  private async store(actor: Actor, { rows }: TicketBatch, report: ImportReport, run?: ImportRun): Promise<void> {
    if (rows.length === 0) return;
    if (run) report.outcome = await this.storeIn(run, actor, rows, report.outcome);
    else report.outcome = withBatch(report.outcome, await this.tickets.store(actor, rows));
    // Yields to other requests before the next batch: the embedded database runs in this thread.
    await setImmediate();
  }

  private async storeIn(run: ImportRun, actor: Actor, rows: readonly ValidRow[], before: ImportOutcome) {
    const [outcome, committed] = await this.transactions.run(async () => {
      const after = withBatch(before, await this.tickets.store(actor, rows));
      return [after, await run.advance(after)] as const;
    });
    committed();
    return outcome;
  }
}
