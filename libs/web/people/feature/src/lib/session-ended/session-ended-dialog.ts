import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Session } from '@docket/web/people/data';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { PasswordField } from '../fields/password-field';
import { SignInAttempt } from '../sign-in-page/sign-in-attempt';
import { ProviderButton } from '../single-sign-on/provider-button';
import { startUrl } from '../single-sign-on/start-url';

/** Asks the person to sign in again after the end of their session. The page below is kept. */
@Component({
  selector: 'docket-session-ended-dialog',
  imports: [EntryProblem, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, PasswordField, ProviderButton],
  templateUrl: './session-ended-dialog.html',
  styleUrl: './session-ended-dialog.scss',
  host: { '(window:focus)': 'session.load()' }, // the person may have signed in again in another tab
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionEndedDialog {
  private readonly focusLater = injectFocusLater();
  protected readonly session = inject(Session);
  private readonly password = viewChild(PasswordField);

  protected readonly person = this.session.user();
  protected readonly startUrl = startUrl({ returnTo: inject(Location).path() });
  protected readonly attempt = new SignInAttempt(this.session);
  protected readonly isMissing = signal(false);

  constructor() {
    const dialog = inject<MatDialogRef<SessionEndedDialog>>(MatDialogRef);
    effect(() => {
      if (!this.session.hasEnded()) dialog.close();
    });
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.isSending()) return;
    const email = this.person?.email ?? '';
    const password = formText(event.target, 'password');
    this.attempt.reset();
    this.isMissing.set(!password);
    if (!password) return this.password()?.focus();
    this.password()?.hide();
    if (await this.attempt.send({ email, password })) return;
    this.focusLater(() => this.password());
  }
}
