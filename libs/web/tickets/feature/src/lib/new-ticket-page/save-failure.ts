import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';

/** Reports why a ticket was not filed and what to do next. */
@Component({
  selector: 'docket-save-failure',
  imports: [Icon, ProblemReason],
  templateUrl: './save-failure.html',
  styleUrl: './save-failure.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveFailure {
  readonly problem = input.required<Problem>();
}
