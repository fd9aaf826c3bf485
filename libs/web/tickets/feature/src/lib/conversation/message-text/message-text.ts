import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { NumberPipe } from '@docket/web/ui';
import { endOfPart } from './cut-text';
import { type TextPart, findLinks } from './links';
import { type TextBlock, textBlocks } from './text-blocks';

interface ShownBlock extends TextBlock {
  /** Text and links of prose. */
  readonly parts: readonly TextPart[];
}

/** Plain text of a description or a message, with links. Logs have a fixed-width font. A very long text is shown in part at first. */
@Component({
  selector: 'docket-message-text',
  imports: [MatButton, NumberPipe],
  templateUrl: './message-text.html',
  styleUrl: './message-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageText {
  readonly text = input.required<string>();
  /** End of the first part; undefined for a text that is not very long. */
  protected readonly end = computed(() => endOfPart(this.text()));
  protected readonly isComplete = linkedSignal({ source: this.text, computation: () => false });
  protected readonly blocks = computed(() => {
    const end = this.end();
    // The first part has no blank line before its button.
    const shown = this.isComplete() || !end ? this.text() : this.text().slice(0, end).trimEnd();
    return textBlocks(shown).map(keepBlankLine).map(withParts);
  });
}

/** Adds a line break to a block that ends with a blank line, because browsers drop the last one, on the screen and when copying. */
function keepBlankLine(block: TextBlock): TextBlock {
  const isBlankAtEnd = block.text === '' || block.text.endsWith('\n');
  return isBlankAtEnd ? { ...block, text: `${block.text}\n` } : block;
}

function withParts(block: TextBlock): ShownBlock {
  return { ...block, parts: block.kind === 'prose' ? findLinks(block.text) : [] };
}
