import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type User, UsersApi } from '@docket/web/people/data/users';
import { Session } from '@docket/web/people/data';
import { Attempt } from './attempt';
import { RoleChoice } from './role-choice';
import { UserProblem } from './user-problem';

/** Changes a person's role. */
@Component({
  selector: 'docket-change-role-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, RoleChoice, UserProblem],
  templateUrl: './change-role-dialog.html',
  styleUrl: './user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeRoleDialog {
  private readonly api = inject(UsersApi);
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<ChangeRoleDialog>>(MatDialogRef);
  protected readonly user = inject<User>(MAT_DIALOG_DATA);
  protected readonly role = signal(this.user.role);
  protected readonly attempt = new Attempt();
  private readonly isOwn = this.session.user()?.id === this.user.id;
  protected readonly losesRights = computed(() => this.isOwn && this.role() !== 'admin');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.attempt.run(async () => {
      await this.api.change(this.user, { role: this.role() });
      if (this.isOwn) await this.session.load();
    });
    if (isSaved) this.dialog.close();
  }
}
