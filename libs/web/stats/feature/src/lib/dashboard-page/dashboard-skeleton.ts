import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Placeholders in the layout of the dashboard's cards, while the figures load. */
@Component({
  selector: 'docket-dashboard-skeleton',
  template: `
    <div class="figures" aria-hidden="true">
      @for (figure of [1, 2, 3, 4]; track figure) {
        <div class="card figure"><span class="line"></span><span class="number"></span><span class="line"></span></div>
      }
    </div>
    <div class="card days" aria-hidden="true"><span class="line"></span></div>
    <div class="breakdowns" aria-hidden="true">
      @for (breakdown of [1, 2, 3]; track breakdown) {
        <div class="card breakdown">
          <span class="line"></span>
          @for (bar of [1, 2, 3, 4]; track bar) {
            <span class="bar"></span>
          }
        </div>
      }
    </div>
    <p class="cdk-visually-hidden" role="status">Loading the figures…</p>
  `,
  styleUrls: ['./dashboard-page.scss', './dashboard-skeleton.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DashboardSkeleton {}
