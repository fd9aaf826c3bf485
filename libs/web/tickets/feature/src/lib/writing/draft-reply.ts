import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DraftedReplies, type Writing, WritingApi } from '@docket/web/conversation/data';
import { Icon } from '@docket/web/ui';
import type { Subscription } from 'rxjs';
import { NOT_WRITTEN_TEXTS } from './not-written-texts';
import { QuotedSentences } from './quoted-sentences';

/** Requests a draft of a reply from the model if none is written. The draft is marked until a person edits it; a person sends it. */
@Component({
  selector: 'docket-draft-reply',
  imports: [Icon, MatButton, QuotedSentences],
  templateUrl: './draft-reply.html',
  styleUrl: './draft-reply.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftReply {
  private readonly api = inject(WritingApi);
  private readonly replies = inject(DraftedReplies);
  readonly ticketId = input.required<number>();
  /** Current text of the reply. */
  readonly text = input.required<string>();
  /** Emits the text of a draft. */
  readonly drafted = output<string>();
  /** Emits when the person stops a draft although a reply is written. The button with the focus then disappears. */
  readonly stopped = output();
  /** Emits when the person discards the draft. */
  readonly discarded = output();

  protected readonly marked = computed(() => {
    const reply = this.replies.of(this.ticketId());
    return reply && reply.text === this.text() ? reply : undefined;
  });
  protected readonly isDrafting = signal(false);
  /** Reason for a missing draft. */
  protected readonly failure = signal('');
  protected readonly showsQuotes = signal(false);
  private request?: Subscription;

  constructor() {
    effect(() => {
      this.ticketId();
      untracked(() => this.reset());
    });
    inject(DestroyRef).onDestroy(() => this.request?.unsubscribe());
  }

  protected draft(): void {
    const id = this.ticketId();
    this.reset();
    this.isDrafting.set(true);
    this.request = this.api.draftReply(id).subscribe({
      next: (writing) => this.insert(id, writing),
      error: () => this.fail('The draft could not be loaded.'),
    });
  }

  protected stop(): void {
    this.reset();
    if (this.text() !== '') this.stopped.emit();
  }

  private reset(): void {
    this.request?.unsubscribe();
    this.isDrafting.set(false);
    this.showsQuotes.set(false);
    this.failure.set('');
  }

  private insert(id: number, writing: Writing): void {
    if ('reason' in writing) return this.fail(NOT_WRITTEN_TEXTS[writing.reason]);
    if (this.text() !== '') return this.fail('You have started to write, so the draft was left out.');
    const text = writing.sentences.map((sentence) => sentence.text).join(' ');
    this.isDrafting.set(false);
    this.replies.remember(id, { id: writing.id, text, sentences: writing.sentences });
    this.drafted.emit(text);
  }

  private fail(failure: string): void {
    this.isDrafting.set(false);
    this.failure.set(failure);
  }
}
