import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { Icon, NumberPipe } from '@docket/web/ui';
import { EntryProblem } from '../entry/entry-problem';
import { PasswordField } from '../fields/password-field';
import { TextField } from '../fields/text-field';
import {
  type Administrator,
  type Field,
  type FieldErrors,
  checkAdministrator,
  fieldErrorsOf,
  firstInvalid,
  passwordLength,
  readAdministrator,
} from './administrator-form';
import { SetUpSteps } from './set-up-steps';

/** Makes the first administrator: the person with the link from the log, `/set-up#token`. */
@Component({
  selector: 'docket-set-up-page',
  imports: [EntryProblem, Icon, MatButton, NumberPipe, PasswordField, RouterLink, SetUpSteps, TextField],
  templateUrl: './set-up-page.html',
  styleUrls: ['../entry/entry.scss', './set-up-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly name = viewChild<TextField>('name');
  private readonly email = viewChild<TextField>('email');
  private readonly password = viewChild<PasswordField>('password');
  private readonly failure = viewChild<EntryProblem>('failure');

  /** The part of the link that proves the right to set up. Kept here only. */
  private token = '';
  /** Why there is no form: the page was opened without a link, or its link no longer works. */
  protected readonly obstacle = signal<'no-link' | 'link-spent' | undefined>('no-link');
  protected readonly isSending = signal(false);
  protected readonly errors = signal<FieldErrors>({});
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly typedPassword = signal('');
  protected readonly length = computed(() => passwordLength(this.typedPassword()));
  protected readonly isLongEnough = computed(() => this.length() >= PASSWORD_MIN_LENGTH);
  protected readonly minLength = PASSWORD_MIN_LENGTH;
  protected readonly maxLength = PASSWORD_MAX_LENGTH;

  constructor() {
    this.route.fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => fragment && this.takeToken(fragment));
    afterNextRender(() => this.name()?.focus());
  }

  /** Takes the token out of the address bar, so that nobody copies it, or reads it over a shoulder. */
  private takeToken(token: string): void {
    this.token = token;
    this.obstacle.set(undefined);
    const dropFragment = () => void this.router.navigate([], { relativeTo: this.route, replaceUrl: true });
    afterNextRender(dropFragment, { injector: this.injector });
  }

  protected async createAdministrator(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const administrator = readAdministrator(event.target);
    this.typedPassword.set(administrator.password);
    this.problem.set(undefined);
    if (this.showErrors(checkAdministrator(administrator))) return;
    this.password()?.hide();
    this.isSending.set(true);
    try {
      await this.send(administrator);
    } finally {
      this.isSending.set(false);
    }
  }

  protected editPassword(password: string): void {
    this.typedPassword.set(password);
    this.forget('password');
  }

  /** Removes the error of a field that the user changes. */
  protected forget(field: Field): void {
    this.errors.update((errors) => ({ ...errors, [field]: undefined }));
  }

  private async send(administrator: Administrator): Promise<void> {
    try {
      await this.session.setUp({ token: this.token, ...administrator });
    } catch (error) {
      return this.showFailure(toProblem(error));
    }
    await this.router.navigateByUrl('/tickets', { replaceUrl: true });
  }

  private showFailure(problem: Problem): void {
    if (this.showErrors(fieldErrorsOf(problem))) return;
    if (problem.status === 410 || problem.status === 400)
      this.obstacle.set('link-spent'); // 400: no token looks like this
    else this.problem.set(problem);
    this.focusLater(() => this.failure());
  }

  /** Shows errors at their fields, and moves the focus to the first one. Returns whether there are any. */
  private showErrors(errors: FieldErrors): boolean {
    this.errors.set(errors);
    const field = firstInvalid(errors);
    if (field) this.focusLater(() => ({ name: this.name, email: this.email, password: this.password })[field]());
    return field !== undefined;
  }

  private focusLater(target: () => { focus(): void } | undefined): void {
    afterNextRender(() => target()?.focus(), { injector: this.injector });
  }
}
