import { ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher, ShowOnDirtyErrorStateMatcher } from '@angular/material/core';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { TicketRequester } from '../ticket-editor/field-change';
import { RequesterFields } from './requester-fields';
import { requesterForm, typedRequester } from './requester-form';

export interface RequesterDialogData {
  readonly ticketId: number;
  readonly requester: TicketRequester | undefined;
}

/** What the dialog closes with, unless it is cancelled. */
export interface ChosenRequester {
  /** Undefined for nobody. */
  readonly requester: TicketRequester | undefined;
}

/** Names the requester of a ticket, or corrects them. Empty fields stand for nobody. */
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

  protected save(event: Event): void {
    event.preventDefault();
    this.form.markAllAsDirty();
    if (this.form.valid) return this.dialog.close({ requester: this.named() });
    const focusFirstError = () => this.element.querySelector<HTMLElement>('input.ng-invalid')?.focus();
    afterNextRender(focusFirstError, { injector: this.injector }); // so that a screen reader reads the error, too
  }

  /** An emptied name is removed, unless it would be the name of somebody else. */
  private named(): TicketRequester | undefined {
    const typed = typedRequester(this.form);
    const isSamePerson = typed?.email === this.data.requester?.email;
    return typed && isSamePerson ? { ...typed, name: typed.name ?? null } : typed;
  }
}
