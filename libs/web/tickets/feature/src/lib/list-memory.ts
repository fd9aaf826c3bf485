import { Injectable, inject } from '@angular/core';
import { Session } from '@docket/web/people/data';

const KEY = 'docket.list';

/** Where the user was in a list. */
interface ListPosition {
  /** Path and query of the list. */
  readonly url: string;
  /** Scroll position in px. */
  readonly top: number;
  /** The active row's ticket. */
  readonly id?: number;
}

/** Remembers where the user was in the list, while other pages are open and over a reload of the tab. */
@Injectable({ providedIn: 'root' })
export class ListMemory {
  private readonly session = inject(Session);
  private position = read();

  remember(position: ListPosition): void {
    this.position = position;
  }

  /** The position in this list; undefined if the user was in another one. */
  recall(url: string): ListPosition | undefined {
    return this.position?.url === url ? this.position : undefined;
  }

  /** The list that was open last. */
  lastUrl(): string | undefined {
    return this.position?.url;
  }

  /** Call before the browser unloads the page. After a sign-out, nothing of the person stays in the browser. */
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
