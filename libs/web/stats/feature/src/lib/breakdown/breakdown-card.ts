import { DecimalPipe, NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, contentChild, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ChartCard } from '../chart-card/chart-card';
import { SharePipe } from '../share/share-pipe';
import type { BreakdownEntry, PropertyValue } from './breakdown';

/** Tickets by the values of one property, as bars or as a table with links. Content: a template for the text of a value. */
@Component({
  selector: 'docket-breakdown-card',
  imports: [ChartCard, DecimalPipe, NgTemplateOutlet, RouterLink, SharePipe],
  templateUrl: './breakdown-card.html',
  styleUrls: ['../chart-card/figures-table.scss', './breakdown-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BreakdownCard {
  readonly heading = input.required<string>();
  readonly entries = input.required<readonly BreakdownEntry[]>();
  protected readonly valueText = contentChild.required<TemplateRef<{ $implicit: PropertyValue }>>(TemplateRef);
  protected readonly isTable = signal(false);
}
