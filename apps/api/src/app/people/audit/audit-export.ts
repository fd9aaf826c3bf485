import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/context/actor';
import type { RecheckAccess } from '../../platform/access/access-recheck';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { SecurityLog, actorIds } from '../security-log';
import { toAuditEventDto } from './audit-event.dto';
import type { AuditFilter } from './audit-filter';
import { AuditLog } from './audit-log';

/** Exports the audit log as NDJSON. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly auditLog: AuditLog,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Records the export as an event, and starts it. The stream fails if the database becomes unavailable or its reader loses access to
   * the log, so that a partial export does not look complete.
   */
  async start(actor: Actor, filter: AuditFilter, client: Client, recheckAccess: RecheckAccess): Promise<Readable> {
    const details = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    await this.transactions.statement((manager) =>
      this.securityLog.record(manager, 'audit_exported', client, { ...actorIds(actor), details }),
    );
    return Readable.from(toLines(this.auditLog.batches(filter, recheckAccess)), { objectMode: false });
  }
}

async function* toLines(batches: ReturnType<AuditLog['batches']>): AsyncGenerator<string> {
  for await (const events of batches) {
    yield events.map((event) => `${JSON.stringify(toAuditEventDto(event))}\n`).join('');
  }
}
