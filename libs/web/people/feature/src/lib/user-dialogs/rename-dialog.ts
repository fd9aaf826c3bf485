import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Session } from '@docket/web/people/data';
import { type User, UsersApi } from '@docket/web/people/data/users';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';
import { Attempt } from './attempt';
import { type InviteErrors, inviteErrorsOf } from './invite-errors';
import { UserProblem } from './user-problem';

/** Renames a person or a service. */
@Component({
  selector: 'docket-rename-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField, UserProblem],
  templateUrl: './rename-dialog.html',
  styleUrl: './user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RenameDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(UsersApi);
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<RenameDialog>>(MatDialogRef);
  private readonly name = viewChild.required<TextField>('name');
  protected readonly user = inject<User>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();
  /** Error of the name. */
  protected readonly error = signal<InviteErrors['name']>(undefined);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const name = formText(event.target, 'name').trim();
    if (name === '') return this.showError({});
    const isSaved = await this.attempt.run(async () => {
      await this.api.change(this.user, { name });
      if (this.session.user()?.id === this.user.id) await this.session.load();
    });
    if (isSaved) return this.dialog.close();
    const problem = this.attempt.problem();
    const error = problem && inviteErrorsOf(problem).name;
    if (!error) return;
    this.attempt.forgetProblem();
    this.showError(error);
  }

  private showError(error: InviteErrors['name']): void {
    this.error.set(error);
    this.focusLater(() => this.name());
  }
}
