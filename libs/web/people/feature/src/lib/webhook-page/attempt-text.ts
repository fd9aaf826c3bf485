import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Attempt } from '@docket/web/people/data/webhooks';
import { NumberPipe } from '@docket/web/ui';

/** Outcome of an attempt, in a sentence. The receiver's response is shown as text, never as HTML. */
@Component({
  selector: 'docket-attempt-text',
  imports: [NumberPipe],
  template: `
    @if (attempt().status; as status) {
      The receiver answered {{ status }}
    } @else {
      No answer: <bdi>{{ attempt().error }}</bdi>&ngsp;
    }
    <span class="docket-figures">({{ attempt().ms | docketNumber }} ms)</span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttemptText {
  readonly attempt = input.required<Attempt>();
}
