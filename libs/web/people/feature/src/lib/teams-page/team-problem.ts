import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TEAMS_MAX } from '@docket/domain';
import type { Problem } from '@docket/web/http';
import { Icon, ProblemReason } from '@docket/web/ui';

/** Reason why a change of a team failed. */
@Component({
  selector: 'docket-team-problem',
  imports: [Icon, ProblemReason],
  template: `
    <docket-icon name="error" />
    <span>
      @switch (problem().type) {
        @case ('/problems/team-in-use') {
          Tickets belong to this team. Move them to another team first.
        }
        @case ('/problems/too-many-teams') {
          There can be at most {{ max }} teams. Delete one first.
        }
        @case ('/problems/precondition-failed') {
          Somebody else has changed this team in the meantime. Close this dialog and try again.
        }
        @case ('/problems/not-found') {
          Somebody else has deleted this team in the meantime.
        }
        @case ('/problems/forbidden') {
          Your role no longer allows this.
        }
        @default {
          <docket-problem-reason [status]="problem().status" /> Nothing is changed. Try again.
        }
      }
    </span>
  `,
  styleUrl: '../entry/entry-problem.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamProblem {
  readonly problem = input.required<Problem>();
  protected readonly max = TEAMS_MAX;
}
