import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { TeamsApi } from '@docket/web/people/data/teams';
import { DEFAULT_QUALITY, type QualityFilter, toQualityParams } from '@docket/web/quality/data';
import { EmptyState, ErrorState, Icon } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { toQualityCsv } from '../export/quality-csv';
import { reportSummary } from '../texts/report-summary';
import { LearnedModel } from '../learned-model/learned-model';
import { QualityFigures } from './quality-figures';
import { QualityFilters } from './quality-filters';
import { QualityReports } from './quality-reports';
import { QualitySkeleton } from './quality-skeleton';

/** How good the suggestions were, from the ledger. The URL holds the filter. */
@Component({
  selector: 'docket-quality-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    MatProgressBar,
    QualityFigures,
    QualityFilters,
    QualitySkeleton,
    StaleNotice,
  ],
  providers: [LearnedModel, QualityReports],
  templateUrl: './quality-page.html',
  styleUrl: './quality-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualityPage {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly reports = inject(QualityReports);
  protected readonly report = this.reports.report;
  protected readonly summary = reportSummary;
  private readonly teams = inject(TeamsApi).teamsResource();
  /** By id. Empty if the teams could not be loaded: the figures are there without their names. */
  protected readonly teamNames = computed(
    () => new Map((this.teams.hasValue() ? this.teams.value() : []).map(({ id, name }) => [id, name])),
  );
  /** Whether the filter leaves out something that the default shows. */
  protected readonly isNarrowed = computed(() => {
    const { team, days } = this.reports.filter();
    return team !== undefined || days < DEFAULT_QUALITY.days;
  });

  constructor() {
    inject(LearnedModel); // starts its request now, because its card renders only after the report has loaded
  }

  protected applyFilter(filter: QualityFilter): void {
    void this.router.navigate([], { queryParams: toQualityParams(filter) });
  }

  protected showDefault(): void {
    this.applyFilter(DEFAULT_QUALITY);
  }

  /** Saves the figures on the page as a file. */
  protected saveCsv(): void {
    const report = this.report();
    if (!report) return;
    const file = new Blob([toQualityCsv(report, this.teamNames())], { type: 'text/csv;charset=utf-8' });
    const url = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = `docket-quality-${report.from}-to-${report.to}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
  }
}
