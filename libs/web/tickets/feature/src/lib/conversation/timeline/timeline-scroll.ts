import {
  DOCUMENT,
  DestroyRef,
  type ElementRef,
  Injector,
  type Signal,
  afterNextRender,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { type Timeline, type TimelineEntry, isMessage } from '@docket/web/conversation/data';
import { ReadMarks } from './read-marks';

/** Maximum distance that counts as the end, in px. */
const NEAR_END = 32;

interface Parts {
  readonly scroller: Signal<ElementRef<HTMLElement> | undefined>;
  /** The title, which folds to one line when scrolled out of view. */
  readonly title: Signal<ElementRef<HTMLElement> | undefined>;
  /** The title and what is below it, up to the properties. */
  readonly top: Signal<ElementRef<HTMLElement> | undefined>;
  readonly ticketId: Signal<number>;
}

/**
 * Scroll position of a ticket. It starts at the first message that the person has not read on this device, or at the end of the timeline.
 * New entries move it only if it is at the end.
 */
export class TimelineScroll {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly readMarks = inject(ReadMarks);
  private readonly folded = signal(false);
  private readonly newBelow = signal(false);
  private isAtEnd = false;
  private openedId?: number;
  private newestId = 0;
  /** Scroll request for after the next render. Only the last request counts, so that the browser computes one layout. */
  private target?: () => void;
  /** Whether most of the title is scrolled away. */
  readonly isFolded = this.folded.asReadonly();
  /** Whether messages have arrived below what is visible. */
  readonly hasNewBelow = this.newBelow.asReadonly();

  /** Create in an injection context. */
  constructor(
    private readonly timeline: Timeline,
    private readonly parts: Parts,
  ) {
    effect(() => {
      parts.ticketId();
      untracked(() => this.restart());
    });
    effect(() => {
      const entries = timeline.entries();
      const id = parts.ticketId();
      if (entries && parts.scroller()) untracked(() => this.onEntries(id, entries));
    });
    this.stayAtEndOnResize();
  }

  /** Call on each scroll event. */
  follow(): void {
    const scroller = this.parts.scroller()?.nativeElement;
    const title = this.parts.title()?.nativeElement;
    if (!scroller || !title) return;
    this.isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
    this.folded.set(scroller.scrollTop > title.offsetTop + title.offsetHeight / 2); // the folded title covers the rest
    if (!this.isAtEnd) return;
    this.newBelow.set(false);
    if (this.openedId !== undefined && !this.document.hidden) this.readMarks.set(this.openedId, this.newestId);
  }

  toStart(): void {
    this.parts.scroller()?.nativeElement.scrollTo({ top: 0 });
  }

  toEnd(): void {
    const scroller = this.parts.scroller()?.nativeElement;
    if (!scroller) return;
    const last = scroller.querySelector('[data-entry]:last-child');
    if (last && last.clientHeight > scroller.clientHeight) last.scrollIntoView({ block: 'start' });
    else scroller.scrollTop = scroller.scrollHeight;
    this.follow();
  }

  toEndAfterRender(): void {
    this.afterRender(() => this.toEnd());
  }

  toEntryAfterRender(entryId: number): void {
    this.afterRender(() => {
      const scroller = this.parts.scroller()?.nativeElement;
      scroller?.querySelector(`[data-entry='${entryId}']`)?.scrollIntoView({ block: 'start' });
      this.follow();
    });
  }

  /**
   * Scrolls to a message and focuses it. Loads earlier entries until the message is found.
   * @param messageId null for the description
   */
  async toMessage(messageId: number | null): Promise<void> {
    const id = untracked(this.parts.ticketId);
    const find = () => this.timeline.entries()?.find(({ message }) => message?.id === messageId);
    const canLoad = () => this.timeline.hasEarlier() && this.timeline.earlierState() === 'idle';
    const isOpen = () => id === untracked(this.parts.ticketId);
    while (messageId !== null && isOpen() && !find() && canLoad()) await this.timeline.loadEarlier();
    const entry = find();
    if (!isOpen() || (messageId !== null && !entry)) return;
    const selector = messageId === null ? 'docket-timeline-list > ol > li' : `[data-entry='${entry?.id}']`;
    this.afterRender(() => {
      const item = this.parts.scroller()?.nativeElement.querySelector<HTMLElement>(selector);
      if (!item) return;
      item.scrollIntoView({ block: 'start' });
      this.follow();
      item.tabIndex = -1; // set late: otherwise, a click on a message would focus it, too
      item.addEventListener('blur', () => item.removeAttribute('tabindex'), { once: true });
      item.focus({ preventScroll: true });
    });
  }

  /** Loads earlier entries above the visible ones and keeps those in place. */
  async showEarlier(): Promise<void> {
    await this.timeline.loadEarlier();
    const scroller = this.parts.scroller()?.nativeElement;
    if (!scroller) return;
    const below = scroller.scrollHeight - scroller.scrollTop; // measured before the entries render
    this.afterRender(() => (scroller.scrollTop = scroller.scrollHeight - below));
  }

  private restart(): void {
    this.openedId = undefined;
    this.isAtEnd = false;
    this.newBelow.set(false);
    this.afterRender(() => {
      const scroller = this.parts.scroller()?.nativeElement;
      if (scroller) scroller.scrollTop = 0;
      this.follow();
    });
  }

  /** Runs before the entries are rendered. */
  private onEntries(ticketId: number, entries: readonly TimelineEntry[]): void {
    const isFirst = this.openedId !== ticketId;
    const since = isFirst ? 0 : this.newestId;
    const hasNewMessage = entries.some((entry) => isMessage(entry) && entry.id > since);
    this.openedId = ticketId;
    this.newestId = entries.at(-1)?.id ?? 0;
    if (this.newestId <= since) return;
    const unread = isFirst ? this.firstUnread(ticketId, entries) : undefined;
    if (unread !== undefined) this.toEntryAfterRender(unread);
    else if (isFirst ? hasNewMessage : this.isAtEnd) this.toEndAfterRender();
    else if (isFirst && !this.target)
      this.afterRender(() => this.follow()); // the description is visible
    else if (hasNewMessage) this.newBelow.set(true);
  }

  /** The first message after the ones read on this device; undefined if there is none, or if nothing was read yet. */
  private firstUnread(ticketId: number, entries: readonly TimelineEntry[]): number | undefined {
    const read = this.readMarks.of(ticketId);
    return read === undefined ? undefined : entries.find((entry) => isMessage(entry) && entry.id > read)?.id;
  }

  /** Keeps the end in view when the composer grows, or when the number of other tickets loads below the title. */
  private stayAtEndOnResize(): void {
    if (!('ResizeObserver' in globalThis)) return;
    const observer = new ResizeObserver(() => {
      const scroller = this.parts.scroller()?.nativeElement;
      if (scroller && this.isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    });
    effect((onCleanup) => {
      const parts = [this.parts.scroller(), this.parts.top()].flatMap((part) => part?.nativeElement ?? []);
      for (const part of parts) observer.observe(part);
      onCleanup(() => parts.forEach((part) => observer.unobserve(part)));
    });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  private afterRender(target: () => void): void {
    const isScheduled = this.target !== undefined;
    this.target = target;
    if (isScheduled) return;
    const scroll = () => {
      this.target?.();
      this.target = undefined;
    };
    afterNextRender({ write: scroll }, { injector: this.injector });
  }
}
