import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, contentChild, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { Icon } from '@docket/web/ui';
import type { PropertyChoice } from './property-choice';

let count = 0;

/** A select for one property, with a mark while its value is a suggestion. Content: a template for one option. */
@Component({
  selector: 'docket-property-field',
  imports: [
    Icon,
    MatError,
    MatFormField,
    MatOption,
    MatProgressBar,
    MatSelect,
    MatSelectTrigger,
    NgTemplateOutlet,
    ReactiveFormsModule,
  ],
  templateUrl: './property-field.html',
  styleUrl: './property-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyField<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly T[]>();
  readonly choice = input.required<PropertyChoice<T>>();
  /** The placeholder; with a full stop, it is also the error message of the empty field. */
  readonly placeholder = input.required<string>();
  /** Whether a suggestion is pending. */
  readonly isPending = input.required<boolean>();

  protected readonly option = contentChild.required<TemplateRef<{ $implicit: T }>>(TemplateRef);
  protected readonly labelId = `docket-property-field-${count++}`;
}
