import { ChangeDetectionStrategy, Component, type ElementRef, input, output, viewChild } from '@angular/core';

/** Multi-line text field. The projected content describes the error. */
@Component({
  selector: 'docket-text-area',
  template: `
    <div class="caption">
      <label [for]="name()">{{ label() }}</label>
    </div>
    <textarea
      #input
      dir="auto"
      rows="6"
      [attr.aria-describedby]="isInvalid() ? name() + '-error' : null"
      [attr.aria-invalid]="isInvalid() ? 'true' : null"
      [id]="name()"
      [name]="name()"
      (input)="edited.emit()"
    ></textarea>
    @if (isInvalid()) {
      <p class="note error" [id]="name() + '-error'">
        <span><ng-content /></span>
      </p>
    }
  `,
  styleUrl: './field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextArea {
  private readonly input = viewChild.required<ElementRef<HTMLTextAreaElement>>('input');
  /** Name of the field in the form's data. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly isInvalid = input(false);
  /** Emits when the user changes the value. */
  readonly edited = output();

  focus(): void {
    this.input().nativeElement.focus();
  }
}
