import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import type { NewerActivityProblem } from '@docket/contract';
import { type TicketStatus, wordDistance } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';
import type { ConversationApi } from './conversation-api';
import type { DraftedReplies } from './drafted-replies';
import type { MessageDraft } from './message-draft';
import type { SentMessage, TimelineEntry } from './timeline-entry';

/** The state of an attempt to send a message. */
export type SendingState =
  | { readonly kind: 'idle' | 'sending' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Replies exist that the author has not seen. */
  | { readonly kind: 'newer'; readonly entries: readonly TimelineEntry[] }
  /** An earlier attempt succeeded, with a text that the author has changed since. */
  | { readonly kind: 'changed' };

/** Options for sending a message. */
export interface SendOptions {
  /** New status of the ticket. */
  readonly status?: TicketStatus;
  /** The newest entry that the author has seen. */
  readonly seenId?: number;
}

/** Sends a draft exactly once. */
export class MessageSending {
  private readonly current = signal<SendingState>({ kind: 'idle' });
  readonly state = this.current.asReadonly();

  constructor(
    private readonly api: ConversationApi,
    private readonly draft: MessageDraft,
    private readonly drafted: DraftedReplies,
  ) {}

  /** Sends the draft. Undefined if nothing was sent: the state has the reason, and the draft keeps the text. Never rejects. */
  async send({ status, seenId }: SendOptions): Promise<SentMessage | undefined> {
    const body = this.draft.text();
    if (this.current().kind === 'sending' || body.trim() === '') return undefined;
    this.current.set({ kind: 'sending' });
    await this.draft.pause();
    if (this.draft.text() !== body) {
      this.current.set({ kind: 'idle' }); // an earlier draft was merged into the text, which the author has not seen yet
      this.draft.resume();
      return undefined;
    }
    const message = {
      visibility: this.draft.visibility,
      body,
      client_key: this.draft.claimKey(),
      ...(status && { status }),
      ...(seenId !== undefined && { seen_event_id: seenId }),
      ...this.origin(body),
    };
    try {
      const sent = await firstValueFrom(this.api.sendMessage(this.draft.ticketId, message));
      this.finish(sent, body);
      return sent;
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** Resets the state, after the author has seen newer replies or continues after a failure. */
  reset(): void {
    if (this.current().kind !== 'sending') this.current.set({ kind: 'idle' });
  }

  /** Id of the model's draft on which a reply is based, and the number of changed words. */
  private origin(body: string): { draft_id?: string; draft_edit_distance?: number } {
    const drafted = this.draft.visibility === 'public' ? this.drafted.of(this.draft.ticketId) : undefined;
    return drafted ? { draft_id: drafted.id, draft_edit_distance: wordDistance(drafted.text, body) } : {};
  }

  private finish(sent: SentMessage, body: string): void {
    const isSame = sent.entry.message?.body === body;
    if (this.draft.visibility === 'public') this.drafted.forget(this.draft.ticketId);
    if (isSame) this.draft.clear();
    else this.draft.dropKey();
    this.current.set({ kind: isSame ? 'idle' : 'changed' });
    this.draft.resume();
  }

  private fail(error: unknown): void {
    const problem = toProblem(error);
    if (problem.type === '/problems/newer-activity') {
      this.current.set({ kind: 'newer', entries: newerEntries(error) });
    } else {
      if (problem.type === '/problems/client-key-used') this.draft.dropKey();
      this.current.set({ kind: 'failed', problem });
    }
    this.draft.resume();
  }
}

function newerEntries(error: unknown): readonly TimelineEntry[] {
  return error instanceof HttpErrorResponse ? ((error.error as NewerActivityProblem).entries ?? []) : [];
}
