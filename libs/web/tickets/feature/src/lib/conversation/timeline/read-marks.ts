import { Injectable, inject } from '@angular/core';
import { Session } from '@docket/web/people/data';

const KEY = 'docket.read.';
/** Maximum number of tickets remembered on a device, those read last. About 6 kB. */
const KEPT = 500;

type Mark = readonly [ticketId: number, entryId: number];

/** Remembers, for each person on this device, the last entry that they have read of each ticket. */
@Injectable({ providedIn: 'root' })
export class ReadMarks {
  private readonly session = inject(Session);

  /** The last entry read; undefined if the ticket was never read to its end here. */
  of(ticketId: number): number | undefined {
    return this.read().find(([id]) => id === ticketId)?.[1];
  }

  /** Marks a ticket as read up to an entry. Earlier entries are ignored. */
  set(ticketId: number, entryId: number): void {
    const marks = this.read();
    const before = marks.find(([id]) => id === ticketId)?.[1] ?? 0;
    if (entryId <= before) return;
    const others = marks.filter(([id]) => id !== ticketId);
    try {
      localStorage.setItem(this.key(), JSON.stringify([[ticketId, entryId], ...others].slice(0, KEPT)));
    } catch {
      // Without storage, each ticket opens at its end.
    }
  }

  private read(): readonly Mark[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.key()) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isMark) : [];
    } catch {
      return [];
    }
  }

  private key(): string {
    return `${KEY}${this.session.user()?.id ?? 'open'}`;
  }
}

function isMark(value: unknown): value is Mark {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isSafeInteger(part));
}
