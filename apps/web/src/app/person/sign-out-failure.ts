import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, MatSnackBarRef } from '@angular/material/snack-bar';

/** Snack bar after a failed sign-out. */
@Component({
  selector: 'docket-sign-out-failure',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel],
  template: `
    <span matSnackBarLabel>You are still signed in: the server did not respond.</span>
    <span matSnackBarActions>
      <button matButton matSnackBarAction aria-keyshortcuts="b" type="button" (click)="snackBar.dismissWithAction()">
        Try again
      </button>
    </span>
  `,
  styles: ':host { display: flex; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutFailure {
  protected readonly snackBar = inject<MatSnackBarRef<SignOutFailure>>(MatSnackBarRef);
}
