import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DISPLAY_LOCALE } from '../display-locale';
import { Icon } from '../icon/icon';
import { ProblemReason } from '../states/problem-reason';

const timeOfDay = new Intl.DateTimeFormat(DISPLAY_LOCALE, { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Reports that the page could not be refreshed and may be outdated, with a button to retry. */
@Component({
  selector: 'docket-stale-notice',
  imports: [Icon, MatButton, ProblemReason],
  template: `
    <docket-icon name="cloud_off" [size]="20" />
    <span>
      @if (status() === 0) {
        Offline since {{ time() }}, this may be old.
      } @else {
        <docket-problem-reason [status]="status()" /> Not refreshed since {{ time() }}, this may be old.
      }
    </span>
    <button matButton type="button" (click)="retry.emit()">Try now</button>
  `,
  styleUrl: './stale-notice.scss',
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaleNotice {
  /** HTTP status; 0 if there was no response. */
  readonly status = input.required<number>();
  /** Time of the first failed request, in ms since 1970. */
  readonly since = input.required<number>();
  readonly retry = output();
  protected readonly time = computed(() => {
    const isToday = new Date(this.since()).toDateString() === new Date().toDateString();
    return (isToday ? timeOfDay : dayAndTime).format(this.since());
  });
}
