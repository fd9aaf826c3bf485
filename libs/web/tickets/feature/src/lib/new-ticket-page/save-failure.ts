import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Problem } from '@docket/web/http';
import { Icon } from '@docket/web/ui';

/** Says why a ticket could not be filed, and what to do. What was typed is still there, and it says that too. */
@Component({
  selector: 'docket-save-failure',
  imports: [Icon],
  templateUrl: './save-failure.html',
  styleUrl: './save-failure.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveFailure {
  readonly problem = input.required<Problem>();
}
