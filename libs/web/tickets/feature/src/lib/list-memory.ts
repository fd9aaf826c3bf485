import { Injectable, inject } from '@angular/core';
import { Session } from '@docket/web/people/data';

const KEY = 'docket.list';

/** The user's position in a list. */
interface ListPosition {
  /** Path and query of the list. */
  readonly url: string;
  /** Scroll position in px. */
  readonly top: number;
  /** The active row's ticket. */
  readonly id?: number;
}

/** Remembers the position in the list while other pages are open, and during a reload of the tab. */
@Injectable({ providedIn: 'root' })
export class ListMemory {
  private readonly session = inject(Session);
  private position = read();

  remember(position: ListPosition): void {
    this.position = position;
  }

  /** Call before the list opens with a new ticket, which is then active. */
  rememberFiled(id: number): void {
    if (this.position) this.position = { ...this.position, top: 0, id };
  }

  /** The position in this list; undefined if the last position is in another list. */
  recall(url: string): ListPosition | undefined {
    return this.position?.url === url ? this.position : undefined;
  }

  /** URL of the last open list. */
  lastUrl(): string | undefined {
    return this.position?.url;
  }

  /** Call before the browser unloads the page. After a sign-out, the person's data may not stay in the browser. */
  store(): void {
    if (this.session.keepsNothing()) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.position));
    } catch {
      // Without storage, a reload starts at the top.
    }
  }
}

function read(): ListPosition | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '') as ListPosition;
  } catch {
    return undefined;
  }
}
