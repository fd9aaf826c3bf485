import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type DescriptionBlock, descriptionBlocks } from './description-blocks';

/** The description of a ticket, as plain text. Logs have a fixed-width font. */
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
  protected readonly blocks = computed(() => descriptionBlocks(this.text()).map(keepBlankLine));
}

/** The browser drops the last line break of a block, on the screen and in a copy. Needed if the block ends with a blank line. */
function keepBlankLine(block: DescriptionBlock): DescriptionBlock {
  const isBlankAtEnd = block.text === '' || block.text.endsWith('\n');
  return isBlankAtEnd ? { ...block, text: `${block.text}\n` } : block;
}
