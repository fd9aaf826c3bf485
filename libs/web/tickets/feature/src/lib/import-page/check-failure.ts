import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';
import { withoutParameter } from './rejection-reasons';

/** Reports why a file could not be checked, and what to do. */
@Component({
  selector: 'docket-check-failure',
  imports: [Icon, MatButton, ProblemReason],
  templateUrl: './check-failure.html',
  styleUrl: '../failure.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CheckFailure {
  readonly problem = input.required<Problem>();
  /** Whether the columns of the file are known, so that the one with the titles can be chosen. */
  readonly canChoose = input.required<boolean>();
  readonly retry = output();
  /** What is wrong with the file, without the parameters that help a program. */
  protected readonly details = computed(() => {
    const { errors, detail } = this.problem();
    const details = errors.length > 0 ? errors.map((error) => `It ${error.detail}`) : detail ? [detail] : [];
    return details.map(withoutParameter);
  });
}
