import { ChangeDetectionStrategy, Component, type ElementRef, input, output, viewChild } from '@angular/core';

/** A field for a name or an email address. The projected content describes the error. */
@Component({
  selector: 'docket-text-field',
  templateUrl: './text-field.html',
  styleUrl: './field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  /** Name of the field in the form's data. `email` makes it an email field. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  /** Autocomplete value: data of the person at the screen, or off. */
  readonly autocomplete = input.required<'username' | 'email' | 'name' | 'off'>();
  /** Initial value. */
  readonly value = input('');
  readonly isInvalid = input(false);
  /** Emits when the user changes the value. */
  readonly edited = output();

  focus(): void {
    this.input().nativeElement.focus();
  }
}
