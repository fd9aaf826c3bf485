import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PropertyName } from '@docket/domain';
import { PropertyNamePipe, PropertyValuePipe } from '@docket/web/tickets/ui';
import { NumberPipe } from '@docket/web/ui';
import { ChartCard } from '@docket/web/ui/chart-card';
import { SharePipe } from '../share/share-pipe';
import type { BreakdownEntry } from './breakdown';

/** Tickets by the values of one property, as bars or as a table with links. */
@Component({
  selector: 'docket-breakdown-card',
  imports: [ChartCard, NumberPipe, PropertyNamePipe, PropertyValuePipe, RouterLink, SharePipe],
  templateUrl: './breakdown-card.html',
  styleUrls: ['../chart-card/figures-table.scss', './breakdown-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BreakdownCard<N extends PropertyName> {
  readonly property = input.required<N>();
  readonly entries = input.required<readonly BreakdownEntry<N>[]>();
  protected readonly isTable = signal(false);
}
