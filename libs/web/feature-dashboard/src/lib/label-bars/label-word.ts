import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Label } from './label-figures';

/** A label in a word, without its mark: beside a bar in its colour there is no need for one. */
@Component({
  selector: 'docket-label-word',
  templateUrl: './label-word.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabelWord {
  readonly label = input.required<Label>();
}
