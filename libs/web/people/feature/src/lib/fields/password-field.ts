import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';

/** Password field with a button that shows the password, and a hint while Caps Lock is on. The projected content describes the error. */
@Component({
  selector: 'docket-password-field',
  imports: [MatIconButton],
  templateUrl: './password-field.html',
  styleUrls: ['./field.scss', './password-field.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  /** Name of the field in the form's data. */
  readonly name = input('password');
  readonly label = input('Password');
  /** Autocomplete value for password managers. */
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly isInvalid = input(false);
  /** Emits the value when the user changes it. */
  readonly edited = output<string>();
  protected readonly lowerLabel = computed(() => this.label().toLowerCase());
  protected readonly isShown = signal(false);
  protected readonly isCapsLockOn = signal(false);

  /** Selects the text, so that the next one replaces it. */
  focus(): void {
    this.input().nativeElement.focus();
    this.input().nativeElement.select();
  }

  /** Call before submitting, so that browsers recognise the value as a password. */
  hide(): void {
    this.isShown.set(false);
  }

  protected checkCapsLock(event: Event): void {
    // Browsers that autofill a password send key events without a key.
    if (event instanceof KeyboardEvent) this.isCapsLockOn.set(event.getModifierState('CapsLock'));
  }
}
