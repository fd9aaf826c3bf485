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
import { Title } from '@angular/platform-browser';
import { PROPERTY_NAMES, type PropertyName, type PropertyValue } from '@docket/domain';
import { type PageCursors, lastFailure, readCursors, toProblem } from '@docket/web/http';
import { type Ticket, TicketChanges, TicketsApi, type VersionedTicket } from '@docket/web/tickets/data';
import { AgeText, EmptyState, ErrorState, Icon } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { PropertyButton } from '../property-button/property-button';
import { TicketDescription } from '../ticket-description/ticket-description';
import type { PropertyChange } from '../ticket-editor/property-change';
import { TicketEditor } from '../ticket-editor/ticket-editor';

interface LoadedTicket extends VersionedTicket {
  readonly cursors: PageCursors;
}

/** The open ticket: its full text, and fields to change its properties. */
@Component({
  selector: 'docket-ticket-panel',
  imports: [
    AgeText,
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    MatIconButton,
    PropertyButton,
    StaleNotice,
    TicketDescription,
  ],
  templateUrl: './ticket-panel.html',
  styleUrl: './ticket-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPanel {
  /** Angular's clipboard, because the browser's clipboard API does not work over plain HTTP. */
  private readonly clipboard = inject(Clipboard);
  private readonly editor = inject(TicketEditor);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly id = input.required<number>();
  /** The ticket from the list, shown until its latest version has loaded. */
  readonly listed = input<Ticket>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Level of the heading: 1 if the panel covers the list. */
  readonly level = input(2);
  readonly hasPrevious = input(false);
  readonly hasNext = input(false);
  readonly previous = output();
  readonly next = output();
  readonly closed = output();

  protected readonly resource = inject(TicketsApi).ticketResource(this.id);
  protected readonly problem = computed(() => (this.resource.error() ? toProblem(this.resource.error()) : undefined));
  /** The last response for the open ticket. Stays while the ticket loads again, and when that fails. */
  private readonly loaded = linkedSignal<LoadedTicket | undefined, LoadedTicket | undefined>({
    source: () => {
      if (this.resource.status() !== 'resolved' || !this.resource.hasValue()) return undefined;
      const headers = this.resource.headers();
      return { ticket: this.resource.value(), etag: headers?.get('etag') ?? undefined, cursors: readCursors(headers) };
    },
    computation: (loaded, previous) =>
      loaded ?? (previous?.value && previous.value.ticket.id === this.id() ? previous.value : undefined),
  });
  /** The loaded version, or a newer one that a change returned. */
  private readonly latest = linkedSignal<VersionedTicket | undefined>(() => this.loaded());
  protected readonly ticket = computed(() => {
    const ticket = this.latest()?.ticket ?? (this.listed()?.id === this.id() ? this.listed() : undefined);
    return ticket && this.editor.withUnsaved(ticket);
  });
  protected readonly failure = lastFailure(this.problem, this.resource.isLoading);
  /** The pages of the list before and after the ticket, once it has loaded. */
  readonly cursors = computed<PageCursors>(() => this.loaded()?.cursors ?? {});
  protected readonly linkCopied = signal(false);
  /** The status first: it changes most often. */
  protected readonly properties = ['status', ...PROPERTY_NAMES.filter((name) => name !== 'status')] as const;

  constructor() {
    const title = inject(Title);
    effect(() => {
      const ticket = this.ticket();
      if (ticket) title.setTitle(`#${ticket.id} ${ticket.title} · Docket`);
    });
    inject(TicketChanges)
      .changes.pipe(takeUntilDestroyed())
      .subscribe((change) => {
        if (change.kind === 'imported') return;
        const { ticket, etag } = change;
        const latest = this.latest()?.ticket.updated_at ?? '';
        if (ticket.id === this.id() && ticket.updated_at >= latest) this.latest.set({ ticket, etag });
      });
  }

  /** Focuses the heading, so that a screen reader announces the ticket. */
  focus(): void {
    this.heading()?.nativeElement.focus();
  }

  refresh(): void {
    this.resource.reload();
  }

  protected change(property: PropertyName, value: PropertyValue<PropertyName>): void {
    const ticket = this.ticket();
    if (!ticket) return;
    const change = { property, from: ticket[property], to: value } as PropertyChange;
    void this.editor.change(ticket, change, this.latest()?.etag);
  }

  protected copyLink(): void {
    this.linkCopied.set(this.clipboard.copy(new URL(`/tickets/${this.id()}`, document.baseURI).href));
    setTimeout(() => this.linkCopied.set(false), 2_000);
  }
}
