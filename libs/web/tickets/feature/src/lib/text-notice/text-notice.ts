import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_SNACK_BAR_DATA, MatSnackBarLabel } from '@angular/material/snack-bar';

/** A notice without a button. */
@Component({
  selector: 'docket-text-notice',
  imports: [MatSnackBarLabel],
  template: '<div matSnackBarLabel>{{ text }}</div>', // a block: with its padding, all lines of a long text begin at the same place
  styles: ':host { display: block; padding: 0.75rem 0; }', // the height of a notice with a button
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextNotice {
  protected readonly text = inject<string>(MAT_SNACK_BAR_DATA);
}
