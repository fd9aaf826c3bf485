import { type Signal, effect, inject, signal, untracked } from '@angular/core';
import { type Timeline, type TimelineEntry, isMessage } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { actorName } from './actor-name';

/** Tells screen readers of messages that arrive while the ticket is open. */
export class Arrivals {
  private readonly session = inject(Session);
  private readonly ignored = new Set<number>();
  private readonly current = signal('');
  /** The last news. */
  readonly text = this.current.asReadonly();

  /** Create in an injection context. */
  constructor(timeline: Timeline, ticketId: Signal<number>) {
    let last: { readonly ticketId: number; readonly entryId: number } | undefined;
    effect(() => {
      const entries = timeline.entries();
      const id = ticketId();
      if (!entries) return;
      const since = last;
      last = { ticketId: id, entryId: entries.at(-1)?.id ?? 0 };
      if (since?.ticketId === id) untracked(() => this.tell(entries.filter((entry) => entry.id > since.entryId)));
      else this.current.set('');
    });
  }

  /** The person's own message is not news. */
  ignore(entryId: number): void {
    this.ignored.add(entryId);
  }

  private tell(entries: readonly TimelineEntry[]): void {
    const message = entries.filter(isMessage).findLast(({ id }) => !this.ignored.has(id));
    if (!message) return;
    const kind = message.message.visibility === 'public' ? 'reply' : 'note';
    this.current.set(`New ${kind}: ${actorName(message.actor, this.session.isOpen())}`);
  }
}
