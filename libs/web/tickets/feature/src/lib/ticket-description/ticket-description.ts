import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { descriptionBlocks } from './description-blocks';

/** The text of a ticket as it was typed. It is text and nothing else, whatever it contains. */
@Component({
  selector: 'docket-ticket-description',
  template: `
    @for (block of blocks(); track $index) {
      @if (block.kind === 'log') {
        <pre dir="auto">{{ block.text }}</pre>
      } @else {
        <div class="prose" dir="auto">{{ block.text }}</div>
      }
    }
  `,
  styleUrl: './ticket-description.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDescription {
  readonly text = input.required<string>();
  protected readonly blocks = computed(() => descriptionBlocks(this.text()));
}
