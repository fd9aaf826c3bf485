import { ChangeDetectionStrategy, Component, inject, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Problem, toProblem } from '@docket/web/http';
import { AccountApi, Session } from '@docket/web/people/data';
import { firstValueFrom } from 'rxjs';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { NewPasswordField } from '../fields/new-password-field';
import { PasswordField } from '../fields/password-field';
import { isPasswordLength } from '../fields/password-length';

type Field = 'current' | 'new';

/** Changes the password of the signed-in person and ends their other sessions. */
@Component({
  selector: 'docket-password-form',
  imports: [EntryProblem, MatButton, NewPasswordField, PasswordField],
  templateUrl: './password-form.html',
  styleUrl: './password-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  private readonly focusLater = injectFocusLater();
  private readonly account = inject(AccountApi);
  protected readonly session = inject(Session);
  private readonly current = viewChild<PasswordField>('current');
  private readonly next = viewChild<NewPasswordField>('next');
  private readonly failure = viewChild<EntryProblem>('failure');
  /** Emits after the password has changed and the other sessions have ended. */
  readonly changed = output();

  protected readonly isSending = signal(false);
  protected readonly isDone = signal(false);
  /** Errors of the fields; an empty text for a missing value. */
  protected readonly errors = signal<Readonly<Partial<Record<Field, string>>>>({});
  /** Problem of the last attempt that concerns no field. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async changePassword(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target;
    if (this.isSending() || !(form instanceof HTMLFormElement)) return;
    const current = formText(form, 'current-password');
    const next = formText(form, 'new-password');
    this.next()?.setTyped(next);
    this.problem.set(undefined);
    this.isDone.set(false);
    if (this.showErrors({ ...(!current && { current: '' }), ...(!isPasswordLength(next) && { new: '' }) })) return;
    this.current()?.hide();
    this.next()?.hide();
    this.isSending.set(true);
    try {
      await firstValueFrom(this.account.changePassword({ current, new: next }));
      form.reset();
      this.next()?.setTyped('');
      this.isDone.set(true);
      this.changed.emit();
    } catch (error) {
      this.showFailure(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Removes the error of a changed field. */
  protected forget(field: Field): void {
    this.isDone.set(false);
    this.errors.update((errors) => ({ ...errors, [field]: undefined }));
  }

  private showFailure(problem: Problem): void {
    const rejected = problem.errors.find(({ pointer }) => pointer === '/new');
    if (rejected) this.showErrors({ new: rejected.detail });
    else if (problem.type === '/problems/wrong-credentials' || problem.status === 400)
      this.showErrors({ current: 'is wrong' });
    else {
      this.problem.set(problem);
      this.focusLater(() => this.failure());
    }
  }

  /** Shows errors at their fields and focuses the first one. Returns whether there are any. */
  private showErrors(errors: Partial<Record<Field, string>>): boolean {
    this.errors.set(errors);
    if (Object.keys(errors).length === 0) return false;
    this.focusLater(() => (errors.current !== undefined ? this.current() : this.next()));
    return true;
  }
}
