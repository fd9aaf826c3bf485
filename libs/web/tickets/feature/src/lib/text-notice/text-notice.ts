import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_SNACK_BAR_DATA, MatSnackBarLabel } from '@angular/material/snack-bar';

/** A notice without a button. */
@Component({
  selector: 'docket-text-notice',
  imports: [MatSnackBarLabel],
  template: '<span matSnackBarLabel>{{ text }}</span>',
  styles: ':host { display: block; padding: 0.75rem 0; }', // the height of a notice with a button
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextNotice {
  protected readonly text = inject<string>(MAT_SNACK_BAR_DATA);
}
