import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, contentChild, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { Icon } from '@docket/web/ui';
import type { LabelChoice } from './label-choice';

let count = 0;

/** A label of a ticket to choose, marked while it is only suggested. The content is a template for one option. */
@Component({
  selector: 'docket-label-field',
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
  templateUrl: './label-field.html',
  styleUrl: './label-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabelField<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly T[]>();
  readonly choice = input.required<LabelChoice<T>>();
  /** What stands in the field while it is empty, and, with a full stop, under it when it has to be filled. */
  readonly invitation = input.required<string>();
  /** Shows that a suggestion is under way. */
  readonly isAsking = input.required<boolean>();

  protected readonly option = contentChild.required<TemplateRef<{ $implicit: T }>>(TemplateRef);
  protected readonly labelId = `docket-label-field-${count++}`;
}
