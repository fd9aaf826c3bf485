import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { FOCUS_TICKET } from '../focus-ticket';

/** Names the tickets with messages that could not be sent, with a link to the first one. */
@Component({
  selector: 'docket-unsent-notice',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, RouterLink],
  template: `
    <span matSnackBarLabel>Not sent: your {{ ids.length === 1 ? 'message' : 'messages' }} in {{ text }}</span>
    <span matSnackBarActions>
      <a
        matButton
        matSnackBarAction
        aria-keyshortcuts="b"
        queryParamsHandling="preserve"
        [info]="focusTicket"
        [routerLink]="['/tickets', ids[0]]"
        (click)="notice.dismiss()"
        >Open</a
      >
    </span>
  `,
  styles: ':host { display: flex; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsentNotice {
  protected readonly focusTicket = FOCUS_TICKET;
  protected readonly notice = inject<MatSnackBarRef<UnsentNotice>>(MatSnackBarRef);
  protected readonly ids = inject<readonly number[]>(MAT_SNACK_BAR_DATA);
  protected readonly text = this.ids.map((id) => `#${id}`).join(', ');
}
