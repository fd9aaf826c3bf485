import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';
import { withoutParameter } from './rejection-reasons';

/** Reports why a file could not be checked, and the next steps. */
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
  /** Whether the columns of the file are known, so that the title column can be chosen. */
  readonly canChoose = input.required<boolean>();
  readonly retry = output();
  /** Problems of the file, without the names of API parameters. */
  protected readonly details = computed(() => {
    const { errors, detail } = this.problem();
    const details = errors.length > 0 ? errors.map((error) => `It ${error.detail}`) : detail ? [detail] : [];
    return details.map(withoutParameter);
  });
}
