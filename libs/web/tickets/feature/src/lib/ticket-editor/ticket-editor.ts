import { Injectable, Injector, inject, signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type Ticket, TicketChanges, TicketsApi, type VersionedTicket } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import type { ChangeNoticeData } from './change-notice';
import { ConflictQuestion } from './conflict-question';
import { type LabelChange, undoing } from './label-change';

/** How often a change is tried again when the ticket moves on between reading and writing it. */
const ATTEMPTS = 3;

/** Changes one label of a ticket at once, with undo, and never over what someone else has meanwhile set it to. */
@Injectable({ providedIn: 'root' })
export class TicketEditor {
  private readonly api = inject(TicketsApi);
  private readonly changes = inject(TicketChanges);
  private readonly conflict = inject(ConflictQuestion);
  private readonly injector = inject(Injector);
  /** What is being saved, by ticket: the next change of the same ticket waits, or it would find its own predecessor in its way. */
  private readonly turns = new Map<number, Promise<void>>();
  private readonly unsaved = signal<readonly (LabelChange & { readonly id: number })[]>([]);

  /** The ticket as it will be once what is being saved is saved. */
  withUnsaved(ticket: Ticket): Ticket {
    const mine = this.unsaved().filter(({ id }) => id === ticket.id);
    return mine.length === 0 ? ticket : Object.assign({}, ticket, ...mine.map(({ field, to }) => ({ [field]: to })));
  }

  /**
   * Shows the change at once, and saves it after those before it. Never rejects: says what happened in a message.
   *
   * @param change from the value that the user saw, which may itself still be on its way
   * @param etag of the version that the user saw, where it is known
   */
  async change(ticket: Ticket, change: LabelChange, etag?: string): Promise<void> {
    const saving = { ...change, id: ticket.id };
    this.unsaved.update((all) => [...all, saving]);
    const turn = this.inTurn(ticket, change, etag);
    this.turns.set(ticket.id, turn);
    await turn;
    this.unsaved.update((all) => all.filter((one) => one !== saving));
    if (this.turns.get(ticket.id) === turn) this.turns.delete(ticket.id);
  }

  private async inTurn(ticket: Ticket, change: LabelChange, etag?: string): Promise<void> {
    await this.turns.get(ticket.id);
    try {
      const saved = await this.store(ticket.id, change, etag);
      this.changes.announce({ kind: 'changed', ...saved });
      if (saved.ticket[change.field] === change.to) this.offerUndo(saved, change);
    } catch (error) {
      this.tellFailure(ticket, change, toProblem(error), etag);
    }
  }

  /**
   * The ticket after the change, or as someone else left it when the user prefers that. Another version alone is no
   * conflict: only another value of the same label is, and then the user picks.
   */
  private async store(id: number, change: LabelChange, etag?: string): Promise<VersionedTicket> {
    let seen: string = change.from;
    let tag = etag;
    for (let attempt = 1; ; attempt++) {
      if (tag === undefined) {
        const current = await firstValueFrom(this.api.read(id));
        const theirs = current.ticket[change.field];
        if (theirs === change.to) return current;
        if (theirs !== seen && (await this.conflict.ask(current.ticket, change)) === 'theirs') return current;
        seen = theirs;
        tag = current.etag ?? '*';
      }
      try {
        return await firstValueFrom(this.api.update(id, { [change.field]: change.to }, tag));
      } catch (error) {
        if (toProblem(error).status !== 412 || attempt === ATTEMPTS) throw error;
        tag = undefined; // look at what it has become, and decide again
      }
    }
  }

  private offerUndo({ ticket, etag }: VersionedTicket, change: LabelChange): void {
    void this.notify({ ticket, change }, () => void this.change(ticket, undoing(change), etag));
  }

  private tellFailure(ticket: Ticket, change: LabelChange, problem: Problem, etag?: string): void {
    void this.notify({ ticket, change, problem }, () => void this.change(ticket, change, etag));
  }

  private async notify(data: ChangeNoticeData, act: () => void): Promise<void> {
    const { showNotice } = await import('./show-notice');
    showNotice(this.injector, data, act);
  }
}
