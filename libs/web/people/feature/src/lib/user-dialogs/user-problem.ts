import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';

/** Reason why a change of a user failed. */
@Component({
  selector: 'docket-user-problem',
  imports: [Icon, ProblemReason],
  templateUrl: './user-problem.html',
  styleUrl: '../entry/entry-problem.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserProblem {
  readonly problem = input.required<Problem>();
}
