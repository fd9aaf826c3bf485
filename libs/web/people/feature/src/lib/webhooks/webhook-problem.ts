import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { WEBHOOKS_MAX } from '@docket/domain';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';

/** Reason why an action on a webhook failed. */
@Component({
  selector: 'docket-webhook-problem',
  imports: [Icon, ProblemReason],
  template: `
    <docket-icon name="error" />
    <span>
      @switch (problem().type) {
        @case ('/problems/too-many-webhooks') {
          There can be at most {{ max }} webhooks. Delete one first.
        }
        @case ('/problems/no-secret-key') {
          The server has no <code>SECRET_KEY</code>, so it cannot sign deliveries. Set it, the same for all processes,
          and restart Docket.
        }
        @case ('/problems/webhook-off') {
          This webhook is off. Turn it on first.
        }
        @case ('/problems/precondition-failed') {
          This webhook has changed in the meantime. Close this dialog and try again.
        }
        @case ('/problems/not-found') {
          This webhook, or its delivery, no longer exists.
        }
        @case ('/problems/forbidden') {
          Your role no longer allows this.
        }
        @default {
          <docket-problem-reason [status]="problem().status" /> Try again.
        }
      }
    </span>
  `,
  styleUrl: '../entry/entry-problem.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookProblem {
  readonly problem = input.required<Problem>();
  protected readonly max = WEBHOOKS_MAX;
}
