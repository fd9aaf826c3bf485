import { ChangeDetectionStrategy, Component, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { PasswordResetsApi, Session } from '@docket/web/people/data';
import { EntryHeading } from '../entry/entry-heading';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';

/** Requests a mail with a link to reset the password. The response is the same for every address. */
@Component({
  selector: 'docket-forgot-password-page',
  imports: [EntryHeading, EntryProblem, MatButton, RouterLink, TextField],
  templateUrl: './forgot-password-page.html',
  styleUrls: ['../entry/entry.scss', '../sign-in-page/sign-in-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPasswordPage {
  private readonly focusLater = injectFocusLater();
  private readonly resets = inject(PasswordResetsApi);
  protected readonly session = inject(Session);
  private readonly email = viewChild<TextField>('email');
  private readonly failure = viewChild(EntryProblem);

  /** Address of the mail, after the request has succeeded. */
  protected readonly sentTo = signal<string | undefined>(undefined);
  protected readonly isSending = signal(false);
  protected readonly isInvalid = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    afterNextRender(() => this.email()?.focus());
  }

  protected async requestLink(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const email = formText(event.target, 'email').trim();
    this.problem.set(undefined);
    this.isInvalid.set(!email);
    if (!email) return this.email()?.focus();
    this.isSending.set(true);
    try {
      await this.resets.request(email);
      this.sentTo.set(email);
    } catch (error) {
      this.showFailure(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private showFailure(problem: Problem): void {
    const isInvalid = problem.status === 400;
    this.isInvalid.set(isInvalid);
    if (!isInvalid) this.problem.set(problem);
    this.focusLater(() => (isInvalid ? this.email() : this.failure()));
  }
}
