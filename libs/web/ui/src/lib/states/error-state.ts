import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../icon/icon';

/** Says what could not be done (the content: a heading) and why, and offers to try again. */
@Component({
  selector: 'docket-error-state',
  imports: [Icon, MatButton],
  template: `
    <docket-icon name="cloud_off" [size]="32" />
    <ng-content />
    <p>
      @switch (status()) {
        @case (0) {
          The server cannot be reached. Check your connection and try again.
        }
        @case (429) {
          Too many requests at once. Wait a moment and try again.
        }
        @case (503) {
          The database is away at the moment. Nothing is lost; try again shortly.
        }
        @default {
          The server answered with status {{ status() }}. Try again in a moment.
        }
      }
    </p>
    <button matButton="outlined" type="button" (click)="retry.emit()">Try again</button>
    @if (requestId()) {
      <p class="request">
        Request <code>{{ requestId() }}</code>
      </p>
    }
  `,
  styleUrl: './state.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorState {
  /** HTTP status of the answer; 0 when none came. */
  readonly status = input.required<number>();
  /** Finds the request in the server's log. */
  readonly requestId = input<string>();
  readonly retry = output();
}
