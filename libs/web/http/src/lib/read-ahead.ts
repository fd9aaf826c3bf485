import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injectable, type Signal, inject, linkedSignal, signal } from '@angular/core';
import { EMPTY, type Observable, defer, finalize, tap } from 'rxjs';

interface Kept {
  readonly ticketId: number;
  /** When it was requested: ms since 1970. */
  readonly since: number;
  /** Undefined while the request is pending. */
  response?: HttpResponse<unknown>;
}

/** Older responses are not shown. */
const KEPT_MS = 60_000;
/** The ticket and its timeline, for the neighbours of the open ticket and for those of the one before. */
const KEPT_MAX = 8;

/** Responses that were read before anybody asked for them: about tickets that may be opened next. Each is used once. */
@Injectable({ providedIn: 'root' })
export class ReadAhead {
  private readonly http = inject(HttpClient);
  /** By URL, the oldest first. */
  private readonly kept = new Map<string, Kept>();
  private readonly forgotten = signal(0);
  /** Changes when something was forgotten, and can be read again. */
  readonly version = this.forgotten.asReadonly();

  /** Completes at once if the response is kept. */
  read(ticketId: number, url: string): Observable<unknown> {
    return defer(() => {
      if (this.isFresh(this.kept.get(url))) return EMPTY;
      const kept: Kept = { ticketId, since: Date.now() };
      this.keep(url, kept);
      return this.http.get(url, { observe: 'response' }).pipe(
        tap((response) => (kept.response = response)),
        finalize(() => {
          if (!kept.response && this.kept.get(url) === kept) this.kept.delete(url); // failed, or nobody wants it any more
        }),
      );
    });
  }

  /** The response that is kept when a ticket is opened, to show until the API responds. Undefined if there is none. */
  responseAtHand<T>(url: Signal<string>): Signal<HttpResponse<T> | undefined> {
    const atHand = linkedSignal({ source: url, computation: (opened) => this.take(opened) });
    return atHand.asReadonly() as Signal<HttpResponse<T> | undefined>;
  }

  /** The kept response, if there is a fresh one. It is no longer kept then. */
  take(url: string): HttpResponse<unknown> | undefined {
    const kept = this.kept.get(url);
    this.kept.delete(url);
    return this.isFresh(kept) ? kept?.response : undefined;
  }

  /** Call when tickets have changed. */
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
