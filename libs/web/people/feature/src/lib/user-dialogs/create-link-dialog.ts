import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Session } from '@docket/web/people/data';
import { type CreatedLink, type User, UsersApi } from '@docket/web/people/data/users';
import { Attempt } from './attempt';
import { LinkPanel } from './link-panel';
import { UserProblem } from './user-problem';

/** Creates and shows a link to set a password. */
@Component({
  selector: 'docket-create-link-dialog',
  imports: [LinkPanel, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, UserProblem],
  templateUrl: './create-link-dialog.html',
  styleUrl: './user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CreateLinkDialog {
  private readonly api = inject(UsersApi);
  /** Whether Docket sends mail. */
  protected readonly canMail = inject(Session).canReset;
  protected readonly user = inject<User>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();
  protected readonly link = signal<CreatedLink | undefined>(undefined);
  /** Whether the link is mailed instead of shown. */
  protected readonly isByMail = signal(false);

  protected async create(byMail: boolean): Promise<void> {
    this.isByMail.set(byMail);
    await this.attempt.run(async () => this.link.set(await this.api.createLink(this.user, byMail)));
  }
}
