import { Injectable, Injector, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { toProblem } from '@docket/web/http';
import { type Ticket, TicketChanges, TicketsApi, type VersionedTicket } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import type { ChangeNoticeData } from './change-notice';
import { ConflictQuestion } from './conflict-question';
import { type FieldChange, afterOwn, invert, isSameValue, merged, toEdits, valueOf, withChange } from './field-change';

/** Maximum number of attempts to save a change. An attempt fails if the ticket has changed since it was read. */
const MAX_ATTEMPTS = 3;

/** Maximum number of changes that can be undone. */
const REVERTS_MAX = 50;

type Reverts = (() => void)[];

interface UnsavedChange {
  readonly id: number;
  readonly change: FieldChange;
}

interface Saved extends VersionedTicket {
  /** The saved change; undefined if the other person's value stays. */
  readonly change?: FieldChange;
  /** Whether the first attempt succeeded, so that the ticket had not changed since the given version. */
  readonly isDirect?: boolean;
}

/** The last change of a ticket saved by this tab. */
interface OwnChange {
  readonly change: FieldChange;
  /** The version before the change, if it was saved directly on that version, and the version after it. */
  readonly seen: string | undefined;
  readonly etag: string | undefined;
}

/** Saves changes of a ticket's fields, with undo. Asks before overwriting another person's value. */
@Injectable({ providedIn: 'root' })
export class TicketEditor {
  private readonly api = inject(TicketsApi);
  private readonly changes = inject(TicketChanges);
  private readonly conflict = inject(ConflictQuestion);
  private readonly injector = inject(Injector);
  /** The pending save of each ticket. The next save waits for it, because concurrent saves would conflict. */
  private readonly saves = new Map<number, Promise<void>>();
  /** The last change of each ticket. The user may not have seen it when making the next one. */
  private readonly own = new Map<number, OwnChange>();
  /** Undo functions for the changes of this tab, the newest last. */
  private readonly undos: Reverts = [];
  /** Redo functions for undone changes, the newest last. */
  private readonly redos: Reverts = [];
  /** Notices that offer to undo or repeat a change. */
  private readonly offers: Promise<() => void>[] = [];
  private readonly unsaved = signal<readonly UnsavedChange[]>([]);

  constructor() {
    // Undo concerns the last action. It cannot undo filing a ticket, so it must not skip that and undo an earlier change.
    this.changes.own.pipe(takeUntilDestroyed()).subscribe(({ kind }) => {
      if (kind === 'filed') this.forgetUndos();
    });
  }

  /** The ticket with its unsaved changes. */
  withUnsaved(ticket: Ticket): Ticket {
    return this.unsaved()
      .filter(({ id }) => id === ticket.id)
      .reduce((changed, { change }) => withChange(changed, change), ticket);
  }

  /**
   * Shows the change immediately, and saves it after earlier changes of the ticket. Never rejects: a notice reports the result.
   *
   * @param change from the value that the user saw, which may be unsaved
   * @param etag of the version that the user saw, if known
   */
  change(ticket: Ticket, change: FieldChange, etag?: string): Promise<void> {
    this.redos.length = 0;
    return this.make(ticket, change, etag, this.undos);
  }

  /** @param reverts receives the function that reverts the change */
  private async make(ticket: Ticket, change: FieldChange, etag: string | undefined, reverts: Reverts): Promise<void> {
    const unsaved = { id: ticket.id, change };
    this.unsaved.update((all) => [...all, unsaved]);
    const save = this.saveAfterPrevious(ticket, change, etag, reverts);
    this.saves.set(ticket.id, save);
    await save;
    this.unsaved.update((all) => all.filter((one) => one !== unsaved));
    if (this.saves.get(ticket.id) === save) this.saves.delete(ticket.id);
  }

  /**
   * Undoes the last change, even while the notice of an earlier one is visible. Repeated calls undo earlier changes, back to the last filed
   * ticket or sent message.
   */
  undo(): void {
    this.run(this.undos, 'Nothing to undo. Filed tickets and sent messages stay');
  }

  /** Repeats the last undone change. */
  redo(): void {
    this.run(this.redos, 'Nothing to repeat');
  }

  /** Runs the newest function, or says that there is none. */
  private run(reverts: Reverts, none: string): void {
    const revert = reverts.pop();
    if (revert) return revert();
    void import('../text-notice/show-text').then(({ showText }) => showText(this.injector, none));
  }

  /** Call after a message was sent. Undo then reverts only the status change sent with it: earlier changes may belong to another ticket. */
  noteSent(ticket: Ticket, change?: FieldChange): void {
    this.forgetUndos();
    if (change) this.undos.push(() => void this.make(ticket, invert(change), undefined, this.redos));
  }

  private forgetUndos(): void {
    this.undos.length = 0;
    this.redos.length = 0;
    for (const shown of this.offers.splice(0)) void shown.then((dismiss) => dismiss());
  }

  private async saveAfterPrevious(
    ticket: Ticket,
    change: FieldChange,
    etag: string | undefined,
    reverts: Reverts,
  ): Promise<void> {
    await this.saves.get(ticket.id);
    try {
      const { change: made, isDirect, ...version } = await this.save(ticket.id, change, etag, reverts === this.redos);
      if (made) this.own.set(ticket.id, { change: made, seen: isDirect ? etag : undefined, etag: version.etag });
      this.changes.announce({ kind: 'changed', ...version });
      if (made) this.offerUndo(version, made, reverts);
    } catch (error) {
      void this.notify(
        { ticket, change, problem: toProblem(error) },
        () => void this.make(ticket, change, etag, reverts),
      );
    }
  }

  /**
   * Returns the changed ticket, or the current version if the user keeps the other person's value. Asks only if another person set the same
   * field to a different value and the two cannot be merged. A change of another field is not a conflict.
   */
  private async save(id: number, change: FieldChange, etag: string | undefined, isUndo: boolean): Promise<Saved> {
    const own = this.own.get(id);
    // The user made the change on the version before their own last change, and no other change came in between.
    const isAfterOwn = own !== undefined && etag !== undefined && own.seen === etag;
    let made = isAfterOwn ? afterOwn(change, own.change) : change;
    let ifMatch = isAfterOwn ? own.etag : etag;
    for (let attempt = 1; ; attempt++) {
      if (ifMatch === undefined) {
        const current = await firstValueFrom(this.api.fetchTicket(id));
        const theirs = valueOf(current.ticket, change.field);
        if (isSameValue(theirs, made.to)) return { ...current, change: made };
        if (!isSameValue(theirs, made.from)) {
          const both = merged(made, theirs);
          const isOwn =
            own?.etag === current.etag && own?.change.field === change.field && isSameValue(theirs, own.change.to);
          if (!both && !isOwn && (await this.conflict.ask(current.ticket, change, isUndo)) === 'theirs') return current;
          made = both ?? ({ ...made, from: theirs } as FieldChange);
        }
        ifMatch = current.etag ?? '*';
      }
      try {
        const [first, ...others] = toEdits(made);
        let version = await firstValueFrom(this.api.updateTicket(id, first, ifMatch));
        for (const edit of others) version = await firstValueFrom(this.api.updateTicket(id, edit, version.etag ?? '*'));
        return { ...version, change: made, isDirect: attempt === 1 };
      } catch (error) {
        if (toProblem(error).status !== 412 || attempt === MAX_ATTEMPTS) throw error;
        ifMatch = undefined; // fetch the current version and decide again
      }
    }
  }

  private offerUndo({ ticket, etag }: VersionedTicket, change: FieldChange, reverts: Reverts): void {
    const others = reverts === this.undos ? this.redos : this.undos;
    const revert = () => void this.make(ticket, invert(change), etag, others);
    const byKey = () => {
      void shown.then((takeBack) => takeBack()); // dismisses the notice, whose action is done
      revert();
    };
    const shown = this.notify({ ticket, change, isUndone: reverts === this.redos }, () => {
      const at = reverts.indexOf(byKey);
      if (at >= 0) reverts.splice(at, 1);
      revert();
    });
    reverts.push(byKey);
    if (reverts.length > REVERTS_MAX) reverts.shift();
    this.offers.push(shown);
    if (this.offers.length > REVERTS_MAX) void this.offers.shift();
  }

  private async notify(data: ChangeNoticeData, callback: () => void): Promise<() => void> {
    const { showNotice } = await import('./show-notice');
    return showNotice(this.injector, data, callback);
  }
}
