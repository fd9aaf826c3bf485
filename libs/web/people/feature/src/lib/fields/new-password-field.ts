import { ChangeDetectionStrategy, Component, computed, input, output, signal, viewChild } from '@angular/core';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { Icon, NumberPipe } from '@docket/web/ui';
import { PasswordField } from './password-field';
import { passwordLength } from './password-length';

/** A password to choose, with its rules. */
@Component({
  selector: 'docket-new-password-field',
  imports: [Icon, NumberPipe, PasswordField],
  templateUrl: './new-password-field.html',
  styleUrl: './new-password-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPasswordField {
  private readonly field = viewChild.required(PasswordField);
  /** The field's name in the form's data. */
  readonly name = input('password');
  readonly label = input('Password');
  readonly isInvalid = input(false);
  /** What is wrong, in the words of the API. Absent if the page found out. */
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

  /** Call before the form is sent, so that browsers take the value for a password. */
  hide(): void {
    this.field().hide();
  }

  /** Call when the form is sent: password managers may fill in a field without telling the page. */
  setTyped(password: string): void {
    this.typed.set(password);
  }

  protected edit(password: string): void {
    this.typed.set(password);
    this.edited.emit();
  }
}
