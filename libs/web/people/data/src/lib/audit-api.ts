import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { AuditEvent, AuditPerson } from '@docket/contract';
import type { Observable } from 'rxjs';
import { type AuditFilter, toAuditParams } from './audit-filter';

export type { AuditEvent, AuditPerson };

const URL = '/api/audit';

/** Client of the API's audit log. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly http = inject(HttpClient);

  /** Resource of a page of events, newest first. Call in an injection context. */
  eventsResource(filter: Signal<AuditFilter>, cursor: Signal<string | undefined>) {
    return httpResource<AuditEvent[]>(() => ({ url: URL, params: setParams(filter(), cursor()) }));
  }

  /** Exports all matching events, one JSON object per line. Fails if the connection ends early. */
  exportEvents(filter: AuditFilter): Observable<Blob> {
    const headers = { Accept: 'application/x-ndjson' };
    return this.http.get(URL, { headers, params: setParams(filter), responseType: 'blob' });
  }
}

function setParams(filter: AuditFilter, cursor?: string): Record<string, string> {
  const params = { ...toAuditParams(filter), cursor: cursor ?? null };
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));
}
