import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import { type Params, RouterLink } from '@angular/router';
import type { Ticket } from '@docket/web/tickets/data';
import { FOCUS_TICKET } from '../focus-ticket';

interface FiledTicket {
  readonly ticket: Ticket;
  /** Query parameters of the list that the user came from. */
  readonly list: Params;
}

/** The snack bar after a ticket was filed, with a link to the ticket. */
@Component({
  selector: 'docket-filed-message',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, RouterLink],
  template: `
    <span matSnackBarLabel>Ticket #{{ filed.ticket.id }} filed</span>
    <span matSnackBarActions>
      <a
        matButton
        matSnackBarAction
        aria-keyshortcuts="b"
        [info]="focusTicket"
        [queryParams]="filed.list"
        [routerLink]="['/tickets', filed.ticket.id]"
        (click)="snackBar.dismiss()"
        >Open</a
      >
    </span>
  `,
  styles: ':host { display: flex; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FiledMessage {
  protected readonly focusTicket = FOCUS_TICKET;
  protected readonly filed = inject<FiledTicket>(MAT_SNACK_BAR_DATA);
  protected readonly snackBar = inject<MatSnackBarRef<FiledMessage>>(MatSnackBarRef);
}
