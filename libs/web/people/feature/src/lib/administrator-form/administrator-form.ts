import { ChangeDetectionStrategy, Component, afterNextRender, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Problem, toProblem } from '@docket/web/http';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { NewPasswordField } from '../fields/new-password-field';
import { TextField } from '../fields/text-field';
import {
  type Administrator,
  type Field,
  type FieldErrors,
  checkAdministrator,
  fieldErrorsOf,
  firstInvalid,
  readAdministrator,
} from './administrator';

/** Form for the first administrator. After a failure, shows the reason and keeps the input. */
@Component({
  selector: 'docket-administrator-form',
  imports: [EntryProblem, MatButton, NewPasswordField, TextField],
  templateUrl: './administrator-form.html',
  styleUrl: './administrator-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministratorForm {
  private readonly focusLater = injectFocusLater();
  private readonly name = viewChild.required<TextField>('name');
  private readonly email = viewChild.required<TextField>('email');
  private readonly password = viewChild.required<NewPasswordField>('password');
  private readonly failure = viewChild<EntryProblem>('failure');
  /** Label of the button. */
  readonly action = input.required<string>();
  /** Creates the administrator. The form shows the error if it rejects. */
  readonly create = input.required<(administrator: Administrator) => Promise<void>>();

  protected readonly isSending = signal(false);
  protected readonly errors = signal<FieldErrors>({});
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    afterNextRender(() => this.name().focus());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const administrator = readAdministrator(event.target);
    this.password().setTyped(administrator.password);
    this.problem.set(undefined);
    if (this.showErrors(checkAdministrator(administrator))) return;
    this.password().hide();
    this.isSending.set(true);
    try {
      await this.create()(administrator);
    } catch (error) {
      this.showProblem(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Removes the error of a changed field. */
  protected forget(field: Field): void {
    this.errors.update((errors) => ({ ...errors, [field]: undefined }));
  }

  private showProblem(problem: Problem): void {
    if (this.showErrors(fieldErrorsOf(problem))) return;
    this.problem.set(problem);
    this.focusLater(() => this.failure());
  }

  /** Shows errors at their fields and focuses the first one. Returns whether there are any. */
  private showErrors(errors: FieldErrors): boolean {
    this.errors.set(errors);
    const field = firstInvalid(errors);
    if (field) this.focusLater(() => ({ name: this.name, email: this.email, password: this.password })[field]());
    return field !== undefined;
  }
}
