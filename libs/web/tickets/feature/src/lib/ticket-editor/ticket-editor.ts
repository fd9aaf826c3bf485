import { Injectable, Injector, inject, signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type Ticket, TicketChanges, TicketsApi, type VersionedTicket } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import type { ChangeNoticeData } from './change-notice';
import { ConflictQuestion } from './conflict-question';
import { type PropertyChange, invert } from './property-change';

/** Maximum number of attempts to save a change. An attempt fails if the ticket has changed since it was read. */
const MAX_ATTEMPTS = 3;

type UnsavedChange = PropertyChange & { readonly id: number };

/** Changes a property of a ticket, with undo. Asks before it overwrites another person's value. */
@Injectable({ providedIn: 'root' })
export class TicketEditor {
  private readonly api = inject(TicketsApi);
  private readonly changes = inject(TicketChanges);
  private readonly conflict = inject(ConflictQuestion);
  private readonly injector = inject(Injector);
  /** The last save of each ticket. The next save waits for it, because two saves at the same time would conflict. */
  private readonly saves = new Map<number, Promise<void>>();
  private readonly unsaved = signal<readonly UnsavedChange[]>([]);

  /** The ticket with its unsaved changes. */
  withUnsaved(ticket: Ticket): Ticket {
    return this.unsaved()
      .filter(({ id }) => id === ticket.id)
      .reduce((changed, { property, to }) => ({ ...changed, [property]: to }), ticket);
  }

  /**
   * Shows the change at once, and saves it after earlier changes of the ticket. Never rejects: a notice reports the result.
   *
   * @param change from the value that the user saw, which may still be unsaved
   * @param etag of the version that the user saw, if known
   */
  async change(ticket: Ticket, change: PropertyChange, etag?: string): Promise<void> {
    const unsaved = { ...change, id: ticket.id };
    this.unsaved.update((all) => [...all, unsaved]);
    const save = this.saveAfterPrevious(ticket, change, etag);
    this.saves.set(ticket.id, save);
    await save;
    this.unsaved.update((all) => all.filter((one) => one !== unsaved));
    if (this.saves.get(ticket.id) === save) this.saves.delete(ticket.id);
  }

  private async saveAfterPrevious(ticket: Ticket, change: PropertyChange, etag?: string): Promise<void> {
    await this.saves.get(ticket.id);
    try {
      const saved = await this.save(ticket.id, change, etag);
      this.changes.announce({ kind: 'changed', ...saved });
      if (saved.ticket[change.property] === change.to) this.offerUndo(saved, change);
    } catch (error) {
      this.reportFailure(ticket, change, toProblem(error), etag);
    }
  }

  /**
   * Returns the changed ticket, or the current version if the user keeps the other person's value. The user has to choose only
   * if someone else set the same property to another value. A change of another property is not a conflict.
   */
  private async save(id: number, change: PropertyChange, etag?: string): Promise<VersionedTicket> {
    let expected: string = change.from;
    let ifMatch = etag;
    for (let attempt = 1; ; attempt++) {
      if (ifMatch === undefined) {
        const current = await firstValueFrom(this.api.fetchTicket(id));
        const theirs = current.ticket[change.property];
        if (theirs === change.to) return current;
        if (theirs !== expected && (await this.conflict.ask(current.ticket, change)) === 'theirs') return current;
        expected = theirs;
        ifMatch = current.etag ?? '*';
      }
      try {
        return await firstValueFrom(this.api.updateTicket(id, { [change.property]: change.to }, ifMatch));
      } catch (error) {
        if (toProblem(error).status !== 412 || attempt === MAX_ATTEMPTS) throw error;
        ifMatch = undefined; // fetch the current version and decide again
      }
    }
  }

  private offerUndo({ ticket, etag }: VersionedTicket, change: PropertyChange): void {
    void this.notify({ ticket, change }, () => void this.change(ticket, invert(change), etag));
  }

  private reportFailure(ticket: Ticket, change: PropertyChange, problem: Problem, etag?: string): void {
    void this.notify({ ticket, change, problem }, () => void this.change(ticket, change, etag));
  }

  private async notify(data: ChangeNoticeData, callback: () => void): Promise<void> {
    const { showNotice } = await import('./show-notice');
    showNotice(this.injector, data, callback);
  }
}
