import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import { TicketWriter } from '../write/ticket-writer';
import { CsvReader } from './csv-reader';
import { fileRows } from './file-rows';
import type { ImportFile } from './import-file';
import type { ImportOptions } from './import-options';
import { toImportError } from './import-error';
import { ImportReport } from './import-report';
import { NdjsonReader } from './ndjson-reader';
import { checkRow } from './row-checker';
import { TicketBatch } from './ticket-batch';

@Injectable()
export class ImportService {
  constructor(private readonly writer: TicketWriter) {}

  /**
   * Stores the valid rows of a file in batches while it arrives, and reports the others. A stored batch stays stored if the import
   * ends early.
   * @throws InvalidInputException if the file as a whole cannot be read
   */
  async importFile(actor: Actor, file: ImportFile, options: ImportOptions): Promise<ImportReport> {
    const report = new ImportReport();
    try {
      await this.importRows(actor, file, options, report);
    } catch (error) {
      throw toImportError(error, file, report);
    }
    return report;
  }

  private async importRows(
    actor: Actor,
    file: ImportFile,
    { defaults }: ImportOptions,
    report: ImportReport,
  ): Promise<void> {
    const reader = file.format === 'csv' ? new CsvReader() : new NdjsonReader();
    let batch = new TicketBatch();
    for await (const rows of fileRows(file.content, file.format)) {
      for (const row of reader.read(rows)) {
        const checked = 'fields' in row ? checkRow(row.fields, defaults) : row;
        if ('errors' in checked) report.reject(row.line, checked.errors);
        else batch.add(checked);
        if (!batch.isFull) continue;
        await this.store(actor, batch, report);
        batch = new TicketBatch();
        file.signal.throwIfAborted();
      }
    }
    reader.end();
    await this.store(actor, batch, report);
  }

  private async store(actor: Actor, { rows }: TicketBatch, report: ImportReport): Promise<void> {
    if (rows.length === 0) return;
    await this.writer.createMany(
      actor,
      rows.map(({ ticket }) => ticket),
    );
    report.add(rows);
    // Lets other requests run before the next batch: the embedded database works in this thread.
    await setImmediate();
  }
}
