import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injectable, type Signal, inject, linkedSignal, signal } from '@angular/core';
import { EMPTY, type Observable, defer, finalize, tap } from 'rxjs';

interface Kept {
  readonly ticketId: number;
  /** Time of the request, in ms since 1970. */
  readonly since: number;
  /** Undefined while the request is pending. */
  response?: HttpResponse<unknown>;
}

/** Maximum age of a response, in ms. */
const KEPT_MS = 60_000;
/** Maximum number of responses: the ticket and its timeline, for the neighbours of the open ticket and of the one before. */
const KEPT_MAX = 8;

/** Responses read ahead, for tickets that may be opened next. Each is used only once. */
@Injectable({ providedIn: 'root' })
export class ReadAhead {
  private readonly http = inject(HttpClient);
  /** By URL, the oldest first. */
  private readonly kept = new Map<string, Kept>();
  private readonly forgotten = signal(0);
  /** Changes when responses were dropped and can be read again. */
  readonly version = this.forgotten.asReadonly();

  /** Reads a response ahead. Completes immediately if it is already kept. */
  read(ticketId: number, url: string): Observable<unknown> {
    return defer(() => {
      if (this.isFresh(this.kept.get(url))) return EMPTY;
      const kept: Kept = { ticketId, since: Date.now() };
      this.keep(url, kept);
      return this.http.get(url, { observe: 'response' }).pipe(
        tap((response) => (kept.response = response)),
        finalize(() => {
          if (!kept.response && this.kept.get(url) === kept) this.kept.delete(url); // failed or cancelled
        }),
      );
    });
  }

  /** The kept response of the opened ticket, to show until the API responds. Undefined if there is none. */
  responseAtHand<T>(url: Signal<string>): Signal<HttpResponse<T> | undefined> {
    const atHand = linkedSignal({ source: url, computation: (opened) => this.take(opened) });
    return atHand.asReadonly() as Signal<HttpResponse<T> | undefined>;
  }

  /** Removes and returns the kept response, if it is fresh. */
  take(url: string): HttpResponse<unknown> | undefined {
    const kept = this.kept.get(url);
    this.kept.delete(url);
    return this.isFresh(kept) ? kept?.response : undefined;
  }

  /** Drops the responses of tickets. Call when they have changed. */
  forget(ids: ReadonlySet<number> | 'all'): void {
    const old = [...this.kept].filter(([, { ticketId }]) => ids === 'all' || ids.has(ticketId));
    for (const [url] of old) this.kept.delete(url);
    if (old.length > 0) this.forgotten.update((version) => version + 1);
  }

  private keep(url: string, kept: Kept): void {
    this.kept.delete(url);
    this.kept.set(url, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_MAX && oldest !== undefined) this.kept.delete(oldest);
  }

  private isFresh(kept: Kept | undefined): boolean {
    return kept !== undefined && Date.now() - kept.since < KEPT_MS;
  }
}
