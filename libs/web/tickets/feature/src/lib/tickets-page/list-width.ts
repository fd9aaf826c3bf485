import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Session } from '@docket/web/people/data';

const KEY = 'docket.list-width.';

/** Limits and initial value of the list's width next to an open ticket, in rem, so that it follows the text size. */
export const LIST_WIDTH = { min: 25, initial: 31, max: 40 } as const;

/** Remembers, for each person on this device, the width of the list next to an open ticket. */
@Injectable({ providedIn: 'root' })
export class ListWidth {
  private readonly session = inject(Session);
  private readonly key = computed(() => `${KEY}${this.session.user()?.id ?? 'open'}`);
  /** Reset for another person, because the page stays loaded after a sign-out. */
  private readonly chosen = linkedSignal<string, number | undefined>({
    source: this.key,
    computation: () => undefined,
  });
  /** In rem. */
  readonly value = computed(() => this.chosen() ?? recall(this.key()));

  /** Sets the width, within the limits, without storing it. */
  set(width: number): void {
    this.chosen.set(limit(width));
  }

  keep(): void {
    try {
      localStorage.setItem(this.key(), String(this.value()));
    } catch {
      // Without storage, the width lasts until the page is closed.
    }
  }
}

function recall(key: string): number {
  try {
    return limit(Number(localStorage.getItem(key)) || LIST_WIDTH.initial);
  } catch {
    return LIST_WIDTH.initial;
  }
}

function limit(width: number): number {
  return Math.min(Math.max(width, LIST_WIDTH.min), LIST_WIDTH.max);
}
