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

/** A password, with a button that shows it and a hint while Caps Lock is on. The projected content describes the error. */
@Component({
  selector: 'docket-password-field',
  imports: [MatIconButton],
  templateUrl: './password-field.html',
  styleUrls: ['./field.scss', './password-field.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  /** The field's name in the form's data. */
  readonly name = input('password');
  readonly label = input('Password');
  /** What password managers fill in. */
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly isInvalid = input(false);
  /** Emits the value when the user changes it. */
  readonly edited = output<string>();
  protected readonly lowerLabel = computed(() => this.label().toLowerCase());
  protected readonly isShown = signal(false);
  protected readonly isCapsLockOn = signal(false);

  focus(): void {
    this.input().nativeElement.focus();
  }

  /** Call before the form is sent, so that browsers take the value for a password. */
  hide(): void {
    this.isShown.set(false);
  }

  protected checkCapsLock(event: Event): void {
    // Browsers that fill in a password send key events without keys.
    if (event instanceof KeyboardEvent) this.isCapsLockOn.set(event.getModifierState('CapsLock'));
  }
}
