import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportResult } from '@docket/web/tickets/data/imports';
import { NumberPipe } from '@docket/web/ui';

/** Reports values of rows that the tickets do not have. Empty if there are none. */
@Component({
  selector: 'docket-import-losses',
  imports: [NumberPipe],
  template: `
    @if (leftOut()?.requester; as rows) {
      <p>
        {{ rows | docketNumber }} {{ rows === 1 ? 'row names its' : 'rows name their' }} requester without an email
        address: {{ rows === 1 ? 'that ticket has' : 'those tickets have' }} no requester. Export the addresses, too.
      </p>
    }
    @if (leftOut()?.assignee; as rows) {
      <p>
        {{ rows | docketNumber }} {{ rows === 1 ? 'row has an assignee' : 'rows have assignees' }} that Docket does not
        know, or whose name several people have: nobody is assigned.
      </p>
    }
    @if (leftOut()?.team; as rows) {
      <p>
        {{ rows | docketNumber }} {{ rows === 1 ? 'row has a team' : 'rows have teams' }} that Docket does not have:
        {{ rows === 1 ? 'that ticket has' : 'those tickets have' }} no team.
      </p>
    }
    @if (leftOut()?.tags; as rows) {
      <p>
        {{ rows | docketNumber }} {{ rows === 1 ? 'row has' : 'rows have' }} more than 10 tags, or one of more than 40
        characters: these are left out.
      </p>
    }
  `,
  styles: 'p { margin: 0 0 0.75rem; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportLosses {
  readonly result = input.required<ImportResult>();
  protected readonly leftOut = computed(() => this.result().reading?.left_out);
}
