import { Clipboard } from '@angular/cdk/clipboard';
import type { HttpHeaders } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  forwardRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { ConversationApi, type SentMessage, type TimelineEntry } from '@docket/web/conversation/data';
import { type PageCursors, lastFailure, readCursors, reloadAfterChange, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import {
  type ChangesElsewhere,
  RequesterTickets,
  type Ticket,
  TicketChanges,
  TicketsApi,
  type VersionedTicket,
} from '@docket/web/tickets/data';
import { PropertyBadge } from '@docket/web/tickets/ui';
import { AgeText, EmptyState, ErrorState, Icon, shortcutKey } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { Composer } from '../conversation/composer/composer';
import { TicketPeople } from '../conversation/presence/ticket-people';
import { Arrivals } from '../conversation/timeline/arrivals';
import { TimelineList } from '../conversation/timeline/timeline-list';
import { TimelineScroll } from '../conversation/timeline/timeline-scroll';
import { EditRequester } from '../requester/edit-requester';
import { OtherTicketsLink } from '../requester/other-tickets-link';
import { RequesterCard } from '../requester/requester-card';
import { SimilarToTicket } from '../similar/similar-to-ticket';
import { type FieldChange, isSameValue, valueOf } from '../ticket-editor/field-change';
import { TicketEditor } from '../ticket-editor/ticket-editor';
import { TicketFields } from '../ticket-fields/ticket-fields';
import type { Step } from '../tickets-page/neighbours';
import { TicketSummary } from '../writing/ticket-summary';
import { ListWidthHandle } from './list-width-handle';
import { OpenTicket } from './open-ticket';
import { pacedReload } from './paced-reload';
import { readNeighboursAhead } from './read-neighbours-ahead';

interface LoadedTicket extends VersionedTicket {
  readonly cursors: PageCursors;
}

function toLoaded(ticket: Ticket, headers: HttpHeaders | undefined): LoadedTicket {
  return { ticket, etag: headers?.get('etag') ?? undefined, cursors: readCursors(headers) };
}

/** Duration of a message about the list, in ms. */
const NEWS_SHOWN_MS = 4_000;

/** Bidirectional controls that would affect the rest of the window title, which has no isolation (UAX #9). */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** The open ticket: fields for its properties, its timeline, and the composer. */
@Component({
  selector: 'docket-ticket-panel',
  imports: [
    AgeText,
    Composer,
    EditRequester,
    EmptyState,
    ErrorState,
    Icon,
    ListWidthHandle,
    MatButton,
    MatIconButton,
    OtherTicketsLink,
    PropertyBadge,
    RequesterCard,
    SimilarToTicket,
    TicketSummary,
    StaleNotice,
    TicketFields,
    TicketPeople,
    TimelineList,
  ],
  providers: [{ provide: OpenTicket, useExisting: forwardRef(() => TicketPanel) }],
  templateUrl: './ticket-panel.html',
  styleUrl: './ticket-panel.scss',
  host: { '(document:keydown)': 'handleShortcut($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPanel implements OpenTicket {
  /** Angular's clipboard, because the browser's clipboard API requires a secure context. */
  private readonly clipboard = inject(Clipboard);
  private readonly editor = inject(TicketEditor);
  protected readonly session = inject(Session);
  readonly fields = viewChild(TicketFields);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  /** Queried by template variable: a query by class would load the composer with the ticket. */
  readonly composer = viewChild<Composer>('composer');
  private readonly top = viewChild<ElementRef<HTMLElement>>('top');
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  readonly id = input.required<number>();
  /** The ticket from the list, shown until its latest version has loaded. */
  readonly listed = input<Ticket>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** Level of the heading: 1 if the panel covers the list. */
  readonly level = input(2);
  readonly hasPrevious = input(false);
  readonly hasNext = input(false);
  /** Tickets that may be opened next, the likeliest first. */
  readonly neighbourIds = input<readonly number[]>([]);
  readonly previous = output();
  readonly next = output();
  readonly closed = output();

  private readonly opened = inject(TicketsApi).ticketResource(this.id);
  protected readonly resource = this.opened.resource;
  protected readonly problem = computed(() => (this.resource.error() ? toProblem(this.resource.error()) : undefined));
  /** The last response for the open ticket, or the one read ahead. Stays during a reload and after its failure. */
  private readonly loaded = linkedSignal<LoadedTicket | undefined, LoadedTicket | undefined>({
    source: () => {
      if (this.resource.status() !== 'resolved' || !this.resource.hasValue()) return undefined;
      return toLoaded(this.resource.value(), this.resource.headers());
    },
    computation: (loaded, previous) => {
      const last = previous?.value;
      if (loaded || (last && last.ticket.id === this.id())) return loaded ?? last;
      const atHand = this.resource.isLoading() ? this.opened.atHand() : undefined; // the page may read this before the first id is set
      return atHand?.body ? toLoaded(atHand.body, atHand.headers) : undefined;
    },
  });
  /** The loaded version, or a newer one returned by a change. */
  private readonly latest = linkedSignal<VersionedTicket | undefined>(() => this.loaded());
  readonly ticket = computed(() => {
    const ticket = this.latest()?.ticket ?? (this.listed()?.id === this.id() ? this.listed() : undefined);
    return ticket && this.editor.withUnsaved(ticket);
  });
  protected readonly requesterTickets = new RequesterTickets(computed(() => this.latest()?.ticket));
  protected readonly failure = lastFailure(this.problem, this.resource.isLoading);
  /** Whether the ticket was shown, and then deleted. Stays during a reload. */
  protected readonly isDeleted = linkedSignal<{ id: number; status?: number; isLoading: boolean }, boolean>({
    source: () => ({ id: this.id(), status: this.problem()?.status, isLoading: this.resource.isLoading() }),
    computation: ({ id, status, isLoading }, previous) =>
      status === undefined
        ? isLoading && previous?.source.id === id && previous.value
        : status === 404 && untracked(this.ticket) !== undefined,
  });
  /** Cursors of the list before and after the ticket, once it has loaded. */
  readonly cursors = computed<PageCursors>(() => this.loaded()?.cursors ?? {});
  readonly timeline = inject(ConversationApi).timeline(this.id, () => this.composer()?.isWriting() ?? false);
  protected readonly scroll = new TimelineScroll(this.timeline, {
    scroller: this.scroller,
    title: this.heading,
    top: this.top,
    ticketId: this.id,
  });
  private readonly arrivals = new Arrivals(this.timeline, this.id);
  /** Announcement of other people's new messages, for screen readers. */
  protected readonly arrival = this.arrivals.text;
  private readonly reloadTicket = reloadAfterChange(this.resource);
  private readonly reloadPaced = pacedReload(this.id, () => {
    this.reloadTicket();
    this.timeline.reloadAfterChange();
  });
  /** Whether similar tickets were requested. Their code loads with the first click, and takes the focus of its button. */
  protected readonly wantsSimilar = linkedSignal(() => this.id() === untracked(this.followed)?.from);
  /** The ticket whose similar tickets were left by a link, and the ticket of that link. */
  protected readonly followed = signal<{ readonly from: number; readonly to: number } | undefined>(undefined);
  /** Whether a summary was requested. */
  protected readonly wantsSummary = linkedSignal({ source: this.id, computation: () => false });
  protected readonly linkCopied = signal(false);
  /** Temporary message about the list. */
  protected readonly news = linkedSignal({ source: this.id, computation: () => '' });
  private newsTimer?: ReturnType<typeof setTimeout>;
  /** Whether the heading takes the focus once it is rendered. */
  private readonly wantsFocus = signal(false);

  constructor() {
    readNeighboursAhead(
      this.neighbourIds,
      computed(() => this.loaded() !== undefined && this.timeline.entries() !== undefined),
    );
    effect(() => {
      const heading = this.heading();
      if (!heading || !this.wantsFocus()) return;
      this.wantsFocus.set(false);
      if (!document.activeElement?.matches('input, textarea')) heading.nativeElement.focus({ preventScroll: true });
    });
    const title = inject(Title);
    effect(() => {
      const ticket = this.ticket();
      const text = ticket ? ` ${ticket.title.replaceAll(DIRECTION_MARKS, '')}` : '';
      title.setTitle(`#${this.id()}${text} · Docket`);
    });
    inject(TicketChanges)
      .changes.pipe(takeUntilDestroyed())
      .subscribe((change) => {
        if (change.kind === 'imported') return;
        if (change.kind === 'elsewhere') return this.applyElsewhere(change);
        const { ticket, etag } = change;
        const latest = this.latest()?.ticket.updated_at ?? '';
        if (ticket.id !== this.id()) return;
        if (ticket.updated_at >= latest) this.latest.set({ ticket, etag });
        this.timeline.reloadAfterChange();
      });
  }

  /** Reloads the ticket. The displayed version stays until the new one has loaded. */
  private applyElsewhere({ ids }: ChangesElsewhere): void {
    if (ids !== 'all' && !ids.has(this.id())) return;
    this.reloadPaced();
  }

  /** Focuses the heading, once it is rendered, so that a screen reader announces the ticket. */
  focus(): void {
    this.wantsFocus.set(true);
  }

  /** Reports that there is no ticket after or before this one. Does nothing until the ticket has loaded. */
  tellEnd(by: Step): void {
    if (!this.loaded()) return; // its position in the list is still unknown
    this.tell(`This is the ${by === 1 ? 'last' : 'first'} ticket of the list`);
  }

  /** Shows a message about the list for a short time. */
  tell(news: string): void {
    this.news.set(news);
    clearTimeout(this.newsTimer);
    this.newsTimer = setTimeout(() => this.news.set(''), NEWS_SHOWN_MS);
  }

  showMessage(messageId: number | null): Promise<void> {
    return this.scroll.toMessage(messageId);
  }

  refresh(): void {
    this.resource.reload();
    this.timeline.reload();
  }

  protected handleShortcut(event: KeyboardEvent): void {
    const key = shortcutKey(event);
    const composer = this.composer();
    if (!composer?.hasInputs() || (key !== 'r' && key !== 'n')) return;
    composer.focus(key === 'r' ? 'public' : 'internal');
    event.preventDefault(); // the field must not receive the letter
  }

  /** Moves the focus out of the composer, so that the shortcuts for tickets work again. */
  protected focusTimeline(): void {
    this.scroller()?.nativeElement.focus({ preventScroll: true });
  }

  protected showSent({ entry, ticket }: SentMessage): void {
    const from = this.ticket()?.status;
    const hasChanged = ticket.id === this.id() && from !== undefined && from !== ticket.status;
    this.editor.noteSent(ticket, hasChanged ? { field: 'status', from, to: ticket.status } : undefined);
    this.arrivals.ignore(entry.id);
    const isReply = entry.message?.visibility === 'public';
    this.timeline.add(ticket.id, [entry], isReply ? entry.id : undefined); // the server checks replies only
    if (ticket.id === this.id()) this.scroll.toEndAfterRender();
  }

  protected showNewer(entries: readonly TimelineEntry[]): void {
    const readable = entries.filter(({ message }) => message === undefined || message.body !== undefined);
    this.timeline.add(this.id(), readable, Math.max(0, ...entries.map(({ id }) => id)));
    this.scroll.toEntryAfterRender(Math.min(...entries.map(({ id }) => id)));
    this.timeline.reloadAfterChange();
  }

  protected change(change: FieldChange): void {
    const ticket = this.ticket();
    if (!ticket) return;
    // Another person may have changed the field while its dialog was open. The editor then compares the values.
    const isCurrent = isSameValue(change.from, valueOf(ticket, change.field));
    void this.editor.change(ticket, change, isCurrent ? this.latest()?.etag : undefined);
  }

  protected copyLink(): void {
    this.linkCopied.set(this.clipboard.copy(new URL(`/tickets/${this.id()}`, document.baseURI).href));
    setTimeout(() => this.linkCopied.set(false), 2_000);
  }
}
