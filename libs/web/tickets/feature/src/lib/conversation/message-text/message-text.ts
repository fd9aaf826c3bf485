import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { NumberPipe } from '@docket/web/ui';
import { endOfPart } from './cut-text';
import { type TextPart, findLinks } from './links';
import { type TextBlock, textBlocks } from './text-blocks';

interface ShownBlock extends TextBlock {
  /** Of prose: its text and its links. */
  readonly parts: readonly TextPart[];
}

/** A description or a message, as plain text with links. Logs have a fixed-width font. A very long text is shown in part at first. */
@Component({
  selector: 'docket-message-text',
  imports: [MatButton, NumberPipe],
  templateUrl: './message-text.html',
  styleUrl: './message-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageText {
  readonly text = input.required<string>();
  /** Where the first part ends; undefined for a text that is not very long. */
  protected readonly end = computed(() => endOfPart(this.text()));
  protected readonly isComplete = linkedSignal({ source: this.text, computation: () => false });
  protected readonly blocks = computed(() => {
    const end = this.end();
    // No blank line between the last line of a part and its button.
    const shown = this.isComplete() || !end ? this.text() : this.text().slice(0, end).trimEnd();
    return textBlocks(shown).map(keepBlankLine).map(withParts);
  });
}

/** The browser drops the last line break of a block, on the screen and in a copy. Needed if the block ends with a blank line. */
function keepBlankLine(block: TextBlock): TextBlock {
  const isBlankAtEnd = block.text === '' || block.text.endsWith('\n');
  return isBlankAtEnd ? { ...block, text: `${block.text}\n` } : block;
}

function withParts(block: TextBlock): ShownBlock {
  return { ...block, parts: block.kind === 'prose' ? findLinks(block.text) : [] };
}
