import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { EntryHeading } from '../entry/entry-heading';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { PasswordField } from '../fields/password-field';
import { TextField } from '../fields/text-field';
import { ProviderButton } from '../single-sign-on/provider-button';
import { signOnProblem } from '../single-sign-on/sign-on-problem';
import { startUrl } from '../single-sign-on/start-url';
import { ownPath } from './own-path';
import { SignInAttempt } from './sign-in-attempt';

type Field = 'email' | 'password';

/** Signs people in by email address and password, or at the identity provider, then returns to the requested page. */
@Component({
  selector: 'docket-sign-in-page',
  imports: [EntryHeading, EntryProblem, MatButton, PasswordField, ProviderButton, RouterLink, TextField],
  templateUrl: './sign-in-page.html',
  styleUrls: ['../entry/entry.scss', './sign-in-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly focusLater = injectFocusLater();
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly email = viewChild<TextField>('email');
  private readonly password = viewChild<PasswordField>('password');
  private readonly refusal = viewChild<EntryProblem>('refusal');
  private readonly providerButton = viewChild<ProviderButton>('providerButton');
  private readonly query = inject(ActivatedRoute).snapshot.queryParamMap;
  private readonly returnTo = ownPath(this.query.get('return_to'), (url) => this.router.parseUrl(url));
  /** Problem code in the API's redirect after a failed single sign-on. */
  private readonly signOnCode = this.query.get('problem');
  protected readonly startUrl = startUrl({ returnTo: this.returnTo.toString() });
  protected readonly isProviderAway = this.signOnCode === 'provider-unavailable';
  private isLeaving = false;

  protected readonly attempt = new SignInAttempt(this.session);
  /** Fields without a value after an attempt. */
  protected readonly missing = signal<ReadonlySet<Field>>(new Set());
  private readonly hasTriedPassword = signal(false);
  /** Problem of single sign-on, until an attempt with a password. */
  protected readonly refusalText = computed(() => {
    const provider = this.session.provider();
    if (provider === undefined || this.hasTriedPassword()) return undefined;
    return signOnProblem(this.signOnCode, { provider, canUsePassword: this.session.canUsePassword() });
  });

  constructor() {
    effect(() => {
      if (this.session.isOpen() || this.session.user()) untracked(() => void this.leave());
    });
    effect(() => {
      if (this.refusalText() !== undefined) this.focusLater(() => this.refusal());
      else if (this.isProviderAway && this.session.provider()) this.focusLater(() => this.providerButton());
    });
    afterNextRender(() => this.email()?.focus());
  }

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.isSending()) return;
    const email = formText(event.target, 'email').trim();
    const password = formText(event.target, 'password');
    this.attempt.reset();
    this.missing.set(
      new Set<Field>([...(email ? [] : ['email' as const]), ...(password ? [] : ['password' as const])]),
    );
    if (this.missing().size > 0) return this.focusLater(() => (email ? this.password() : this.email()));
    this.password()?.hide();
    this.hasTriedPassword.set(true);
    if (await this.attempt.send({ email, password })) await this.leave();
    else this.focusLater(() => this.password());
  }

  /** Marks a field as no longer missing. */
  protected forget(field: Field): void {
    this.missing.update((fields) => new Set([...fields].filter((other) => other !== field)));
  }

  /** Opens the requested page. Replaces the history entry, so that Back does not return to the sign-in. */
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
