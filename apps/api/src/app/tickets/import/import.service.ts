import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { Shutdown } from '../../platform/context/shutdown';
import { Colleagues } from './colleagues';
import { checkFile } from './import-check';
import { FileReading } from './file-reading';
import type { ImportFile } from './import-file';
import type { ImportOptions } from './import-options';
import { toImportError } from './import-error';
import { ImportReport } from './import-report';
import { ImportStoppedException } from './import-stopped.exception';
import type { ImportResultDto } from './import-result.dto';
import { ImportedTickets } from './imported-tickets';
import { shortened } from '@docket/import-rows';
import { TicketBatch } from './ticket-batch';

/** The response to an import. */
interface ImportResponse {
  readonly body: ImportResultDto;
  readonly headers: Readonly<Record<string, number>>;
}

@Injectable()
export class ImportService {
  constructor(
    private readonly tickets: ImportedTickets,
    private readonly colleagues: Colleagues,
    private readonly shutdown: Shutdown,
  ) {}

  /**
   * Stores the valid rows of a file in batches while it arrives, and reports the others. A stored batch stays stored if the import
   * ends early. A check stores nothing.
   * @throws InvalidInputException if the file as a whole cannot be read
   * @throws UnauthorizedException or ForbiddenException if the actor loses the right to import, with the last line that is stored
   * @throws ServiceUnavailableException if the server stops or the database fails, with the last line that is stored
   */
  async importFile(actor: Actor, file: ImportFile, options: ImportOptions): Promise<ImportResponse> {
    const source = new FileReading(file, options, this.shutdown.signal);
    const report = new ImportReport(source.reading);
    try {
      if (options.isCheck) return { body: await checkFile(source, this.colleagues), headers: report.toHeaders() };
      await this.importRows(actor, file, source, report);
    } catch (error) {
      throw toImportError(error, file, report);
    }
    const reading = source.understood(false);
    return { body: { ...report.toDto(), ...(reading && { reading }) }, headers: report.toHeaders() };
  }

  private async importRows(actor: Actor, file: ImportFile, source: FileReading, report: ImportReport): Promise<void> {
    let batch = new TicketBatch();
    let line = 0;
    const store = async () => {
      await file.recheckAccess();
      await this.store(actor, batch, source, report);
      report.complete(line);
      batch = new TicketBatch();
    };
    try {
      for await (const rows of source.rows()) {
        for (const row of rows) {
          line = row.line;
          if ('errors' in row) report.reject(row, row.errors);
          else batch.add(row);
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

  private async store(actor: Actor, { rows }: TicketBatch, source: FileReading, report: ImportReport): Promise<void> {
    if (rows.length === 0) return;
    const { imported, alreadyImported, conflicting } = await this.tickets.store(actor, rows);
    report.addImported(imported.length);
    report.addAlreadyImported(alreadyImported.length);
    for (const row of imported) source.reading.countAdjustments(row);
    for (const row of conflicting) {
      const id = shortened(row.ticket.externalId ?? '');
      const detail = `must not be the id of another ticket, and "${id}" is; map=external_id=- imports rows without their ids`;
      report.reject(row, [{ pointer: '/external_id', detail }]);
    }
    // Lets other requests run before the next batch: the embedded database works in this thread.
    await setImmediate();
  }
}
