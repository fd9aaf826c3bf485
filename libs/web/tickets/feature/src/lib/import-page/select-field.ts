import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import { MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
}

/** A native select, because files may have hundreds of columns, and lists of time zones are long. */
@Component({
  selector: 'docket-select-field',
  imports: [MatFormField, MatInput],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <select #field matNativeControl [attr.aria-label]="label()" (change)="choose(field.value)">
        @for (option of options(); track option.value) {
          <option [selected]="option.value === shown()" [value]="option.value">{{ option.text }}</option>
        }
      </select>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    mat-form-field {
      width: 100%;
    }
    select {
      top: 0;
      height: 1.5rem;
      text-overflow: ellipsis;
    }
  `,
  host: { class: 'docket-compact' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectField {
  /** The accessible name. */
  readonly label = input.required<string>();
  readonly options = input.required<readonly SelectOption[]>();
  readonly value = input.required<string>();
  /** Origin of the value. A new origin resets the choice, even to an equal value: the API may have read the file differently. */
  readonly source = input<unknown>();
  readonly chosen = output<string>();
  /** The chosen value, until the API has applied it. */
  protected readonly shown = linkedSignal({
    source: () => ({ value: this.value(), source: this.source() }),
    computation: ({ value }) => value,
  });

  protected choose(value: string): void {
    this.shown.set(value);
    this.chosen.emit(value);
  }
}
