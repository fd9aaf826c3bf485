import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_SNACK_BAR_DATA, MatSnackBarLabel } from '@angular/material/snack-bar';

/** A notice without a button. */
@Component({
  selector: 'docket-text-notice',
  imports: [MatSnackBarLabel],
  template: '<div matSnackBarLabel>{{ text }}</div>', // a block: all lines of a long text begin at its padding
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextNotice {
  protected readonly text = inject<string>(MAT_SNACK_BAR_DATA);
}
