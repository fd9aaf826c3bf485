import { ErrorHandler, Injectable, inject, signal } from '@angular/core';

/** A part of the client that could not be loaded: offline, or a part of a build that the server no longer has. */
export interface LoadFailure {
  /** The page that the user wanted to open; undefined if a part of the current page failed. */
  readonly url?: string;
}

/** Messages of Chromium and Firefox, of Safari, and of Angular for a deferred block. */
const LOAD_FAILURE = /dynamically imported module|module script failed|NG0750/i;

/** The last failure to load a part of the client. */
@Injectable({ providedIn: 'root' })
export class LoadFailures {
  private readonly last = signal<LoadFailure | undefined>(undefined);
  readonly current = this.last.asReadonly();

  /** Ignores other errors. */
  report(error: unknown, url?: string): void {
    if (LOAD_FAILURE.test(String(error))) this.last.update((last) => ({ url: url ?? last?.url }));
  }

  /** Call when another page has opened: the user no longer waits for the one that failed. */
  forgetPage(): void {
    this.last.update((last) => (last?.url === undefined ? last : undefined));
  }
}

/** Logs all errors, and reports failures to load. The router and deferred blocks end here too. */
@Injectable()
export class ReportingErrorHandler extends ErrorHandler {
  private readonly failures = inject(LoadFailures);

  override handleError(error: unknown): void {
    super.handleError(error);
    this.failures.report(error);
  }
}
