import { LowerCasePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import { PropertyNamePipe, PropertyValuePipe } from '@docket/web/tickets/ui';
import { Icon } from '@docket/web/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import type { PropertyChoice } from './property-choice';

let count = 0;

/** A select for one property, with a mark while its value is a suggestion. */
@Component({
  selector: 'docket-property-field',
  imports: [
    BackClosesSelect,
    Icon,
    LowerCasePipe,
    MatError,
    MatFormField,
    MatOption,
    MatProgressBar,
    MatSelect,
    MatSelectTrigger,
    PropertyNamePipe,
    PropertyValuePipe,
    ReactiveFormsModule,
  ],
  templateUrl: './property-field.html',
  styleUrl: './property-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyField<N extends PropertyName> {
  readonly property = input.required<N>();
  readonly choice = input.required<PropertyChoice<PropertyValue<N>>>();
  /** Whether a suggestion is pending. */
  readonly isPending = input.required<boolean>();
  /** The confidence of the suggestion, in words. */
  readonly sureness = input<string>();

  protected readonly values = computed((): readonly PropertyValue<N>[] => PROPERTY_VALUES[this.property()]);
  protected readonly labelId = `docket-property-field-${count++}`;
}
