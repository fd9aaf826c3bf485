import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { UsersApi } from '@docket/web/people/data/users';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { PasswordField } from '../fields/password-field';
import { ProviderButton } from '../single-sign-on/provider-button';
import { startUrl } from '../single-sign-on/start-url';

/** Asks the signed-in person for their password, or opens the identity provider. Closes with true after a confirmation. */
@Component({
  selector: 'docket-step-up-dialog',
  imports: [
    EntryProblem,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PasswordField,
    ProviderButton,
  ],
  templateUrl: './step-up-dialog.html',
  styleUrl: './step-up-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepUpDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(UsersApi);
  protected readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<StepUpDialog, boolean>>(MatDialogRef);
  private readonly password = viewChild<PasswordField>('password');

  protected readonly person = this.session.user();
  protected readonly startUrl = startUrl({ returnTo: '/settings/profile', isStepUp: true });
  /** Whether the person has opened the identity provider. */
  protected readonly isElsewhere = signal(false);
  protected readonly isSending = signal(false);
  /** Error of the password. */
  protected readonly error = signal<'missing' | 'wrong' | undefined>(undefined);
  /** Reason why the password could not be checked. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const password = formText(event.target, 'password');
    this.problem.set(undefined);
    this.error.set(password === '' ? 'missing' : undefined);
    if (password === '') return this.focusLater(() => this.password());
    this.password()?.hide();
    this.isSending.set(true);
    try {
      await this.api.confirmIdentity(password);
      this.dialog.close(true);
    } catch (error) {
      this.showFailure(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private showFailure(problem: Problem): void {
    if (problem.status === 401) {
      void this.session.load(); // the session has ended: the shell handles it
      this.dialog.close(false);
      return;
    }
    const isWrong = problem.type === '/problems/wrong-credentials' || problem.status === 400;
    if (isWrong) this.error.set('wrong');
    else this.problem.set(problem);
    this.focusLater(() => this.password());
  }
}
