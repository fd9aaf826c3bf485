import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SimilarApi } from '@docket/web/tickets/data';
import { Icon } from '@docket/web/ui';
import { SimilarList } from './similar-list';

/**
 * A button that shows the tickets similar to an open ticket. It replaces the button that loaded its code and takes its focus, so it starts
 * open for the first ticket.
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
  protected readonly isOpen = linkedSignal<number, boolean>({
    source: this.ticketId,
    computation: (_id, previous) => previous === undefined,
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
    afterNextRender(() => this.toggle().nativeElement.focus({ preventScroll: true }));
  }
}
