import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The reason why a request failed, by its HTTP status; 0 stands for no response. */
@Component({
  selector: 'docket-problem-reason',
  template: `
    @switch (status()) {
      @case (0) {
        The server cannot be reached.
      }
      @case (413) {
        The request is too large.
      }
      @case (429) {
        The server received too many requests.
      }
      @case (503) {
        The server is not available at the moment.
      }
      @default {
        The server responded with status {{ status() }}.
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProblemReason {
  readonly status = input.required<number>();
}
