import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Role } from '@docket/domain';
import { Session } from '@docket/web/people/data';
import { type CreatedLink, type InviteUser, type User, UsersApi } from '@docket/web/people/data/users';
import { Icon } from '@docket/web/ui';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';
import { PEOPLE_ICONS } from '../people-icons';
import { Attempt } from './attempt';
import { type InviteErrors, checkInvitation, inviteErrorsOf } from './invite-errors';
import { LinkPanel } from './link-panel';
import { RoleChoice } from './role-choice';
import { UserProblem } from './user-problem';

/** Invites a person, then shows the link to send. */
@Component({
  selector: 'docket-invite-dialog',
  imports: [
    Icon,
    LinkPanel,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatIconButton,
    RoleChoice,
    TextField,
    UserProblem,
  ],
  templateUrl: './invite-dialog.html',
  styleUrls: ['./user-dialog.scss', './invite-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(UsersApi);
  /** Whether Docket sends mail. */
  protected readonly canMail = inject(Session).canReset;
  private readonly email = viewChild<TextField>('email');
  private readonly name = viewChild<TextField>('name');

  protected readonly mailIcon = PEOPLE_ICONS.mail;
  protected readonly role = signal<Role>('agent');
  protected readonly errors = signal<InviteErrors>({});
  protected readonly attempt = new Attempt();
  /** The person after the invitation. */
  protected readonly invited = signal<User | undefined>(undefined);
  protected readonly link = signal<CreatedLink | undefined>(undefined);
  /** Whether the link is mailed instead of shown. */
  protected readonly isByMail = signal(false);

  /** @param byMail whether Docket mails the link instead of showing it */
  protected async invite(form: HTMLFormElement, byMail: boolean): Promise<void> {
    this.isByMail.set(byMail);
    const person: InviteUser = {
      name: formText(form, 'name').trim(),
      email: formText(form, 'email').trim(),
      role: this.role(),
    };
    if (this.showErrors(checkInvitation(person))) return;
    const isInvited = await this.attempt.run(async () => this.invited.set(await this.api.invite(person)));
    if (isInvited) return this.createLink();
    const problem = this.attempt.problem();
    if (problem && this.showErrors(inviteErrorsOf(problem))) this.attempt.forgetProblem();
  }

  /** Creates the link. If this fails, the person stays invited. */
  protected async createLink(): Promise<void> {
    const user = this.invited();
    if (user) await this.attempt.run(async () => this.link.set(await this.api.createLink(user, this.isByMail())));
  }

  /** Removes the error of a changed field. */
  protected forget(field: keyof InviteErrors): void {
    this.errors.update((errors) => ({ ...errors, [field]: undefined }));
  }

  /** Shows errors at their fields and focuses the first one. Returns whether there are any. */
  private showErrors(errors: InviteErrors): boolean {
    this.errors.set(errors);
    const first = errors.email ? this.email() : errors.name ? this.name() : undefined;
    this.focusLater(() => first);
    return first !== undefined;
  }
}
