import { ChangeDetectionStrategy, Component, Injector, inject, input, output } from '@angular/core';
import type { Ticket } from '@docket/web/tickets/data';
import { type FieldChange, changeOf, isSameValue, valueOf } from '../ticket-editor/field-change';

/** "Edit requester", or "Add requester" if the ticket has none. Opens a dialog, which loads when first needed. */
@Component({
  selector: 'docket-edit-requester',
  template: `
    ·
    <button aria-haspopup="dialog" type="button" [tabIndex]="isTabStop() ? 0 : -1" (click)="edit()">
      {{ ticket().requester ? 'Edit requester' : 'Add requester' }}
    </button>
  `,
  styleUrl: './edit-requester.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditRequester {
  private readonly injector = inject(Injector);
  readonly ticket = input.required<Ticket>();
  /** False where the page has this button twice: Tab stops at the other one only. */
  readonly isTabStop = input(true);
  /** Emits the new requester, unless it is the current one. */
  readonly fieldChange = output<FieldChange>();

  protected async edit(): Promise<void> {
    const ticket = this.ticket();
    const { openRequester } = await import('./open-requester');
    const requester = valueOf(ticket, 'requester');
    const chosen = await openRequester(this.injector, { ticketId: ticket.id, requester });
    if (!chosen || this.ticket().id !== ticket.id) return;
    if (!isSameValue(chosen.requester, requester))
      this.fieldChange.emit({ ...changeOf(ticket, 'requester', chosen.requester), renamed: chosen.renamed });
  }
}
