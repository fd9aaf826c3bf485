import { DestroyRef, Injectable, effect, inject, untracked } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { Session } from '@docket/web/people/data';
import { ConversationApi } from './conversation-api';
import { DeviceTexts } from './device-texts';
import { DraftedReplies } from './drafted-replies';
import { MessageDraft } from './message-draft';
import { MessageSending } from './message-sending';

/** A message being written. */
export interface Composition {
  readonly draft: MessageDraft;
  readonly sending: MessageSending;
}

/** The person's unsent messages: a reply and a note for each ticket. They are kept while other pages are open. */
@Injectable({ providedIn: 'root' })
export class Compositions {
  private readonly api = inject(ConversationApi);
  private readonly device = inject(DeviceTexts);
  private readonly drafted = inject(DraftedReplies);
  private readonly session = inject(Session);
  private readonly all = new Map<string, Composition>();

  constructor() {
    effect(() => {
      if (!this.session.isKnown() || this.session.mustSignIn()) return;
      untracked(() => this.device.forgetOthers());
    });
    // Another tab removes its text from the device once the server has it.
    const refresh = ({ key, newValue }: StorageEvent) => {
      if (newValue !== null) return;
      for (const { draft } of this.all.values())
        if (this.device.key(draft.ticketId, draft.visibility) === key) draft.noteSavedElsewhere();
    };
    addEventListener('storage', refresh);
    inject(DestroyRef).onDestroy(() => removeEventListener('storage', refresh));
  }

  of(ticketId: number, visibility: MessageVisibility): Composition {
    const key = `${ticketId}.${visibility}`;
    const known = this.all.get(key);
    if (known) return known;
    const draft = new MessageDraft(this.api, this.device, ticketId, visibility);
    const composition = { draft, sending: new MessageSending(this.api, draft, this.drafted) };
    this.all.set(key, composition);
    return composition;
  }

  /** Ids of the tickets with a message that could not be sent. */
  unsentIds(): readonly number[] {
    const failed = [...this.all.values()].filter(({ sending }) => sending.state().kind === 'failed');
    return [...new Set(failed.map(({ draft }) => draft.ticketId))];
  }

  /** Call when a ticket is closed: saves the drafts, and drops empty ones, so that they load again. */
  leave(ticketId: number): void {
    for (const [key, { draft, sending }] of this.all) {
      if (draft.ticketId !== ticketId) continue;
      draft.flush();
      const isNeeded = draft.text() !== '' || draft.place() === 'saving' || sending.state().kind === 'sending';
      if (!isNeeded) this.all.delete(key);
    }
  }
}
