import { ChangeDetectionStrategy, Component, computed, input, output, signal, viewChild } from '@angular/core';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { Icon, NumberPipe } from '@docket/web/ui';
import { PasswordField } from './password-field';
import { passwordLength } from './password-length';

/** Field for a new password, with its rules. */
@Component({
  selector: 'docket-new-password-field',
  imports: [Icon, NumberPipe, PasswordField],
  templateUrl: './new-password-field.html',
  styleUrl: './new-password-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPasswordField {
  private readonly field = viewChild.required(PasswordField);
  /** Name of the field in the form's data. */
  readonly name = input('password');
  readonly label = input('Password');
  readonly isInvalid = input(false);
  /** The API's description of the error. Absent if the page found the error. */
  readonly detail = input<string>();
  /** Emits when the user changes the value. */
  readonly edited = output();

  private readonly typed = signal('');
  protected readonly length = computed(() => passwordLength(this.typed()));
  protected readonly isLongEnough = computed(() => this.length() >= PASSWORD_MIN_LENGTH);
  protected readonly minLength = PASSWORD_MIN_LENGTH;
  protected readonly maxLength = PASSWORD_MAX_LENGTH;

  focus(): void {
    this.field().focus();
  }

  /** Call before submitting, so that browsers recognise the value as a password. */
  hide(): void {
    this.field().hide();
  }

  /** Call on submit, because password managers may fill in a field without an event. */
  setTyped(password: string): void {
    this.typed.set(password);
  }

  protected edit(password: string): void {
    this.typed.set(password);
    this.edited.emit();
  }
}
