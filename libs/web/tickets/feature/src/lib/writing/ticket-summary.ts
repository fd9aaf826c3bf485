import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { KnownSummaries, type Sentence, type Writing, WritingApi } from '@docket/web/conversation/data';
import { Icon } from '@docket/web/ui';
import type { Subscription } from 'rxjs';
import { NOT_WRITTEN_TEXTS } from './not-written-texts';
import { QuotedSentences } from './quoted-sentences';

/**
 * A button that requests a summary of an open ticket from the model. It replaces the button that loaded its code and takes its focus, so it
 * starts open for the first ticket.
 */
@Component({
  selector: 'docket-ticket-summary',
  imports: [Icon, MatButton, QuotedSentences],
  templateUrl: './ticket-summary.html',
  styleUrl: './ticket-summary.scss',
  host: { '[class.open]': 'isOpen()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketSummary {
  readonly ticketId = input.required<number>();
  /** Id of the newest entry of the conversation; undefined until it is known. */
  readonly version = input<number>();
  private readonly api = inject(WritingApi);
  private readonly summaries = inject(KnownSummaries);
  private readonly toggle = viewChild.required<unknown, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  protected readonly isOpen = linkedSignal<number, boolean>({
    source: this.ticketId,
    computation: (_id, previous) => previous === undefined,
  });
  /** An earlier summary of the same conversation, read when the summary opens. Later entries do not close it. */
  private readonly known = linkedSignal<number | undefined, readonly Sentence[] | undefined>({
    source: computed(() => (this.isOpen() ? this.ticketId() : undefined)),
    computation: (id) => (id === undefined ? undefined : this.summaries.of(id, untracked(this.version))),
  });
  private readonly asked = computed(() => (this.isOpen() && !this.known() ? this.ticketId() : undefined));
  /** Number of retries. */
  private readonly tries = signal(0);
  private readonly answer = signal<Writing | 'failed' | undefined>(undefined);
  /** Undefined until the model has responded. */
  private readonly writing = computed(() => {
    const sentences = this.known();
    return sentences ? { sentences } : this.answer();
  });
  protected readonly sentences = computed(() => {
    const writing = this.writing();
    return typeof writing === 'object' && 'sentences' in writing ? writing.sentences : [];
  });
  /** Whether there is no summary, and a retry may help. */
  protected readonly hasFailed = computed(() => this.writing() !== undefined && this.sentences().length === 0);
  protected readonly message = computed(() => {
    const writing = this.writing();
    if (!this.isOpen()) return '';
    if (!writing) return 'Reading the conversation…';
    if (writing === 'failed') return 'The summary could not be loaded.';
    return 'reason' in writing
      ? NOT_WRITTEN_TEXTS[writing.reason]
      : 'Written by Gemini from the conversation. Check it.';
  });

  constructor() {
    effect((onCleanup) => {
      const id = this.asked();
      this.tries();
      if (id === undefined) return;
      const request = untracked(() => this.ask(id));
      onCleanup(() => {
        request.unsubscribe(); // aborts the request when the summary closes
        this.answer.set(undefined);
      });
    });
    afterNextRender(() => this.toggle().nativeElement.focus({ preventScroll: true }));
  }

  /** Retries. The focus moves first, because the button disappears. */
  protected retry(): void {
    this.toggle().nativeElement.focus({ preventScroll: true });
    this.tries.update((tries) => tries + 1);
  }

  private ask(id: number): Subscription {
    const version = this.version();
    return this.api.summarize(id).subscribe({
      next: (writing) => {
        this.answer.set(writing);
        if ('sentences' in writing) this.summaries.remember(id, version, writing.sentences);
      },
      error: () => this.answer.set('failed'),
    });
  }
}
