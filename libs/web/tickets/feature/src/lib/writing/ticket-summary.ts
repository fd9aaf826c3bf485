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
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { KnownSummaries, type Sentence, WritingApi } from '@docket/web/conversation/data';
import { Icon } from '@docket/web/ui';
import { NOT_WRITTEN_TEXTS } from './not-written-texts';
import { QuotedSentences } from './quoted-sentences';

/**
 * A button that lets the model summarise an open ticket. It takes the place and the focus of the button that asked for its code, so the
 * first ticket starts open.
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
  /** The newest entry of the conversation; undefined until it is known. */
  readonly version = input<number>();
  private readonly summaries = inject(KnownSummaries);
  private readonly toggle = viewChild.required<unknown, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  protected readonly isOpen = linkedSignal<number, boolean>({
    source: this.ticketId,
    computation: (_id, previous) => previous === undefined,
  });
  /** An earlier summary of the same conversation, looked up when the summary opens. Later entries do not close it. */
  private readonly known = linkedSignal<number | undefined, readonly Sentence[] | undefined>({
    source: computed(() => (this.isOpen() ? this.ticketId() : undefined)),
    computation: (id) => (id === undefined ? undefined : this.summaries.of(id, untracked(this.version))),
  });
  private readonly asked = computed(() => (this.isOpen() && !this.known() ? this.ticketId() : undefined));
  /** The newest entry when the model was asked. */
  private askedVersion?: number;
  protected readonly summary = inject(WritingApi).summaryResource(this.asked);
  /** Undefined until the model has answered, after Retry, too. */
  private readonly writing = computed(() => {
    const sentences = this.known();
    if (sentences) return { sentences };
    return this.isOpen() && !this.summary.isLoading() && this.summary.hasValue() ? this.summary.value() : undefined;
  });
  protected readonly sentences = computed(() => {
    const writing = this.writing();
    return writing && 'sentences' in writing ? writing.sentences : [];
  });
  /** Whether another try may give a summary. */
  protected readonly hasFailed = computed(() => {
    const writing = this.writing();
    return this.isOpen() && (!!this.summary.error() || (!!writing && 'reason' in writing));
  });
  protected readonly message = computed(() => {
    if (!this.isOpen()) return '';
    if (this.summary.error()) return 'The summary could not be loaded.';
    const writing = this.writing();
    if (!writing) return 'Reading the conversation…';
    return 'reason' in writing
      ? NOT_WRITTEN_TEXTS[writing.reason]
      : 'Written by Gemini from the conversation. Check it.';
  });

  constructor() {
    effect(() => {
      this.asked();
      this.askedVersion = untracked(this.version);
    });
    effect(() => {
      const [id, writing] = [this.asked(), this.writing()];
      if (id !== undefined && writing && 'sentences' in writing)
        this.summaries.remember(id, this.askedVersion, writing.sentences);
    });
    afterNextRender(() => this.toggle().nativeElement.focus({ preventScroll: true }));
  }

  /** The button for it goes away, so the focus leaves it. */
  protected retry(): void {
    this.toggle().nativeElement.focus({ preventScroll: true });
    this.askedVersion = this.version();
    this.summary.reload();
  }
}
