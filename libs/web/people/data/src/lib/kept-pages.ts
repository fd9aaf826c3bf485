import { Injectable, inject } from '@angular/core';
import { Session } from './session';

interface Kept {
  readonly personId: number | undefined;
  readonly content: unknown;
}

/** The last content of pages, for the way back to them while the API does not respond. In memory, and for the same person only. */
@Injectable({ providedIn: 'root' })
export class KeptPages {
  private readonly session = inject(Session);
  private readonly kept = new Map<string, Kept>();

  /** @param page a constant, so that the number of kept contents is bounded */
  keep(page: 'list' | 'dashboard', content: unknown): void {
    this.kept.set(page, { personId: this.session.user()?.id, content });
  }

  /** The content that the person of this tab has seen last; undefined if there is none. */
  recall<T>(page: 'list' | 'dashboard'): T | undefined {
    const kept = this.kept.get(page);
    const isOwn = kept?.personId === this.session.user()?.id && !this.session.keepsNothing();
    return isOwn ? (kept?.content as T | undefined) : undefined;
  }
}
