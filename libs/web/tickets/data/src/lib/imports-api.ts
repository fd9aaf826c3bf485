import { HttpClient, type HttpEvent } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type {
  DateOrder,
  ImportColumn,
  ImportError,
  ImportField,
  ImportPreview,
  ImportResult,
  ImportWord,
} from '@docket/contract';
import type { TicketCategory, TicketPriority } from '@docket/domain';
import type { Observable } from 'rxjs';

export type { DateOrder, ImportColumn, ImportError, ImportField, ImportPreview, ImportResult, ImportWord };

/** A file, or the first part of one. */
export interface ImportSource {
  readonly content: Blob;
  readonly mediaType: string;
  /** An encoding that a person chose; undefined to let the API find it. */
  readonly encoding?: string;
}

/** Options of an import. */
export interface ImportOptions {
  readonly defaultCategory: TicketCategory;
  readonly defaultPriority: TicketPriority;
  /** Corrections such as `title=Short description` and `priority.P1=critical`. */
  readonly map: readonly string[];
  /** IANA time zone of times that name none. */
  readonly timeZone: string;
  readonly dateOrder?: DateOrder;
}

const URL = '/api/tickets/import/';

/** Client of the API's import. */
@Injectable({ providedIn: 'root' })
export class ImportsApi {
  private readonly http = inject(HttpClient);

  /**
   * Reads the first rows of a file and returns how the API interprets them. Stores nothing.
   * @param isPartial whether the source is only the first part of a file, whose last row may be cut off
   */
  check(source: ImportSource, options: ImportOptions, isPartial: boolean): Observable<ImportResult> {
    const params = { ...toParams(options), check: 'true', partial: String(isPartial) };
    return this.http.post<ImportResult>(URL, source.content, { headers: toHeaders(source), params });
  }

  /** Imports a file and reports the progress of the upload. Unsubscribing stops the import; stored batches stay. */
  importFile(source: ImportSource, options: ImportOptions): Observable<HttpEvent<ImportResult>> {
    return this.http.post<ImportResult>(URL, source.content, {
      headers: toHeaders(source),
      observe: 'events',
      params: toParams(options),
      reportProgress: true,
    });
  }
}

function toHeaders({ mediaType, encoding }: ImportSource): Record<string, string> {
  return { 'Content-Type': encoding ? `${mediaType}; charset=${encoding}` : mediaType };
}

function toParams(options: ImportOptions): Record<string, string | readonly string[]> {
  return {
    default_category: options.defaultCategory,
    default_priority: options.defaultPriority,
    default_description: 'title',
    map: options.map,
    time_zone: options.timeZone,
    ...(options.dateOrder && { date_order: options.dateOrder }),
  };
}
