import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { CategoryText, PriorityText, StatusText } from '@docket/web/tickets/ui';
import { AgeText, EmptyState, ErrorState, Icon, formatNumber, tickingNow } from '@docket/web/ui';
import { DaysCard } from '../days/days-card';
import { FigureCard } from '../figure-card/figure-card';
import { formatShare } from '../figure-card/format-share';
import { LabelCard } from '../label-bars/label-card';
import { toLabelFigures } from '../label-bars/label-figures';
import { DashboardSkeleton } from './dashboard-skeleton';
import { LiveStats } from './live-stats';

/** How many tickets there are, of what kind, and how they come in. */
@Component({
  selector: 'docket-dashboard-page',
  imports: [
    AgeText,
    CategoryText,
    DashboardSkeleton,
    DaysCard,
    EmptyState,
    ErrorState,
    FigureCard,
    Icon,
    LabelCard,
    MatButton,
    PriorityText,
    RouterLink,
    StatusText,
  ],
  providers: [LiveStats],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DashboardPage {
  protected readonly stats = inject(LiveStats);
  protected readonly now = tickingNow();
  /** Only what the user asked for is worth interrupting a screen reader. */
  protected readonly isAskedFor = signal(false);

  protected readonly figures = this.stats.figures;
  protected readonly priorities = computed(() =>
    toLabelFigures('priority', this.figures()?.priority_breakdown, TICKET_PRIORITIES).reverse(),
  );
  protected readonly categories = computed(() =>
    toLabelFigures('category', this.figures()?.category_breakdown, TICKET_CATEGORIES).sort(
      (one, other) => other.count - one.count,
    ),
  );
  protected readonly statuses = computed(() =>
    toLabelFigures('status', this.figures()?.status_breakdown, TICKET_STATUSES),
  );

  protected readonly formatNumber = formatNumber;
  protected readonly formatShare = formatShare;

  protected refresh(): void {
    this.isAskedFor.set(true);
    this.stats.refresh();
  }
}
