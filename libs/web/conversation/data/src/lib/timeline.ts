import type { HttpResourceRef, HttpResponse } from '@angular/common/http';
import { type Signal, computed, linkedSignal, signal, untracked } from '@angular/core';
import { type Problem, lastFailure, reloadAfterChange, toProblem } from '@docket/web/http';
import { type Observable, firstValueFrom } from 'rxjs';
import { type TimelineEntry, isMessage } from './timeline-entry';
import { type TimelinePage, mergeEntries, toTimelinePage, withNewest } from './timeline-page';

/** Known part of a ticket's timeline. */
interface KnownTimeline extends TimelinePage {
  readonly ticketId: number;
  /** Id of the last entry that the user has seen, like all entries before it. */
  readonly seenId: number;
}

interface OpenTimeline {
  /** The newest entries, which load when the id changes. */
  readonly newest: HttpResourceRef<TimelineEntry[] | undefined>;
  /** A response read ahead, to show until the entries have loaded. */
  readonly atHand: Signal<HttpResponse<TimelineEntry[]> | undefined>;
  readonly ticketId: Signal<number>;
  /** Whether the user has begun a message. New entries then count as unseen. */
  readonly isWriting: () => boolean;
}

/** Timeline of a ticket, from its newest pages. Keeps the loaded entries when a reload fails. */
export class Timeline {
  private readonly known;
  private readonly earlier = signal<'idle' | 'loading' | 'failed'>('idle');
  /** Oldest first. Undefined until the first page has loaded. */
  readonly entries: Signal<readonly TimelineEntry[] | undefined>;
  readonly hasEarlier: Signal<boolean>;
  /** Whether earlier entries are loading, or failed to load. */
  readonly earlierState = this.earlier.asReadonly();
  /** Id of the newest entry that the user has seen, like all entries before it. Undefined until the first page has loaded. */
  readonly seenId: Signal<number | undefined>;
  /** Replies that arrived while the user was writing, and may be unnoticed. */
  readonly unseenReplies: Signal<readonly TimelineEntry[]>;
  /** Failure of the last request for the newest entries, until one succeeds. */
  readonly failure: Signal<Problem | undefined>;
  /** Call after a change of the ticket: reloads the newest entries, after a pending request. */
  readonly reloadAfterChange: () => void;

  private readonly newest: OpenTimeline['newest'];

  /** Create in an injection context. */
  constructor(
    { newest, atHand, ticketId, isWriting }: OpenTimeline,
    private readonly fetchEarlier: (before: number) => Observable<TimelinePage>,
  ) {
    this.newest = newest;
    const loaded = computed(() =>
      newest.status() === 'resolved' && newest.hasValue() // while it reloads, it has a value without headers
        ? toTimelinePage(newest.value(), newest.headers())
        : undefined,
    );
    const pageAtHand = () => {
      const response = atHand();
      return response && toTimelinePage(response.body ?? [], response.headers);
    };
    this.known = linkedSignal<{ id: number; page?: TimelinePage }, KnownTimeline | undefined>({
      source: () => ({ id: ticketId(), page: loaded() }),
      computation: ({ id, page: latest }, previous) => {
        const known = previous?.value?.ticketId === id ? previous.value : undefined;
        const page = latest ?? (known ? undefined : pageAtHand());
        if (!page) return known;
        // A writing user looks at the text and may not notice new entries.
        const isUnseen = known !== undefined && untracked(isWriting);
        const seenId = isUnseen ? known.seenId : Math.max(known?.seenId ?? 0, page.entries.at(-1)?.id ?? 0);
        return { ...(known ? withNewest(known, page) : page), ticketId: id, seenId };
      },
    });
    this.entries = computed(() => this.known()?.entries);
    this.hasEarlier = computed(() => this.known()?.before !== undefined);
    this.seenId = computed(() => this.known()?.seenId);
    this.unseenReplies = computed(() => {
      const { entries = [], seenId = 0 } = this.known() ?? {};
      return entries.filter((entry) => isMessage(entry) && entry.message.visibility === 'public' && entry.id > seenId);
    });
    const problem = computed(() => (newest.error() ? toProblem(newest.error()) : undefined));
    this.failure = lastFailure(problem, newest.isLoading);
    this.reloadAfterChange = reloadAfterChange(newest);
  }

  /** Does nothing while a request is pending. */
  reload(): void {
    this.newest.reload();
  }

  /** Loads the page before the first entry. Never rejects. */
  async loadEarlier(): Promise<void> {
    const { ticketId, before } = untracked(this.known) ?? {};
    if (before === undefined || untracked(this.earlier) === 'loading') return;
    this.earlier.set('loading');
    try {
      const page = await firstValueFrom(this.fetchEarlier(before));
      this.known.update((known) => {
        if (known?.ticketId !== ticketId || known?.before !== before) return known; // another ticket, or reloaded
        return known && { ...known, entries: mergeEntries(page.entries, known.entries), before: page.before };
      });
      this.earlier.set('idle');
    } catch {
      this.earlier.set('failed');
    }
  }

  /**
   * Shows entries of a ticket before the timeline has reloaded.
   * @param seenId id of the newest one, if the user has seen all entries before it, too
   */
  add(ticketId: number, entries: readonly TimelineEntry[], seenId = 0): void {
    this.known.update((known) => {
      if (known?.ticketId !== ticketId) return known;
      return { ...known, entries: mergeEntries(known.entries, entries), seenId: Math.max(known.seenId, seenId) };
    });
  }
}
