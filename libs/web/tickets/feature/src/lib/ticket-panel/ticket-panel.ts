import { Clipboard } from '@angular/cdk/clipboard';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { Title } from '@angular/platform-browser';
import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { toProblem } from '@docket/web/http';
import { type Ticket, TicketChanges, TicketsApi, type VersionedTicket } from '@docket/web/tickets/data';
import { CategoryText, PriorityMark, StatusMark } from '@docket/web/tickets/ui';
import { AgeText, EmptyState, ErrorState, Icon } from '@docket/web/ui';
import { TicketDescription } from '../ticket-description/ticket-description';
import type { LabelChange, LabelValue } from '../ticket-editor/label-change';
import { TicketEditor } from '../ticket-editor/ticket-editor';

/** One ticket: its whole text, and its labels to change. */
@Component({
  selector: 'docket-ticket-panel',
  imports: [
    AgeText,
    CategoryText,
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    MatFormField,
    MatIconButton,
    MatLabel,
    MatOption,
    MatSelect,
    MatSelectTrigger,
    PriorityMark,
    StatusMark,
    TicketDescription,
  ],
  templateUrl: './ticket-panel.html',
  styleUrl: './ticket-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPanel {
  /** Unlike the browser's own, it also copies where the page came over plain HTTP. */
  private readonly clipboard = inject(Clipboard);
  private readonly editor = inject(TicketEditor);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly id = input.required<number>();
  /** The ticket as the list knows it: shown until its newest version is read. */
  readonly known = input<Ticket>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Level of the heading: 1 where the panel is the page. */
  readonly level = input(2);
  readonly hasPrevious = input(false);
  readonly hasNext = input(false);
  readonly previous = output();
  readonly next = output();
  readonly closed = output();

  protected readonly answer = inject(TicketsApi).ticket(this.id);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : undefined));
  /** What was read, or what a change has made of it since. */
  private readonly current = linkedSignal<VersionedTicket | undefined>(() => {
    if (!this.answer.hasValue()) return undefined;
    return { ticket: this.answer.value(), etag: this.answer.headers()?.get('etag') ?? undefined };
  });
  protected readonly ticket = computed(() => {
    const ticket = this.current()?.ticket ?? (this.known()?.id === this.id() ? this.known() : undefined);
    return ticket && this.editor.withUnsaved(ticket);
  });
  protected readonly linkCopied = signal(false);
  protected readonly categories = TICKET_CATEGORIES;
  protected readonly priorities = TICKET_PRIORITIES;
  protected readonly statuses = TICKET_STATUSES;

  constructor() {
    const tab = inject(Title);
    effect(() => {
      const ticket = this.ticket();
      if (ticket) tab.setTitle(`#${ticket.id} ${ticket.title} · Docket`);
    });
    inject(TicketChanges)
      .changes.pipe(takeUntilDestroyed())
      .subscribe(({ ticket, etag }) => {
        const shown = this.current()?.ticket.updated_at ?? '';
        if (ticket.id === this.id() && ticket.updated_at >= shown) this.current.set({ ticket, etag });
      });
  }

  /** Puts the focus on the title, so that a screen reader says which ticket this is. */
  focus(): void {
    this.heading()?.nativeElement.focus();
  }

  protected change(label: LabelValue): void {
    const ticket = this.ticket();
    if (!ticket) return;
    const change = { field: label.field, from: ticket[label.field], to: label.value } as LabelChange;
    void this.editor.change(ticket, change, this.current()?.etag);
  }

  protected copyLink(): void {
    this.linkCopied.set(this.clipboard.copy(new URL(`/tickets/${this.id()}`, document.baseURI).href));
    setTimeout(() => this.linkCopied.set(false), 2_000);
  }
}
