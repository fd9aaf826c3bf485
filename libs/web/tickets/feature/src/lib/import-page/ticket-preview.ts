import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportPreview } from '@docket/web/tickets/data/imports';
import { PriorityBadge, PropertyValuePipe, StatusBadge, TagList } from '@docket/web/tickets/ui';

const SHOWN = 5;

/** Preview of the tickets from the first rows. */
@Component({
  selector: 'docket-ticket-preview',
  imports: [PriorityBadge, PropertyValuePipe, StatusBadge, TagList],
  templateUrl: './ticket-preview.html',
  styleUrl: './ticket-preview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketPreview {
  readonly tickets = input.required<readonly ImportPreview[]>();
  protected readonly shown = computed(() => this.tickets().slice(0, SHOWN));
}
