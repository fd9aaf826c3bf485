import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, contentChild, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatNumber } from '@docket/web/ui';
import { ChartCard } from '../chart-card/chart-card';
import { formatShare } from '../figure-card/format-share';
import type { Label, LabelFigure } from './label-figures';

/** How tickets spread over one kind of label, as bars or as a table; each label leads to its tickets. Content: a template for its word. */
@Component({
  selector: 'docket-label-card',
  imports: [ChartCard, NgTemplateOutlet, RouterLink],
  templateUrl: './label-card.html',
  styleUrls: ['../chart-card/figures-table.scss', './label-card.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabelCard {
  readonly heading = input.required<string>();
  readonly figures = input.required<readonly LabelFigure[]>();
  protected readonly word = contentChild.required<TemplateRef<{ $implicit: Label }>>(TemplateRef);
  protected readonly isTable = signal(false);
  protected readonly formatNumber = formatNumber;
  protected readonly formatShare = formatShare;
}
