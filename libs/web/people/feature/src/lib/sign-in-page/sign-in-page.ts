import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { EntryHeading } from '../entry/entry-heading';
import { EntryProblem } from '../entry/entry-problem';
import { formText } from '../fields/form-text';
import { PasswordField } from '../fields/password-field';
import { TextField } from '../fields/text-field';
import { ownPath } from './own-path';

type Field = 'email' | 'password';

/** Lets people in by email address and password, then returns to the page that they asked for. */
@Component({
  selector: 'docket-sign-in-page',
  imports: [EntryHeading, EntryProblem, MatButton, PasswordField, TextField],
  templateUrl: './sign-in-page.html',
  styleUrls: ['../entry/entry.scss', './sign-in-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly email = viewChild<TextField>('email');
  private readonly password = viewChild<PasswordField>('password');
  private readonly failure = viewChild<EntryProblem>('failure');
  private readonly returnTo = ownPath(inject(ActivatedRoute).snapshot.queryParamMap.get('return_to'), (url) =>
    this.router.parseUrl(url),
  );
  private isLeaving = false;

  protected readonly isSending = signal(false);
  /** Fields without a value, after an attempt. */
  protected readonly missing = signal<ReadonlySet<Field>>(new Set());
  /** Why the last attempt failed. One reason for all that the API does not tell apart. */
  protected readonly reason = signal<'wrong' | 'not-kept' | 'other' | undefined>(undefined);
  /** What happened, for the reason `other`. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    effect(() => {
      if (this.session.isOpen() || this.session.user()) untracked(() => void this.leave());
    });
    afterNextRender(() => this.email()?.focus());
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const email = formText(event.target, 'email').trim();
    const password = formText(event.target, 'password');
    this.reason.set(undefined);
    this.problem.set(undefined);
    this.missing.set(
      new Set<Field>([...(email ? [] : ['email' as const]), ...(password ? [] : ['password' as const])]),
    );
    if (this.missing().size > 0) return this.focusLater(() => (email ? this.password() : this.email()));
    this.password()?.hide();
    this.isSending.set(true);
    try {
      await this.session.signIn({ email, password });
      if (this.session.mustSignIn()) this.fail('not-kept');
      else await this.leave();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 400 || problem.status === 401) this.fail('wrong');
      else this.fail('other', problem);
    } finally {
      this.isSending.set(false);
    }
  }

  /** A field is no longer missing. */
  protected forget(field: Field): void {
    this.missing.update((fields) => new Set([...fields].filter((other) => other !== field)));
  }

  private fail(reason: 'wrong' | 'not-kept' | 'other', problem?: Problem): void {
    this.reason.set(reason);
    this.problem.set(problem);
    this.focusLater(() => this.failure());
  }

  private focusLater(target: () => { focus(): void } | undefined): void {
    afterNextRender(() => target()?.focus(), { injector: this.injector });
  }

  /** Replaces the history entry, so that Back does not lead to this page. */
  private async leave(): Promise<void> {
    if (this.isLeaving) return;
    this.isLeaving = true;
    try {
      await this.router.navigateByUrl(this.returnTo, { replaceUrl: true });
    } catch {
      await this.router.navigateByUrl('/tickets', { replaceUrl: true }); // a path without a page
    }
  }
}
