import { DestroyRef, Injectable, type Signal, computed, inject, linkedSignal } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { MESSAGE_TEXTS_KEY, Session } from '@docket/web/people/data';

/** Maximum number of marked drafts. */
const MARKS_MAX = 200;

/**
 * Tickets with an unsent reply or note of the person, as far as this browser knows: drafts written in it, and drafts of opened tickets. A
 * sign-out deletes the marks.
 */
@Injectable({ providedIn: 'root' })
export class DraftMarks {
  private readonly session = inject(Session);
  private readonly key = computed(() => `${MESSAGE_TEXTS_KEY}${this.session.user()?.id ?? 'open'}.marks`);
  /** Ids of drafts, made of the ticket and the visibility. */
  private readonly drafts = linkedSignal<string, readonly string[]>({
    source: this.key,
    computation: (key) => stored(key),
  });
  readonly ticketIds: Signal<ReadonlySet<number>> = computed(
    () => new Set(this.drafts().map((id) => parseInt(id, 10))),
  );

  constructor() {
    const reload = ({ key }: StorageEvent) => {
      if (key === null || key === this.key()) this.drafts.set(stored(this.key())); // changed by another tab
    };
    addEventListener('storage', reload);
    inject(DestroyRef).onDestroy(() => removeEventListener('storage', reload));
  }

  set(ticketId: number, visibility: MessageVisibility, hasText: boolean): void {
    const id = `${ticketId}.${visibility}`;
    if (this.drafts().includes(id) === hasText) return;
    this.drafts.update((ids) => [...ids.filter((other) => other !== id), ...(hasText ? [id] : [])].slice(-MARKS_MAX));
    if (!this.session.isKnown() || this.session.keepsNothing()) return;
    try {
      if (this.drafts().length) localStorage.setItem(this.key(), JSON.stringify(this.drafts()));
      else localStorage.removeItem(this.key());
    } catch {
      // Without storage, the marks last until the page is closed.
    }
  }
}

function stored(key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}
