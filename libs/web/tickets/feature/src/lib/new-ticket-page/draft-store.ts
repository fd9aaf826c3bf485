import { Injectable } from '@angular/core';
import type { TicketCategory, TicketPriority } from '@docket/domain';
import type { Assignment } from './draft-assignment';

const KEY = 'docket.draft';

/** Text and choices of an unfiled ticket. */
export interface SavedDraft {
  readonly title: string;
  readonly description: string;
  readonly category: TicketCategory | null;
  readonly priority: TicketPriority | null;
  /** Absent, like the assignment, from drafts of earlier versions of the client. */
  readonly requester?: { readonly email: string; readonly name: string };
  readonly assignment?: Assignment;
}

/** Keeps an unfiled ticket in this tab while other pages are open, and during a reload. */
@Injectable({ providedIn: 'root' })
export class DraftStore {
  private draft = read();

  recall(): SavedDraft | undefined {
    return this.draft;
  }

  /** @param draft undefined to delete it */
  store(draft: SavedDraft | undefined): void {
    this.draft = draft;
    try {
      if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Without storage, or if the text does not fit, the draft lasts until a reload.
    }
  }
}

function read(): SavedDraft | undefined {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '');
    const isDraft = typeof draft === 'object' && draft !== null && 'title' in draft && 'description' in draft;
    return isDraft ? (draft as SavedDraft) : undefined;
  } catch {
    return undefined;
  }
}
