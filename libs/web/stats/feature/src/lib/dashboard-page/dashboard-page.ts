import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { Session } from '@docket/web/people/data';
import { AgeText, EmptyState, ErrorState, Icon, tickingNow } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { DaysCard } from '../days/days-card';
import { FigureCard } from '../figure-card/figure-card';
import { BreakdownCard } from '../breakdown/breakdown-card';
import { toBreakdown } from '../breakdown/breakdown';
import { SharePipe } from '../share/share-pipe';
import { DashboardSkeleton } from './dashboard-skeleton';
import { focusAfterBack } from './focus-after-back';
import { LiveStats } from './live-stats';

/** Totals, tickets per day, and breakdowns by priority, category and status. */
@Component({
  selector: 'docket-dashboard-page',
  imports: [
    AgeText,
    DashboardSkeleton,
    DaysCard,
    EmptyState,
    ErrorState,
    FigureCard,
    Icon,
    BreakdownCard,
    MatButton,
    RouterLink,
    SharePipe,
    StaleNotice,
  ],
  providers: [LiveStats],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DashboardPage {
  protected readonly stats = inject(LiveStats);
  protected readonly session = inject(Session);
  protected readonly now = tickingNow();

  protected readonly figures = this.stats.figures;
  protected readonly priorities = computed(() =>
    toBreakdown('priority', this.figures()?.priority_breakdown, TICKET_PRIORITIES).reverse(),
  );
  protected readonly categories = computed(() =>
    toBreakdown('category', this.figures()?.category_breakdown, TICKET_CATEGORIES).sort(
      (one, other) => other.count - one.count,
    ),
  );
  protected readonly statuses = computed(() =>
    toBreakdown('status', this.figures()?.status_breakdown, TICKET_STATUSES),
  );

  constructor() {
    focusAfterBack(() => this.figures() !== undefined);
  }
}
