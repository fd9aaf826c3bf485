import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  model,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SimilarApi } from '@docket/web/tickets/data';
import { Icon } from '@docket/web/ui';
import { SimilarList } from './similar-list';

/**
 * A button that shows the tickets similar to an open ticket. It replaces the button that loaded its code and takes its focus, so it starts
 * open for the first ticket. After the way back from a ticket of the list, it is open again, with the focus on the link of that ticket.
 */
@Component({
  selector: 'docket-similar-to-ticket',
  imports: [Icon, MatButton, SimilarList],
  templateUrl: './similar-to-ticket.html',
  styleUrl: './similar-to-ticket.scss',
  host: { '[class.open]': 'isOpen()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarToTicket {
  readonly ticketId = input.required<number>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  private readonly toggle = viewChild.required<unknown, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  /** The ticket whose list was left by a link, and the ticket of that link. */
  readonly followed = model<{ readonly from: number; readonly to: number }>();
  protected readonly isOpen = linkedSignal<number, boolean>({
    source: this.ticketId,
    computation: (id, previous) => previous === undefined || untracked(this.followed)?.from === id,
  });
  protected readonly similar = inject(SimilarApi).similarResource(
    computed(() => (this.isOpen() ? this.ticketId() : undefined)),
  );
  protected readonly tickets = computed(() => (this.isOpen() && this.similar.hasValue() ? this.similar.value() : []));
  protected readonly message = computed(() => {
    if (!this.isOpen()) return '';
    if (this.similar.error()) return 'Similar tickets could not be loaded.';
    if (!this.similar.hasValue()) return 'Looking for similar tickets…';
    const { length } = this.tickets();
    return length === 0
      ? 'No other ticket shares enough words with this one.'
      : `${length} similar ${length === 1 ? 'ticket' : 'tickets'}`;
  });

  constructor() {
    afterNextRender(() => {
      if (this.followed()?.from !== this.ticketId()) this.toggle().nativeElement.focus({ preventScroll: true });
    });
    const list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const followed = untracked(this.followed);
      if (this.tickets().length === 0 || followed?.from !== this.ticketId()) return;
      this.followed.set(undefined); // once: `j` and `k` lead to the title
      const isStillAtTitle = document.activeElement?.matches('body, h1, h2');
      const links = [...list.querySelectorAll('a')];
      if (isStillAtTitle) links.find(({ pathname }) => pathname.endsWith(`/tickets/${followed.to}`))?.focus();
    });
  }
}
