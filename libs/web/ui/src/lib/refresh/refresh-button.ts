import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { AgeText } from '../age/age-text';
import { Icon } from '../icon/icon';
import { connectionLost } from './connection-lost';

/** Maximum age of data when the user returns to the page, in ms. Older data is refreshed. */
const FRESH_MS = 20_000;

/**
 * "Updated 5 min ago", with a button to refresh. Also requests a refresh when the user returns to the page, and when the connection is lost
 * or restored.
 */
@Component({
  selector: 'docket-refresh-button',
  imports: [AgeText, Icon, MatIconButton],
  template: `
    <span class="age docket-secondary">Updated <docket-age-text ago [now]="now()" [time]="time()" /></span>
    <button matIconButton type="button" aria-label="Refresh" title="Refresh" (click)="refresh.emit()">
      <docket-icon name="refresh" />
    </button>
  `,
  styleUrl: './refresh-button.scss',
  host: {
    '(window:focus)': 'refreshIfOld()',
    '(document:visibilitychange)': 'refreshIfOld()',
    '(window:online)': 'refresh.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefreshButton {
  /** Time of the last load, in ms since 1970. */
  readonly loadedAt = input.required<number>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  readonly refresh = output();
  protected readonly time = computed(() => new Date(this.loadedAt()).toISOString());

  constructor() {
    connectionLost()
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.refresh.emit());
  }

  protected refreshIfOld(): void {
    if (document.visibilityState === 'visible' && Date.now() - this.loadedAt() > FRESH_MS) this.refresh.emit();
  }
}
