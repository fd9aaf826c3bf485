import { ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher, ShowOnDirtyErrorStateMatcher } from '@angular/material/core';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogState,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { TicketRequester } from '../ticket-editor/field-change';
import { KnownRequester } from './known-requester';
import { RequesterFields } from './requester-fields';
import { requesterForm } from './requester-form';

export interface RequesterDialogData {
  readonly ticketId: number;
  readonly requester: TicketRequester | undefined;
}

/** Result of the dialog, unless it is cancelled. */
export interface ChosenRequester {
  /** Undefined for no requester. */
  readonly requester: TicketRequester | undefined;
  /** Another person whom the name renames, with the earlier name. */
  readonly renamed?: TicketRequester;
}

/** Sets or corrects the requester of a ticket. Empty fields remove the requester. */
@Component({
  selector: 'docket-requester-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, RequesterFields],
  providers: [{ provide: ErrorStateMatcher, useClass: ShowOnDirtyErrorStateMatcher }],
  templateUrl: './requester-dialog.html',
  styles: `
    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterDialog {
  private readonly dialog = inject<MatDialogRef<RequesterDialog, ChosenRequester>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly data = inject<RequesterDialogData>(MAT_DIALOG_DATA);
  protected readonly form = requesterForm({
    email: this.data.requester?.email ?? '',
    name: this.data.requester?.name ?? '',
  });
  protected readonly known = new KnownRequester(this.form, this.data.requester);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.form.markAllAsDirty();
    this.form.markAllAsTouched();
    await this.known.settled();
    if (this.dialog.getState() !== MatDialogState.OPEN) return; // cancelled in the meantime
    if (this.form.valid) return this.dialog.close(this.chosen());
    const focusFirstError = () => this.element.querySelector<HTMLElement>('input.ng-invalid')?.focus();
    afterNextRender(focusFirstError, { injector: this.injector }); // a screen reader then also reads the error
  }

  /** The result for the typed requester. An emptied name is removed only if the address stays the same. */
  private chosen(): ChosenRequester {
    const typed = this.known.toSend();
    const isSamePerson = typed?.email === this.data.requester?.email;
    if (typed && isSamePerson) return { requester: { ...typed, name: typed.name ?? null } };
    return { requester: typed, renamed: this.known.renamed() };
  }
}
