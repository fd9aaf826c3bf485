import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RELOAD_PAGE, shortcutKey } from '@docket/web/ui';
import { type LoadFailure, LoadFailures } from './load-failures';

/** Storage key of the build for which this tab was reloaded, so that it reloads only once. */
const KEY = 'docket.reloaded';

/**
 * Reports that a part of the client failed to load. Reloads the page if the server has another build, but only once per build, and when the
 * connection is restored. Once the person has gone on with something else, only the button reloads.
 */
@Component({
  selector: 'docket-load-failure-notice',
  imports: [MatButton],
  template: `
    <span>
      @if (isOffline()) {
        This part of Docket could not be loaded, because the server cannot be reached.
      } @else {
        This part of Docket could not be loaded.
      }
    </span>
    <button matButton aria-keyshortcuts="b" type="button" (click)="reload()">Try again</button>
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto 1rem 5rem 5rem;
      z-index: 1100;
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
      max-width: 24rem;
      padding: 0.5rem 0.5rem 0.5rem 1rem;
      border: 1px solid transparent;
      border-radius: 0.5rem;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);

      @media print {
        display: none;
      }

      /* Notices have the same place, and go by themselves. */
      :host-context(body:has(.docket-notice)) {
        visibility: hidden;
      }

      /* Above the composer, which has the place of the list then. */
      @media (max-width: 74.99875em) {
        bottom: 12rem;
      }

      @media (max-width: 37.5em) {
        left: 1rem;
      }
    }

    button {
      --mat-button-text-label-text-color: var(--mat-sys-inverse-primary);

      flex: none;
    }
  `,
  host: { role: 'alert', '(document:keydown)': 'pressByKey($event)', '(window:online)': 'reconnect()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoadFailureNotice {
  private readonly document = inject(DOCUMENT);
  private readonly reloadPage = inject(RELOAD_PAGE);
  private readonly failures = inject(LoadFailures);
  readonly failure = input.required<LoadFailure>();
  protected readonly isOffline = signal(false);

  constructor() {
    void this.reloadIfBuildChanged();
  }

  /** Presses the button by the key of notices, unless another notice hides this one. */
  protected pressByKey(event: KeyboardEvent): void {
    if (shortcutKey(event) !== 'b' || this.document.querySelector('.docket-notice')) return;
    event.preventDefault();
    this.reload();
  }

  protected reload(): void {
    this.reloadPage(this.failure().url);
  }

  protected reconnect(): void {
    this.isOffline.set(false);
    if (this.failures.mayReload()) this.reload();
  }

  private async reloadIfBuildChanged(): Promise<void> {
    const script = this.document.querySelector('script[type=module]')?.getAttribute('src');
    const page = await fetch('/', { cache: 'no-store' }).then(
      (response) => response.text(),
      () => undefined,
    );
    this.isOffline.set(page === undefined);
    if (!script || !page || page.includes(script) || sessionStorage.getItem(KEY) === script) return;
    if (!this.failures.mayReload()) return;
    sessionStorage.setItem(KEY, script);
    this.reload();
  }
}
