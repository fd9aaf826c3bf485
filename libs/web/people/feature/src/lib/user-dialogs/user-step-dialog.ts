import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
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
import { Attempt } from './attempt';
import type { UserStep } from './user-action';
import { UserProblem } from './user-problem';

/** A user, and the action to confirm. */
export interface UserQuestion {
  readonly user: User;
  readonly step: UserStep;
}

/** Asks for confirmation of an action on a user, and runs it. */
@Component({
  selector: 'docket-user-step-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, UserProblem],
  templateUrl: './user-step-dialog.html',
  styleUrl: './user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserStepDialog {
  private readonly api = inject(UsersApi);
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<UserStepDialog>>(MatDialogRef);
  private readonly question = inject<UserQuestion>(MAT_DIALOG_DATA);
  protected readonly user = this.question.user;
  protected readonly step = this.question.step;
  protected readonly isOwn = this.session.user()?.id === this.user.id;
  protected readonly attempt = new Attempt();

  protected async confirm(): Promise<void> {
    if (await this.attempt.run(() => this.takeStep())) this.dialog.close();
  }

  private async takeStep(): Promise<void> {
    if (this.step === 'end-sessions') await this.api.endSessions(this.user);
    else await this.api.change(this.user, { state: this.step === 'deactivate' ? 'deactivated' : 'active' });
    if (this.isOwn) await this.session.load();
  }
}
