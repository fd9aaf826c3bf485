import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type Link, LinksApi } from '@docket/web/people/data/users';
import { EntryHeading } from '../entry/entry-heading';
import { EntryProblem } from '../entry/entry-problem';
import { takeFragment } from '../entry/take-fragment';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { NewPasswordField } from '../fields/new-password-field';
import { isPasswordLength } from '../fields/password-length';

/** Lets the owner of a link (`/set-password#token`), an invitation or a reset, choose a password. */
@Component({
  selector: 'docket-set-password-page',
  imports: [EntryHeading, EntryProblem, MatButton, NewPasswordField, RouterLink],
  templateUrl: './set-password-page.html',
  styleUrls: ['../entry/entry.scss', './set-password-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetPasswordPage {
  private readonly focusLater = injectFocusLater();
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly api = inject(LinksApi);
  private readonly password = viewChild<NewPasswordField>('password');
  private readonly failure = viewChild<EntryProblem>('failure');

  /** Secret token of the link. Stored nowhere else. */
  private token = '';
  protected readonly step = signal<'no-link' | 'checking' | 'unchecked' | 'spent' | 'form' | 'done'>('no-link');
  /** The link with its owner. */
  protected readonly link = signal<Link | undefined>(undefined);
  protected readonly isSending = signal(false);
  /** Error of the password, with the API's description if the API found it. */
  protected readonly error = signal<{ readonly detail?: string } | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    takeFragment((token) => {
      this.token = token;
      void this.check();
    });
  }

  /** Reads the owner of the link without using it. */
  protected async check(): Promise<void> {
    this.step.set('checking');
    this.problem.set(undefined);
    try {
      this.link.set(await this.api.look(this.token));
      this.step.set('form');
      this.focusLater(() => this.password());
    } catch (error) {
      this.showFailure(toProblem(error));
    }
  }

  protected async setPassword(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const password = formText(event.target, 'password');
    this.password()?.setTyped(password);
    this.problem.set(undefined);
    this.error.set(isPasswordLength(password) ? undefined : {});
    if (this.error()) return this.focusLater(() => this.password());
    this.password()?.hide();
    this.isSending.set(true);
    try {
      await this.api.setPassword(this.token, password);
      await this.finish();
    } catch (error) {
      this.showFailure(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Opens the list for an invited person, who is signed in now. Other people sign in with the new password. */
  private async finish(): Promise<void> {
    await this.session.settled();
    await this.session.load();
    if (this.session.hasEnded()) this.session.forget(); // this browser is signed out, too
    if (this.link()?.kind === 'reset') this.step.set('done');
    else await this.router.navigateByUrl('/tickets', { replaceUrl: true });
  }

  private showFailure(problem: Problem): void {
    const detail = problem.errors.find(({ pointer }) => pointer === '/password')?.detail;
    if (detail !== undefined) {
      this.error.set({ detail });
      return this.focusLater(() => this.password());
    }
    if (problem.status === 410 || problem.status === 400) {
      this.step.set('spent'); // 400: the token is malformed
    } else {
      this.problem.set(problem);
      if (this.step() === 'checking') this.step.set('unchecked');
    }
    this.focusLater(() => this.failure());
  }
}
