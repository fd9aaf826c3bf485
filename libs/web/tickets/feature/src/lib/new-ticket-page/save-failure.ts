import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';

/**
 * Reports a failure to file a ticket, and the next steps. Without a response, or after a 503, the ticket may be stored; the detail of a 503
 * says so.
 */
@Component({
  selector: 'docket-save-failure',
  imports: [Icon, ProblemReason],
  templateUrl: './save-failure.html',
  styleUrls: ['../failure.scss', './save-failure.scss'],
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveFailure {
  readonly problem = input.required<Problem>();
}
