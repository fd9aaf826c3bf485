import { ChangeDetectionStrategy, Component, Injector, inject, input, output } from '@angular/core';
import type { Ticket } from '@docket/web/tickets/data';
import { HeldKeys } from '../held-keys';
import { type FieldChange, type FieldValue, changeOf, isSameValue, valueOf } from '../ticket-editor/field-change';
import type { ChosenRequester } from './requester-dialog';

/** "Edit requester", or "Add requester" if the ticket has none. Opens a dialog, which loads when the button has the focus. */
@Component({
  selector: 'docket-edit-requester',
  template: `
    ·
    <button
      aria-haspopup="dialog"
      type="button"
      [tabIndex]="isTabStop() ? 0 : -1"
      (click)="edit($event)"
      (focus)="loadDialog()"
    >
      {{ ticket().requester ? 'Edit requester' : 'Add requester' }}
    </button>
  `,
  styleUrl: './edit-requester.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditRequester {
  private readonly injector = inject(Injector);
  private readonly heldKeys = inject(HeldKeys);
  readonly ticket = input.required<Ticket>();
  /** False where the page has this button twice: Tab stops at the other one only. */
  readonly isTabStop = input(true);
  /** Emits the new requester, unless it is the current one. */
  readonly fieldChange = output<FieldChange>();

  /** Ahead, so that Enter opens the dialog at once. */
  protected loadDialog(): void {
    void import('./open-requester').catch(() => undefined); // the click reports the failure
  }

  protected async edit({ detail }: MouseEvent): Promise<void> {
    const endHold = detail === 0 ? this.heldKeys.holdUntilMenu() : undefined; // by a key: those after it are for the dialog
    const ticket = this.ticket();
    const requester = valueOf(ticket, 'requester');
    const chosen = await this.ask(ticket.id, requester).finally(endHold);
    if (!chosen || this.ticket().id !== ticket.id) return;
    if (!isSameValue(chosen.requester, requester))
      this.fieldChange.emit({ ...changeOf(ticket, 'requester', chosen.requester), renamed: chosen.renamed });
  }

  private async ask(ticketId: number, requester: FieldValue<'requester'>): Promise<ChosenRequester | undefined> {
    const { openRequester } = await import('./open-requester');
    return openRequester(this.injector, { ticketId, requester });
  }
}
