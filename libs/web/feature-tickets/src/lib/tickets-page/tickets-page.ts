import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { TicketsApi } from '@docket/web/data-access';

@Component({
  selector: 'docket-tickets-page',
  imports: [MatTableModule],
  templateUrl: './tickets-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketsPage {
  protected readonly tickets = inject(TicketsApi).tickets();
  protected readonly columns = ['id', 'title'];
}
