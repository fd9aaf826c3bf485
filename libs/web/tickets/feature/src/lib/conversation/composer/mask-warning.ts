import { type Signal, computed, signal } from '@angular/core';
import { PLACEHOLDERS } from '@docket/domain/placeholders';
import type { DraftedReplies, MessageDraft } from '@docket/web/conversation/data';

/**
 * Stops a reply that still has a placeholder of the model's draft, such as `[email]`, until the author changes the text or accepts it. The
 * model did not get what the placeholder stands for, and the requester would read it.
 */
export class MaskWarning {
  /** The texts that were stopped and accepted, with their drafts. */
  private readonly stopped = signal('');
  private readonly accepted = signal('');
  private readonly current = computed(() => `${this.draft().id} ${this.draft().text()}`);
  private readonly left = computed(() => placeholdersLeft(this.drafted, this.draft()));
  /** The placeholders that stopped the current text. Empty before the first attempt, and if the text may be sent. */
  readonly masks: Signal<readonly string[]> = computed(() =>
    this.stopped() !== this.current() || this.accepted() === this.current() ? [] : this.left(),
  );

  constructor(
    private readonly drafted: DraftedReplies,
    private readonly draft: Signal<MessageDraft>,
  ) {}

  /** Call before the text is sent. @returns whether it is stopped */
  stops(): boolean {
    this.stopped.set(this.current());
    return this.masks().length > 0;
  }

  /** Lets the current text be sent. */
  accept(): void {
    this.accepted.set(this.current());
  }
}

/** The start and the end of the first placeholder in a text. */
export function placeOf(masks: readonly string[], text: string): readonly [start: number, end: number] {
  const places = masks.map((mask) => ({ mask, start: text.indexOf(mask) })).filter(({ start }) => start >= 0);
  const [first] = places.toSorted((one, other) => one.start - other.start);
  return first ? [first.start, first.start + first.mask.length] : [0, 0];
}

/** Only those that the draft had: the author may have written another one on purpose. */
function placeholdersLeft(drafted: DraftedReplies, { ticketId, visibility, text }: MessageDraft): readonly string[] {
  const draft = visibility === 'public' ? drafted.of(ticketId)?.text : undefined;
  return PLACEHOLDERS.filter((each) => draft?.includes(each) && text().includes(each));
}
