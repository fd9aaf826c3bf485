import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { Session } from '@docket/web/people/data';

const KEY = 'docket.list-width.';

/** How wide the list is next to an open ticket: limits, and the width at first. In rem, so that it follows the size of the text. */
export const LIST_WIDTH = { min: 25, initial: 31, max: 40 } as const;

/** Remembers, for each person on this device, how wide the list is next to an open ticket. */
@Injectable({ providedIn: 'root' })
export class ListWidth {
  private readonly session = inject(Session);
  private readonly key = computed(() => `${KEY}${this.session.user()?.id ?? 'open'}`);
  /** That of another person is not theirs: the page stays loaded when somebody signs out. */
  private readonly chosen = linkedSignal<string, number | undefined>({
    source: this.key,
    computation: () => undefined,
  });
  /** In rem. */
  readonly value = computed(() => this.chosen() ?? recall(this.key()));

  /** Shows a width, within the limits. */
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
