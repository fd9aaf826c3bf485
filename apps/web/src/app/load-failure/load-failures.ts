import { ErrorHandler, Injectable, inject, signal } from '@angular/core';

/** A failure to load a part of the client: offline, or a part of a build that the server no longer has. */
export interface LoadFailure {
  /** URL of the page that the user wanted to open; undefined if a part of the current page failed. */
  readonly url?: string;
}

/** Error messages of Chromium and Firefox, of Safari, and of Angular for a deferred block. */
const LOAD_FAILURE = /dynamically imported module|module script failed|NG0750/i;

/** The last failure to load a part of the client. */
@Injectable({ providedIn: 'root' })
export class LoadFailures {
  private readonly last = signal<LoadFailure | undefined>(undefined);
  readonly current = this.last.asReadonly();
  /** Whether the person has gone on since the failure: a reload would take the focus and what is being typed. */
  private hasGoneOn = false;

  constructor() {
    const goOn = () => (this.hasGoneOn = true);
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, goOn, { capture: true });
  }

  /** Reports failures to load; ignores other errors. */
  report(error: unknown, url?: string): void {
    if (!LOAD_FAILURE.test(String(error))) return;
    this.hasGoneOn = false;
    this.last.update((last) => ({ url: url ?? last?.url }));
  }

  /** Whether the page may be reloaded without a request of the person, who neither works nor writes. */
  mayReload(): boolean {
    return !this.hasGoneOn && !document.activeElement?.matches('input, textarea');
  }

  /** Call when another page has opened: the user no longer waits for the failed one. */
  forgetPage(): void {
    this.last.update((last) => (last?.url === undefined ? last : undefined));
  }
}

/** Logs all errors and reports failures to load. It also handles errors of the router and of deferred blocks. */
@Injectable()
export class ReportingErrorHandler extends ErrorHandler {
  private readonly failures = inject(LoadFailures);

  override handleError(error: unknown): void {
    super.handleError(error);
    this.failures.report(error);
  }
}
