import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../icon/icon';
import { ProblemReason } from './problem-reason';

/** Reports a failed request, with a button to retry. Content: a heading that names the failure. */
@Component({
  selector: 'docket-error-state',
  imports: [Icon, MatButton, ProblemReason],
  template: `
    <docket-icon name="cloud_off" [size]="32" />
    <ng-content />
    <p>
      <docket-problem-reason [status]="status()" />
      @if (status() === 0) {
        Check your connection and try again.
      } @else {
        Try again in a moment.
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
  /** HTTP status; 0 if there was no response. */
  readonly status = input.required<number>();
  /** Id of the request in the server's log. */
  readonly requestId = input<string>();
  readonly retry = output();
}
